// A stream through which only printable text goes (base/printable.h), whatever a command writes:
// the one place that keeps an article's words from steering a terminal.
//
//   PrintableStream out(std::cout.rdbuf());
//   out << quote << TerminalSequence{"\033[K"};   // norn's own sequences pass
#ifndef NORN_TOOLS_CONSOLE_PRINTABLE_STREAM_H_
#define NORN_TOOLS_CONSOLE_PRINTABLE_STREAM_H_

#include <ostream>
#include <streambuf>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::tools {

// Hands printable text on to another buffer at once. Only a character whose bytes have not all come
// yet is held back.
class PrintableBuffer : public std::streambuf {
 public:
  explicit PrintableBuffer(std::streambuf* sink) : sink_(sink) {}
  ~PrintableBuffer() override;
  PrintableBuffer(const PrintableBuffer&) = delete;
  PrintableBuffer& operator=(const PrintableBuffer&) = delete;

  // As it stands.
  bool WriteRaw(absl::string_view bytes);

 protected:
  int overflow(int c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  std::streambuf* sink_;
  std::string held_;
};

class PrintableStream : public std::ostream {
 public:
  explicit PrintableStream(std::streambuf* sink) : std::ostream(nullptr), buffer_(sink) {
    rdbuf(&buffer_);
  }

 private:
  PrintableBuffer buffer_;
};

// Control characters of norn's own. A stream that is not a PrintableStream gets them as they stand.
struct TerminalSequence {
  absl::string_view bytes;
};
std::ostream& operator<<(std::ostream& out, const TerminalSequence& sequence);

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_PRINTABLE_STREAM_H_
