#include "ingest/analysis/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/strings/match.h"
#include "ingest/analysis/unicode.h"
#include "ingest/analysis/word_pieces.h"

namespace norn::ingest {
namespace {

constexpr char kDash[] = "–";

// Joins one paragraph's pieces to tokens. `at` and `end` below are indexes of pieces.
class Joiner {
 public:
  Joiner(absl::string_view text, const Vocabulary& vocabulary, std::vector<WordPiece> pieces,
         std::vector<Token>& tokens)
      : text_(text), vocabulary_(vocabulary), pieces_(std::move(pieces)), tokens_(tokens) {}

  void Run() {
    bool space_before = true;
    for (size_t at = 0; at < pieces_.size();) {
      if (pieces_[at].kind == PieceKind::kBlank) {
        space_before = true;
        ++at;
        continue;
      }
      const size_t end = EndOfToken(at, space_before);
      Emit(at, end, space_before);
      space_before = false;
      at = end;
    }
  }

 private:
  size_t EndOfToken(size_t at, bool space_before) {
    if (IsWordLike(at)) {
      if (IsAddressStart(at)) return EndOfAddress(at);
      return EndOfWord(at);
    }
    const char32_t first = pieces_[at].first;
    if ((first == '@' || first == '#') && space_before && IsWordLike(at + 1)) {
      return EndOfWord(at + 1);
    }
    if (first == '.' || IsHyphen(first)) return EndOfRun(at);
    if (IsSingleQuote(first) || IsDoubleQuote(first)) NoteQuote(at, space_before);
    return at + 1;
  }

  // Words.

  size_t EndOfWord(size_t at) {
    size_t end = at + 1;
    for (size_t next = Extend(at, end); next > end; next = Extend(at, end)) end = next;
    return TakeStop(at, TakeApostrophe(TakeHangingHyphen(end)));
  }

  // The end after joining what follows the word [at, end), or `end`.
  size_t Extend(size_t at, size_t end) const {
    if (end >= pieces_.size()) return end;
    const char32_t joint = pieces_[end].first;
    if (pieces_[end].kind == PieceKind::kBlank) return JoinsThousands(at, end) ? end + 2 : end;
    if (!IsWordLike(end + 1)) return end;
    if (IsHyphen(joint)) return IsRange(end) ? end : end + 2;
    if (joint == ':') return JoinsAtColon(end) ? end + 2 : end;
    if (joint == '@') return end + 2;
    if (joint == '&') return IsUpper(pieces_[end + 1].first) && EndsUpper(end) ? end + 2 : end;
    return end;
  }

  // "10-15" is two numbers, "2025-07-04" is one date.
  bool IsRange(size_t hyphen) const {
    if (pieces_[hyphen - 1].kind != PieceKind::kNumber ||
        pieces_[hyphen + 1].kind != PieceKind::kNumber) {
      return false;
    }
    if (hyphen >= 2 && IsHyphen(pieces_[hyphen - 2].first)) return false;
    const bool is_date = Length(hyphen - 1) == 4 && Length(hyphen + 1) == 2 &&
                         hyphen + 3 < pieces_.size() && IsHyphen(pieces_[hyphen + 2].first) &&
                         pieces_[hyphen + 3].kind == PieceKind::kNumber && Length(hyphen + 3) == 2;
    return !is_date;
  }

  // USA:s, EU:n, 12:30; not "han sa:ja".
  bool JoinsAtColon(size_t colon) const {
    const bool digit_before = pieces_[colon - 1].kind == PieceKind::kNumber;
    if (pieces_[colon + 1].kind == PieceKind::kNumber) return digit_before;
    static constexpr std::array<absl::string_view, 11> kEndings = {
        "s", "n", "t", "en", "et", "er", "ar", "ene", "erna", "arna", "ns"};
    return (digit_before || EndsUpper(colon)) &&
           std::find(kEndings.begin(), kEndings.end(), Text(colon + 1)) != kEndings.end();
  }

