#include "ingest/read/text/line_reader.h"

namespace norn::ingest {

bool LineReader::Next() {
  line_.clear();
  too_long_ = false;
  std::streambuf* buffer = in_.rdbuf();
  constexpr int kEnd = std::char_traits<char>::eof();
  int c = buffer->sbumpc();
  if (c == kEnd) return false;
  ++number_;
  for (; c != kEnd && c != '\n'; c = buffer->sbumpc()) {
    if (line_.size() < max_line_) {
      line_.push_back(static_cast<char>(c));
    } else {
      too_long_ = true;
    }
  }
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  return true;
}

}  // namespace norn::ingest
