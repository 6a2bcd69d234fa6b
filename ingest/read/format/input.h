// One file, or one member of an archive, as a format's reader gets it: its bytes as a stream, their
// beginning, and what it is called.
//
//   Input input({"news/a.xml", "a.xml", "/home/me/news/a.xml"}, stream);
//   if (RootElement(input.head()) == "rss") …
#ifndef NORN_INGEST_READ_FORMAT_INPUT_H_
#define NORN_INGEST_READ_FORMAT_INPUT_H_

#include <cstddef>
#include <istream>
#include <memory>
#include <streambuf>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

struct InputName {
  std::string place;   // what problems name
  std::string name;    // what an article is called that is all of it
  std::string origin;  // such an article's `origin`
};

class Input {
 public:
  // `source` outlives it.
  Input(InputName name, std::istream& source);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  const InputName& name() const { return name_; }

  // The first bytes, at most 64 KiB. They are still to come in `stream`.
  absl::string_view head() const;

  std::istream& stream() { return *stream_; }

  // All of it from where the stream stands. kInvalidArgument: more than `max_bytes`.
  absl::StatusOr<std::string> ReadAll(size_t max_bytes);

 private:
  class Buffer;

  InputName name_;
  std::unique_ptr<Buffer> buffer_;
  std::unique_ptr<std::istream> stream_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMAT_INPUT_H_
