#include "query/syntax/lexer.h"

#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace norn::query {

namespace {

// The longest first, so that the first match is the right one.
constexpr absl::string_view kSymbols[] = {"..", "<>", "<=", ">=", "=~", "+=", "||", "(", ")", "[",
                                          "]",  "{",  "}",  ",",  ":",  ";",  ".",  "+", "-", "*",
                                          "/",  "%",  "^",  "=",  "<",  ">",  "|",  "&", "!"};

void AppendUtf8(uint32_t code_point, std::string& out) {
  char buffer[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  out.append(buffer, static_cast<size_t>(length));
}

class Lexer {
 public:
  explicit Lexer(absl::string_view text) : text_(text) {}

  std::vector<Token> Run() {
    while (SkipBlanks()) {
      if (at_ >= text_.size()) break;
      begin_ = at_;
      Next();
    }
    begin_ = at_ = text_.size();
    Add(TokenKind::kEnd, "");
    return std::move(tokens_);
  }

 private:
  char Peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void Add(TokenKind kind, std::string text) {
    Token token;
    token.kind = kind;
    token.text = std::move(text);
    token.span = {static_cast<uint32_t>(begin_), static_cast<uint32_t>(at_)};
    tokens_.push_back(std::move(token));
  }

  void AddError(ErrorCode code, std::string message) {
    Add(TokenKind::kError, std::move(message));
    tokens_.back().code = code;
  }

  // The code point at `position`, or -1 if the bytes are not UTF-8; `length` is its bytes.
  int32_t CodePointAt(size_t position, size_t* length) const {
    int32_t i = 0;
    UChar32 c = -1;
    absl::string_view rest = text_.substr(position, U8_MAX_LENGTH);
    if (!rest.empty()) {
      U8_NEXT(rest.data(), i, static_cast<int32_t>(rest.size()), c);
    }
    *length = i > 0 ? static_cast<size_t>(i) : 1;
    return c;
  }

  // Blanks and comments. False if an open comment ended the text (an error token stands there).
  bool SkipBlanks() {
    while (at_ < text_.size()) {
      size_t length = 1;
      if (absl::StartsWith(text_.substr(at_), "//")) {
        size_t end = text_.find('\n', at_);
        at_ = end == absl::string_view::npos ? text_.size() : end;
      } else if (absl::StartsWith(text_.substr(at_), "/*")) {
        size_t end = text_.find("*/", at_ + 2);
        if (end == absl::string_view::npos) {
          begin_ = at_;
          at_ = text_.size();
          AddError(ErrorCode::kUnexpectedSyntax, "this comment is not closed with */");
          return false;
        }
        at_ = end + 2;
      } else if (int32_t c = CodePointAt(at_, &length); c >= 0 && u_isUWhiteSpace(c)) {
        at_ += length;
      } else {
        return true;
      }
    }
    return true;
  }

  void Next() {
    char c = Peek();
    size_t length = 1;
    if (absl::ascii_isdigit(c) || (c == '.' && absl::ascii_isdigit(Peek(1)) && !AfterName())) {
      Number();
    } else if (c == '\'' || c == '"') {
      Quoted(c, TokenKind::kString);
    } else if (c == '`') {
      Quoted(c, TokenKind::kQuotedName);
    } else if (c == '$') {
      Parameter();
    } else if (StartsName(CodePointAt(at_, &length))) {
      Name();
    } else {
      Symbol();
    }
  }

  // `a.0` is no number, but `1 .5` and `(.5` have one.
  bool AfterName() const {
    return !tokens_.empty() && tokens_.back().span.end == at_ &&
           (tokens_.back().kind == TokenKind::kName ||
            tokens_.back().kind == TokenKind::kQuotedName);
  }

  static bool StartsName(int32_t c) {
    return c == '_' || (c >= 0 && u_hasBinaryProperty(c, UCHAR_XID_START));
  }
  static bool ContinuesName(int32_t c) {
    return c == '_' || (c >= 0 && u_hasBinaryProperty(c, UCHAR_XID_CONTINUE));
  }

  void SkipName() {
    size_t length = 1;
    while (at_ < text_.size() && ContinuesName(CodePointAt(at_, &length))) at_ += length;
  }

  void Name() {
    SkipName();
    Add(TokenKind::kName, std::string(text_.substr(begin_, at_ - begin_)));
  }

  void Parameter() {
    ++at_;
    if (Peek() == '`') {
      Quoted('`', TokenKind::kParameter);
      return;
    }
    if (Peek() == '(') return Add(TokenKind::kSymbol, "$");  // $(expression), for a label
    SkipName();
    if (at_ == begin_ + 1) {
      AddError(ErrorCode::kUnexpectedSyntax, "a parameter's name must follow the dollar sign");
    } else {
      Add(TokenKind::kParameter, std::string(text_.substr(begin_ + 1, at_ - begin_ - 1)));
    }
  }

  std::string Digits(bool (*is_digit)(unsigned char)) {
    std::string digits;
    while (is_digit(static_cast<unsigned char>(Peek())) ||
           (Peek() == '_' && is_digit(static_cast<unsigned char>(Peek(1))))) {
      if (Peek() != '_') digits.push_back(Peek());
      ++at_;
    }
    return digits;
  }

  void Number() {
    std::string text;
    TokenKind kind = TokenKind::kInteger;
    char marker = absl::ascii_tolower(static_cast<unsigned char>(Peek(1)));
    if (Peek() == '0' && (marker == 'x' || marker == 'o')) {
      at_ += 2;
      text = absl::StrCat("0", std::string(1, marker), Digits(absl::ascii_isxdigit));
      if (text.size() == 2) return BadNumber();
    } else {
      text = Digits(absl::ascii_isdigit);
      if (Peek() == '.' && absl::ascii_isdigit(static_cast<unsigned char>(Peek(1)))) {
        kind = TokenKind::kFloat;
        ++at_;
        absl::StrAppend(&text, ".", Digits(absl::ascii_isdigit));
      }
      if (Exponent(text)) kind = TokenKind::kFloat;
      if (kind == TokenKind::kFloat && absl::StrContains("fFdD", Peek()) && Peek() != '\0') ++at_;
    }
    size_t length = 1;
    if (at_ < text_.size() && ContinuesName(CodePointAt(at_, &length))) return BadNumber();
    Add(kind, std::move(text));
  }

  bool Exponent(std::string& text) {
    if (Peek() != 'e' && Peek() != 'E') return false;
    size_t sign = Peek(1) == '+' || Peek(1) == '-' ? 1 : 0;
    if (!absl::ascii_isdigit(static_cast<unsigned char>(Peek(1 + sign)))) return false;
    absl::StrAppend(&text, "e", text_.substr(at_ + 1, sign));
    at_ += 1 + sign;
    absl::StrAppend(&text, Digits(absl::ascii_isdigit));
    return true;
  }

  void BadNumber() {
    SkipName();
    AddError(ErrorCode::kInvalidNumberLiteral,
             absl::StrCat("`", text_.substr(begin_, at_ - begin_), "` is not a number"));
  }

  void Quoted(char quote, TokenKind kind) {
    std::string out;
    ++at_;
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == quote && Peek(1) != quote) {
        ++at_;
        if (out.empty() && kind != TokenKind::kString) {
          return AddError(ErrorCode::kUnexpectedSyntax, "a name cannot be empty");
        }
        return Add(kind, std::move(out));
      }
      if (c == quote) {
        out.push_back(quote);
        at_ += 2;
      } else if (c == '\\' && kind == TokenKind::kString) {
        if (!Escape(out)) return;
      } else {
        out.push_back(c);
        ++at_;
      }
    }
    AddError(ErrorCode::kUnexpectedSyntax,
             absl::StrCat("this text is not closed with ", std::string(1, quote)));
  }

