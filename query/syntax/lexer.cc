#include "query/syntax/lexer.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/syntax/literals.h"
#include "query/syntax/text_cursor.h"
#include "unicode/uchar.h"

namespace norn::query {

namespace {

// The longest first, so that the first match is the right one.
constexpr absl::string_view kSymbols[] = {"..", "<>", "<=", ">=", "=~", "+=", "||", "(", ")", "[",
                                          "]",  "{",  "}",  ",",  ":",  ";",  ".",  "+", "-", "*",
                                          "/",  "%",  "^",  "=",  "<",  ">",  "|",  "&", "!"};

// Whether a name ends right there: `a.0` is no number, but `1 .5` and `(.5` have one.
bool NameEndsAt(size_t at, const std::vector<Token>& tokens) {
  return !tokens.empty() && tokens.back().span.end == at &&
         (tokens.back().kind == TokenKind::kName || tokens.back().kind == TokenKind::kQuotedName);
}

class Lexer {
 public:
  explicit Lexer(absl::string_view text) : cursor_(text) {
    constexpr size_t kUsualBytesOfToken = 4;
    tokens_.reserve(text.size() / kUsualBytesOfToken + 2);
  }

  std::vector<Token> Run() {
    while (SkipBlanks() && !cursor_.at_end()) {
      begin_ = cursor_.at();
      Next();
    }
    cursor_.SkipAll();
    begin_ = cursor_.at();
    Add(TokenKind::kEnd, "");
    return std::move(tokens_);
  }

 private:
  void Add(TokenKind kind, std::string text) {
    Token token;
    token.kind = kind;
    token.text = std::move(text);
    token.span = {static_cast<uint32_t>(begin_), static_cast<uint32_t>(cursor_.at())};
    tokens_.push_back(std::move(token));
  }

  void AddError(ErrorCode code, std::string message) {
    Add(TokenKind::kError, std::move(message));
    tokens_.back().code = code;
  }

  // Blanks and comments. False if an open comment ended the text (an error token stands there).
  bool SkipBlanks() {
    while (!cursor_.at_end()) {
      const absl::string_view rest = cursor_.rest();
      size_t length = 1;
      if (absl::StartsWith(rest, "//")) {
        cursor_.Skip(std::min(rest.find('\n'), rest.size()));
      } else if (absl::StartsWith(rest, "/*")) {
        const size_t end = rest.find("*/", 2);
        if (end == absl::string_view::npos) {
          begin_ = cursor_.at();
          cursor_.SkipAll();
          AddError(ErrorCode::kUnexpectedSyntax, "this comment is not closed with */");
          return false;
        }
        cursor_.Skip(end + 2);
      } else if (const int32_t c = cursor_.CodePoint(length); c >= 0 && u_isUWhiteSpace(c)) {
        cursor_.Skip(length);
      } else {
        return true;
      }
    }
    return true;
  }

  void Next() {
    const auto is_digit = [this](size_t ahead) {
      return absl::ascii_isdigit(static_cast<unsigned char>(cursor_.Peek(ahead)));
    };
    const char c = cursor_.Peek();
    if (is_digit(0) || (c == '.' && is_digit(1) && !NameEndsAt(cursor_.at(), tokens_))) {
      Number();
    } else if (c == '\'' || c == '"') {
      Quoted(c, TokenKind::kString);
    } else if (c == '`') {
      Quoted(c, TokenKind::kQuotedName);
    } else if (c == '$') {
      Parameter();
    } else if (cursor_.StartsName()) {
      cursor_.SkipName();
      Add(TokenKind::kName, std::string(cursor_.Since(begin_)));
    } else {
      Symbol();
    }
  }

  void Parameter() {
    cursor_.Skip(1);
    if (cursor_.Peek() == '`') return Quoted('`', TokenKind::kParameter);
    // $(expression), for a label
    if (cursor_.Peek() == '(') return Add(TokenKind::kSymbol, "$");
    cursor_.SkipName();
    if (cursor_.at() == begin_ + 1) {
      AddError(ErrorCode::kUnexpectedSyntax, "a parameter's name must follow the dollar sign");
    } else {
      Add(TokenKind::kParameter, std::string(cursor_.Since(begin_ + 1)));
    }
  }

  void Number() {
    if (std::optional<NumberLiteral> number = ReadNumber(cursor_)) {
      return Add(number->is_float ? TokenKind::kFloat : TokenKind::kInteger,
                 std::move(number->text));
    }
    cursor_.SkipName();
    AddError(ErrorCode::kInvalidNumberLiteral,
             absl::StrCat("`", cursor_.Since(begin_), "` is not a number"));
  }

  void Quoted(char quote, TokenKind kind) {
    std::string out;
    cursor_.Skip(1);
    while (!cursor_.at_end()) {
      const char c = cursor_.Peek();
      if (c == quote && cursor_.Peek(1) != quote) {
        cursor_.Skip(1);
        if (out.empty() && kind != TokenKind::kString) {
          return AddError(ErrorCode::kUnexpectedSyntax, "a name cannot be empty");
        }
        return Add(kind, std::move(out));
      }
      if (c == '\\' && kind == TokenKind::kString) {
        const size_t backslash = cursor_.at();
        if (std::optional<EscapeError> error = ReadEscape(cursor_, out)) {
          begin_ = backslash;
          return AddError(error->code, std::move(error->message));
        }
        continue;
      }
      out.push_back(c);
      cursor_.Skip(c == quote ? 2 : 1);
    }
    AddError(ErrorCode::kUnexpectedSyntax,
             absl::StrCat("this text is not closed with ", std::string(1, quote)));
  }

  void Symbol() {
    for (const absl::string_view symbol : kSymbols) {
      if (symbol[0] == cursor_.Peek() && absl::StartsWith(cursor_.rest(), symbol)) {
        cursor_.Skip(symbol.size());
        return Add(TokenKind::kSymbol, std::string(symbol));
      }
    }
    size_t length = 1;
    const int32_t c = cursor_.CodePoint(length);
    cursor_.Skip(length);
    const std::string what =
        c < 0 ? "a byte that is not UTF-8" : absl::StrCat("`", cursor_.Since(begin_), "`");
    AddError(c < 0 || c > 127 ? ErrorCode::kInvalidUnicodeCharacter : ErrorCode::kUnexpectedSyntax,
             absl::StrCat(what, " has no meaning here"));
  }

  TextCursor cursor_;
  size_t begin_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(absl::string_view text) { return Lexer(text).Run(); }

bool IsPlainName(absl::string_view name) {
  TextCursor cursor(name);
  if (!cursor.StartsName()) return false;
  cursor.SkipName();
  return cursor.at_end();
}

}  // namespace norn::query