  // "1 600": one to three digits, one blank, and groups of three.
  bool JoinsThousands(size_t at, size_t blank) const {
    if (blank + 1 >= pieces_.size() || !IsDigits(blank + 1) || Length(blank + 1) != 3) return false;
    size_t code_point_end = pieces_[blank].bytes.begin;
    NextCodePoint(text_, code_point_end);
    if (code_point_end != pieces_[blank].bytes.end) return false;
    constexpr size_t kMaxPieces = 12;  // longer ones are tables
    if (!IsDigits(at) || Length(at) > 3 || pieces_[at].first == '0' || blank - at > kMaxPieces) {
      return false;
    }
    for (size_t group = at + 2; group < blank; group += 2) {
      if (!IsDigits(group)) return false;
    }
    return true;
  }

  // "utenriks- og forsvarsminister"
  size_t TakeHangingHyphen(size_t end) const {
    const bool hangs = end + 1 < pieces_.size() && IsHyphen(pieces_[end].first) &&
                       pieces_[end - 1].kind == PieceKind::kWord &&
                       pieces_[end + 1].kind == PieceKind::kBlank;
    return hangs ? end + 1 : end;
  }

  // The genitive of names in -s: "Moss’ bok". A closing quote looks the same, so only where no
  // single quote is open.
  size_t TakeApostrophe(size_t end) const {
    if (end >= pieces_.size() || single_quote_open_ || !IsSingleQuote(pieces_[end].first)) {
      return end;
    }
    const char last = text_[pieces_[end].bytes.begin - 1];
    const bool before_word = end + 2 < pieces_.size() &&
                             pieces_[end + 1].kind == PieceKind::kBlank && IsWordLike(end + 2);
    return before_word && (last == 's' || last == 'x' || last == 'z') ? end + 1 : end;
  }

  size_t TakeStop(size_t at, size_t end) const {
    if (end >= pieces_.size() || pieces_[end].first != '.' || IsStop(end + 1)) return end;
    const uint32_t begin = pieces_[at].bytes.begin;
    const absl::string_view word = text_.substr(begin, pieces_[end].bytes.begin - begin);
    const bool single = end == at + 1;
    if ((single && IsOrdinal(at, end)) || (single && IsInitial(at, end)) || IsAcronym(word) ||
        vocabulary_.IsAbbreviation(Fold(text_.substr(begin, word.size() + 1)))) {
      return end + 1;
    }
    return end;
  }

  // "14. juni", "2. verdenskrig": what follows could not begin a sentence.
  bool IsOrdinal(size_t at, size_t stop) const {
    if (!IsDigits(at) || Length(at) > 3) return false;
    size_t next = stop + 1;
    if (next < pieces_.size() && pieces_[next].kind == PieceKind::kBlank) ++next;
    return next < pieces_.size() && IsLower(pieces_[next].first);
  }

  // "J. D. Dahl", "Olena W. Koval", not "skriver han på X. Dahl": after a preposition a letter
  // is a name of its own.
  bool IsInitial(size_t at, size_t stop) const {
    size_t end = pieces_[at].bytes.begin;
    NextCodePoint(text_, end);
    if (end != pieces_[at].bytes.end || !IsUpper(pieces_[at].first)) return false;
    if (stop + 2 >= pieces_.size() || pieces_[stop + 1].kind != PieceKind::kBlank ||
        !IsUpper(pieces_[stop + 2].first)) {
      return false;
    }
    return tokens_.empty() || !vocabulary_.Is("preposition", tokens_.back().lower);
  }

  // U.S, D.C, J.D: single letters with full stops between them.
  static bool IsAcronym(absl::string_view word) {
    size_t letters = 0;
    for (size_t at = 0; at < word.size(); ++letters) {
      if (!IsUpper(NextCodePoint(word, at))) return false;
      if (at < word.size() && word[at++] != '.') return false;
    }
    return letters >= 2;
  }

  // Addresses.

  bool IsAddressStart(size_t at) const {
    const absl::string_view word = Text(at);
    if (absl::StartsWith(word, "www.")) return true;
    return (word == "http" || word == "https") &&
           absl::StartsWith(text_.substr(pieces_[at].bytes.end), "://");
  }