  bool Escape(std::string& out) {
    char c = Peek(1);
    at_ += 2;
    switch (c) {
      case '\\':
      case '\'':
      case '"':
      case '`':
        out.push_back(c);
        return true;
      case 't':
        out.push_back('\t');
        return true;
      case 'b':
        out.push_back('\b');
        return true;
      case 'n':
        out.push_back('\n');
        return true;
      case 'r':
        out.push_back('\r');
        return true;
      case 'f':
        out.push_back('\f');
        return true;
      case 'u':
        return UnicodeEscape(4, out);
      case 'U':
        return UnicodeEscape(HexDigitsAhead() >= 8 ? 8 : 6, out);
      default:
        begin_ = at_ - 2;
        at_ = std::min(at_, text_.size());
        AddError(
            ErrorCode::kUnexpectedSyntax,
            absl::StrCat("`\\", std::string(1, c), "` is no escape; write \\\\ for a backslash"));
        return false;
    }
  }

  size_t HexDigitsAhead() const {
    size_t count = 0;
    while (absl::ascii_isxdigit(static_cast<unsigned char>(Peek(count)))) ++count;
    return count;
  }

  bool UnicodeEscape(size_t digits, std::string& out) {
    uint32_t code_point = 0;
    if (HexDigitsAhead() >= digits) {
      code_point =
          static_cast<uint32_t>(std::stoul(std::string(text_.substr(at_, digits)), nullptr, 16));
    }
    if (HexDigitsAhead() < digits || code_point > 0x10FFFF ||
        (code_point >= 0xD800 && code_point <= 0xDFFF && !LowSurrogate(digits, &code_point))) {
      begin_ = at_ - 2;
      AddError(ErrorCode::kInvalidUnicodeLiteral,
               "\\u needs four hexadecimal digits, \\U six or "
               "eight, of a Unicode character");
      return false;
    }
    at_ += digits;
    AppendUtf8(code_point, out);
    return true;
  }

