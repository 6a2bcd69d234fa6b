// A place in a query's text, from which the lexer reads on.
//
//   TextCursor cursor("ab12 c");
//   cursor.SkipName();          // stands before the blank now
#ifndef NORN_QUERY_SYNTAX_TEXT_CURSOR_H_
#define NORN_QUERY_SYNTAX_TEXT_CURSOR_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::query {

class TextCursor {
 public:
  explicit TextCursor(absl::string_view text) : text_(text) {}

  size_t at() const { return at_; }
  bool at_end() const { return at_ >= text_.size(); }
  absl::string_view rest() const { return text_.substr(at_); }
  absl::string_view Since(size_t begin) const { return text_.substr(begin, at_ - begin); }

  // Never beyond the end.
  void Skip(size_t bytes) { at_ = bytes < text_.size() - at_ ? at_ + bytes : text_.size(); }
  void SkipAll() { at_ = text_.size(); }
  // Letters, digits and what else a name goes on with.
  void SkipName();

  // The byte so far ahead; '\0' beyond the end.
  char Peek(size_t ahead = 0) const {
    return ahead < text_.size() - at_ ? text_[at_ + ahead] : '\0';
  }
  // The code point here, or -1 if the bytes are not UTF-8 or there are none; `length` is its bytes.
  int32_t CodePoint(size_t& length) const;
  bool StartsName() const;
  bool ContinuesName() const;
  size_t CountHexDigits() const;

  // Digits with an underscore between any two of them, which are left out.
  std::string ReadDigits(bool (*is_digit)(unsigned char));

 private:
  absl::string_view text_;
  size_t at_ = 0;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_TEXT_CURSOR_H_
