#include "tools/shell/key_reader.h"

#include <cwchar>
#include <string>

namespace norn::tools {
namespace {

constexpr int kEscape = 033;
constexpr absl::string_view kPasteBegins = "[200~";  // behind kEscape
constexpr absl::string_view kPasteEnds = "[201~";
constexpr int kUnreadable = 0xFFFD;

}  // namespace

int KeyReader::Next() {
  if (quoted_ != kNone) return std::exchange(quoted_, kNone);
  while (true) {
    const int byte = NextByte(true);
    if (byte == kNone) {
      in_paste_ = false;
      return kNone;
    }
    if (byte == kEscape && Follows(in_paste_ ? kPasteEnds : kPasteBegins)) {
      in_paste_ = !in_paste_;
      continue;
    }
    if (!in_paste_) return Letter(byte);
    if (const int key = Pasted(byte); key != kNone) return key;
  }
}

int KeyReader::NextByte(bool may_wait) {
  if (again_.empty()) return bytes_(may_wait);
  const int byte = again_.front();
  again_.pop_front();
  return byte;
}

bool KeyReader::Follows(absl::string_view rest) {
  std::deque<int> read;
  for (const char expected : rest) {
    const int byte = NextByte(false);
    if (byte != kNone) read.push_back(byte);
    if (byte == static_cast<unsigned char>(expected)) continue;
    again_.insert(again_.begin(), read.begin(), read.end());
    return false;
  }
  return true;
}

int KeyReader::Letter(int first) {
  std::mbstate_t state = {};
  for (int byte = first; byte != kNone; byte = NextByte(true)) {
    const char c = static_cast<char>(byte);
    wchar_t letter = 0;
    const size_t size = std::mbrtowc(&letter, &c, 1, &state);
    if (size == static_cast<size_t>(-1)) return kUnreadable;
    if (size != static_cast<size_t>(-2)) return static_cast<int>(letter);
  }
  return kNone;
}

int KeyReader::Pasted(int byte) {
  // Terminals send a line break as Enter does.
  if (byte == '\r') {
    if (const int next = NextByte(false); next != kNone && next != '\n') again_.push_front(next);
    byte = '\n';
  }
  if (byte == '\n' || byte == '\t') {
    quoted_ = byte;
    return kQuote;
  }
  constexpr int kDelete = 0177;
  return byte < ' ' || byte == kDelete ? kNone : Letter(byte);
}

}  // namespace norn::tools
