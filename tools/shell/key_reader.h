// Keys out of the bytes that a terminal sends. What is pasted comes between marks (bracketed paste)
// and is text, whatever is in it: its tabs and line breaks are quoted as if Ctrl-V were typed
// before them, so that none completes a word or ends the line.
//
//   KeyReader keys([](bool may_wait) { return may_wait ? WaitForByte() : ByteAtOnce(); });
//   for (int key = keys.Next(); key != KeyReader::kNone; key = keys.Next()) Use(key);
#ifndef NORN_TOOLS_SHELL_KEY_READER_H_
#define NORN_TOOLS_SHELL_KEY_READER_H_

#include <deque>
#include <functional>
#include <utility>

#include "absl/strings/string_view.h"

namespace norn::tools {

class KeyReader {
 public:
  static constexpr int kNone = -1;  // no more, or nothing at once
  static constexpr int kQuote = 'V' - '@';

  // What a terminal is sent to mark pastes, and to do so no longer.
  static constexpr absl::string_view kMarkPastes = "\033[?2004h";
  static constexpr absl::string_view kNoMarks = "\033[?2004l";

  // The next byte, or kNone. Without `may_wait` only what comes at once: a sequence's rest.
  using Bytes = std::function<int(bool may_wait)>;

  explicit KeyReader(Bytes bytes) : bytes_(std::move(bytes)) {}

  // A letter in the locale's encoding, a control character, or kNone at the end.
  int Next();

 private:
  int NextByte(bool may_wait);
  // Whether `rest` comes next; bytes that do not fit are read again.
  bool Follows(absl::string_view rest);
  int Letter(int first);
  // A key of pasted text; kNone where the byte is left out.
  int Pasted(int byte);

  Bytes bytes_;
  std::deque<int> again_;  // bytes that are read next
  bool in_paste_ = false;
  int quoted_ = kNone;  // what follows kQuote
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_KEY_READER_H_
