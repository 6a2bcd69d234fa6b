#include "ingest/analysis/tokenizer.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "ingest/analysis/paragraph_pieces.h"
#include "ingest/analysis/unicode.h"
#include "ingest/analysis/web_addresses.h"
#include "ingest/analysis/word_joints.h"
#include "ingest/analysis/word_stops.h"

namespace norn::ingest {
namespace {

constexpr char kDash[] = "–";

// Joins one paragraph's pieces to tokens. `at` and `end` below are indexes of pieces.
class Joiner {
 public:
  Joiner(ParagraphPieces pieces, const Vocabulary& vocabulary, std::vector<Token>& tokens)
      : pieces_(std::move(pieces)), vocabulary_(vocabulary), tokens_(tokens) {}

  void Run() {
    bool space_before = true;
    for (size_t at = 0; at < pieces_.size();) {
      if (pieces_.IsOf(at, PieceKind::kBlank)) {
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
    if (pieces_.IsWordLike(at)) {
      return BeginsAddress(pieces_, at) ? EndOfAddress(pieces_, at) : EndOfWord(at);
    }
    const char32_t first = pieces_[at].first;
    if ((first == '@' || first == '#') && space_before && pieces_.IsWordLike(at + 1)) {
      return EndOfWord(at + 1);
    }
    if (first == '.' || IsHyphen(first)) return EndOfRun(at);
    if (IsSingleQuote(first)) single_quote_open_ = space_before && pieces_.IsWordLike(at + 1);
    return at + 1;
  }

  size_t EndOfWord(size_t at) const {
    size_t end = EndOfJoinedWord(pieces_, at, vocabulary_);
    if (HasApostrophe(end)) ++end;
    const absl::string_view before = tokens_.empty() ? "" : tokens_.back().lower;
    return OwnsStop(pieces_, at, end, vocabulary_, before) ? end + 1 : end;
  }

  // The genitive of names in -s: "Moss’ bok". A closing quote looks the same, so only where no
  // single quote is open.
  bool HasApostrophe(size_t end) const {
    if (end >= pieces_.size() || single_quote_open_ || !IsSingleQuote(pieces_[end].first)) {
      return false;
    }
    const char last = pieces_.text()[pieces_[end].bytes.begin - 1];
    const bool before_word =
        pieces_.IsOf(end + 1, PieceKind::kBlank) && pieces_.IsWordLike(end + 2);
    return before_word && (last == 's' || last == 'x' || last == 'z');
  }

  size_t EndOfRun(size_t at) const {
    size_t end = at + 1;
    while (pieces_.IsOf(end, PieceKind::kOther) && pieces_.Is(end, pieces_[at].first)) ++end;
    return end;
  }

  // "!!!" and "=====" are one token.
  bool ContinuesRun(size_t at, size_t end, bool space_before) const {
    constexpr char32_t kRepeated[] = U"=*?!+_~#$<>";
    if (end != at + 1 || space_before || tokens_.empty()) return false;
    const char32_t mark = pieces_[at].first;
    const Token& before = tokens_.back();
    return std::u32string_view(kRepeated).find(mark) != std::u32string_view::npos &&
           before.bytes.end == pieces_[at].bytes.begin && !before.is_word &&
           static_cast<unsigned char>(pieces_.text()[before.bytes.end - 1]) == mark;
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
        pieces_.text().substr(token.bytes.begin, token.bytes.end - token.bytes.begin);
    token.is_word = pieces_.IsWordLike(at) || HasLetterOrDigit(form);
    token.is_capitalized = IsUpper(pieces_[at].first);
    token.space_before = space_before;
    token.lower = Fold(form);
    // A hyphen by itself, or several, is a typist's dash.
    const bool stands_alone =
        space_before && (end == pieces_.size() || pieces_.IsOf(end, PieceKind::kBlank));
    if (IsHyphen(pieces_[at].first) && !token.is_word && (end > at + 1 || stands_alone)) {
      token.lower = kDash;
    }
  }

  const ParagraphPieces pieces_;
  const Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
  bool single_quote_open_ = false;
};

}  // namespace

void Tokenizer::Tokenize(absl::string_view text, ByteSpan range, std::vector<Token>& tokens) const {
  Joiner(ParagraphPieces(text, range), vocabulary_, tokens).Run();
}

}  // namespace norn::ingest
