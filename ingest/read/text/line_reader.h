// Lines of a stream without trusting it: no line is kept beyond a limit.
//
//   LineReader lines(in, limit);
//   while (lines.Next()) if (lines.too_long()) Refuse(); else Use(lines.line(), lines.number());
#ifndef NORN_INGEST_READ_TEXT_LINE_READER_H_
#define NORN_INGEST_READ_TEXT_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace norn::ingest {

class LineReader {
 public:
  LineReader(std::istream& in, size_t max_line) : in_(in), max_line_(max_line) {}

  // Goes to the next line; false at the end.
  bool Next();

  // Without its line break. The front of the line where it is too long.
  const std::string& line() const { return line_; }
  bool too_long() const { return too_long_; }
  uint64_t number() const { return number_; }  // from 1

 private:
  std::istream& in_;
  const size_t max_line_;
  std::string line_;
  bool too_long_ = false;
  uint64_t number_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_TEXT_LINE_READER_H_
