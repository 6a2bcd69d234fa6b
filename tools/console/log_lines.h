// Messages as log lines: each line of the text gets the time and a level, as plain text or JSON.
//
//   LogLines lines(std::cerr, LogFormat::kJson, [] { return absl::Now(); });
//   lines.stream() << "norn: the disk is full\n";
//   // {"time":"2025-07-04T10:00:00Z","level":"error","message":"the disk is full"}
#ifndef NORN_TOOLS_CONSOLE_LOG_LINES_H_
#define NORN_TOOLS_CONSOLE_LOG_LINES_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <streambuf>
#include <string>

#include "absl/time/time.h"

namespace norn::tools {

enum class LogFormat : uint8_t {
  kBare,   // as it is
  kPlain,  // "2025-07-04T10:00:00Z error the disk is full"
  kJson,
};

// "norn: …" is an error, all else is information. A line is written when it is whole; the rest when
// the object goes.
class LogLines : private std::streambuf {
 public:
  // `out` must outlive it.
  LogLines(std::ostream& out, LogFormat format, std::function<absl::Time()> now);
  ~LogLines() override;

  std::ostream& stream() { return stream_; }

 private:
  int overflow(int c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;
  void Write(const std::string& line);

  std::ostream& out_;
  LogFormat format_;
  std::function<absl::Time()> now_;
  std::string line_;
  std::ostream stream_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_LOG_LINES_H_