  // Joins a high surrogate with the low one that is escaped right behind it.
  bool LowSurrogate(size_t digits, uint32_t* code_point) {
    absl::string_view rest = text_.substr(at_ + digits);
    if (digits != 4 || *code_point > 0xDBFF || rest.size() < 6 || !absl::StartsWith(rest, "\\u")) {
      return false;
    }
    uint32_t low = 0;
    for (char c : rest.substr(2, 4)) {
      if (!absl::ascii_isxdigit(static_cast<unsigned char>(c))) return false;
      low = low * 16 + static_cast<uint32_t>(absl::ascii_isdigit(static_cast<unsigned char>(c))
                                                 ? c - '0'
                                                 : absl::ascii_tolower(c) - 'a' + 10);
    }
    if (low < 0xDC00 || low > 0xDFFF) return false;
    *code_point = 0x10000 + ((*code_point - 0xD800) << 10) + (low - 0xDC00);
    at_ += 6;
    return true;
  }

  void Symbol() {
    for (absl::string_view symbol : kSymbols) {
      if (absl::StartsWith(text_.substr(at_), symbol)) {
        at_ += symbol.size();
        return Add(TokenKind::kSymbol, std::string(symbol));
      }
    }
    size_t length = 1;
    int32_t c = CodePointAt(at_, &length);
    at_ += length;
    std::string what =
        c < 0 ? "a byte that is not UTF-8" : absl::StrCat("`", text_.substr(begin_, length), "`");
    AddError(c < 0 || c > 127 ? ErrorCode::kInvalidUnicodeCharacter : ErrorCode::kUnexpectedSyntax,
             absl::StrCat(what, " has no meaning here"));
  }

  absl::string_view text_;
  size_t at_ = 0;
  size_t begin_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(absl::string_view text) { return Lexer(text).Run(); }

bool IsPlainName(absl::string_view name) {
  std::vector<Token> tokens = Tokenize(name);
  return tokens.size() == 2 && tokens[0].kind == TokenKind::kName && tokens[0].text == name;
}

}  // namespace norn::query