  // To the next blank, without the punctuation of the sentence around it.
  size_t EndOfAddress(size_t at) const {
    size_t end = at;
    while (end < pieces_.size() && pieces_[end].kind != PieceKind::kBlank &&
           !IsDoubleQuote(pieces_[end].first)) {
      ++end;
    }
    static constexpr absl::string_view kSentencePunctuation = ".,;:!?)]'>";
    while (end > at + 1 && Length(end - 1) == 1 &&
           absl::StrContains(kSentencePunctuation, Text(end - 1))) {
      --end;
    }
    return end;
  }

  // Punctuation.

  size_t EndOfRun(size_t at) const {
    size_t end = at + 1;
    while (end < pieces_.size() && pieces_[end].first == pieces_[at].first &&
           pieces_[end].kind == PieceKind::kOther) {
      ++end;
    }
    return end;
  }

  void NoteQuote(size_t at, bool space_before) {
    if (!IsSingleQuote(pieces_[at].first)) return;
    const bool opens = space_before && IsWordLike(at + 1);
    single_quote_open_ = opens;
  }

  // Pieces.

  bool IsWordLike(size_t at) const {
    return at < pieces_.size() &&
           (pieces_[at].kind == PieceKind::kWord || pieces_[at].kind == PieceKind::kNumber);
  }
  bool IsStop(size_t at) const { return at < pieces_.size() && pieces_[at].first == '.'; }
  absl::string_view Text(size_t at) const {
    return text_.substr(pieces_[at].bytes.begin, Length(at));
  }
  size_t Length(size_t at) const { return pieces_[at].bytes.end - pieces_[at].bytes.begin; }
  bool IsDigits(size_t at) const {
    const absl::string_view digits = Text(at);
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  // Whether the character before the piece is an upper-case letter.
  bool EndsUpper(size_t end) const {
    size_t at = pieces_[end].bytes.begin;
    return IsUpper(PreviousCodePoint(text_, at));
  }

  // "!!!" and "=====" are one token.
  bool ContinuesRun(size_t at, size_t end, bool space_before) const {
    constexpr char32_t kRepeated[] = U"=*?!+_~#$<>";
    if (end != at + 1 || space_before || tokens_.empty()) return false;
    const char32_t mark = pieces_[at].first;
    const Token& before = tokens_.back();
    return std::u32string_view(kRepeated).find(mark) != std::u32string_view::npos &&
           before.bytes.end == pieces_[at].bytes.begin && !before.is_word &&
           static_cast<unsigned char>(text_[before.bytes.end - 1]) == mark;
  }

  void Emit(size_t at, size_t end, bool space_before) {
    if (ContinuesRun(at, end, space_before)) {
      tokens_.back().bytes.end = pieces_[at].bytes.end;
      tokens_.back().lower += static_cast<char>(pieces_[at].first);
      return;
    }
    Token& token = tokens_.emplace_back();
    token.bytes = {pieces_[at].bytes.begin, pieces_[end - 1].bytes.end};
    const absl::string_view form =
        text_.substr(token.bytes.begin, token.bytes.end - token.bytes.begin);
    token.is_word = IsWordLike(at) || HasLetterOrDigit(form);
    token.is_capitalized = IsUpper(pieces_[at].first);
    token.space_before = space_before;
    token.lower = Fold(form);
    // A hyphen by itself, or several, is a typist's dash.
    if (IsHyphen(pieces_[at].first) && !token.is_word &&
        (end > at + 1 || (space_before && IsBlankOrEnd(end)))) {
      token.lower = kDash;
    }
  }

  bool IsBlankOrEnd(size_t at) const {
    return at >= pieces_.size() || pieces_[at].kind == PieceKind::kBlank;
  }

  absl::string_view text_;
  const Vocabulary& vocabulary_;
  const std::vector<WordPiece> pieces_;
  std::vector<Token>& tokens_;
  bool single_quote_open_ = false;
};

}  // namespace

void Tokenizer::Tokenize(absl::string_view text, ByteSpan range, std::vector<Token>& tokens) const {
  Joiner(text, vocabulary_, SplitWordPieces(text, range), tokens).Run();
}

}  // namespace norn::ingest
