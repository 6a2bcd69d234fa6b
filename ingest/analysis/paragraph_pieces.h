// One paragraph's pieces, with what is asked of them while they are joined to tokens. Places are
// indexes of pieces; a place past the end is asked about as any other, and is nothing.
//
//   ParagraphPieces pieces(text, range);
//   if (pieces.IsWordLike(at) && pieces.Is(at + 1, '.')) …
#ifndef NORN_INGEST_ANALYSIS_PARAGRAPH_PIECES_H_
#define NORN_INGEST_ANALYSIS_PARAGRAPH_PIECES_H_

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/unicode.h"
#include "ingest/analysis/word_pieces.h"

namespace norn::ingest {

class ParagraphPieces {
 public:
  // `text` outlives this.
  ParagraphPieces(absl::string_view text, ByteSpan range)
      : text_(text), pieces_(SplitWordPieces(text, range)) {}

  absl::string_view text() const { return text_; }
  size_t size() const { return pieces_.size(); }
  const WordPiece& operator[](size_t at) const { return pieces_[at]; }

  bool IsWordLike(size_t at) const {
    return IsOf(at, PieceKind::kWord) || IsOf(at, PieceKind::kNumber);
  }
  bool IsOf(size_t at, PieceKind kind) const { return at < size() && pieces_[at].kind == kind; }
  bool Is(size_t at, char32_t first) const { return at < size() && pieces_[at].first == first; }

  // Of a piece that is there.
  absl::string_view Text(size_t at) const {
    return text_.substr(pieces_[at].bytes.begin, Length(at));
  }
  size_t Length(size_t at) const { return pieces_[at].bytes.end - pieces_[at].bytes.begin; }
  bool IsDigits(size_t at) const {
    const absl::string_view digits = Text(at);
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  bool IsOneCodePoint(size_t at) const {
    size_t end = pieces_[at].bytes.begin;
    NextCodePoint(text_, end);
    return end == pieces_[at].bytes.end;
  }
  // Whether the character before the piece is an upper-case letter.
  bool FollowsUpper(size_t at) const {
    size_t begin = pieces_[at].bytes.begin;
    return IsUpper(PreviousCodePoint(text_, begin));
  }

 private:
  absl::string_view text_;
  std::vector<WordPiece> pieces_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_PARAGRAPH_PIECES_H_
