// ICU's word breaks as pieces of text, each with what the tokenizer asks of it.
//
//   for (const WordPiece& piece : SplitWordPieces(text, range)) …
#ifndef NORN_INGEST_ANALYSIS_WORD_PIECES_H_
#define NORN_INGEST_ANALYSIS_WORD_PIECES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"

namespace norn::ingest {

enum class PieceKind : uint8_t { kWord, kNumber, kBlank, kOther };

struct WordPiece {
  ByteSpan bytes;
  PieceKind kind = PieceKind::kOther;
  char32_t first = 0;  // its first code point
};

// The pieces cover `range` without gaps. What ICU joins at a full stop that ends a sentence
// ("slutt.Han") comes as two words and a stop.
std::vector<WordPiece> SplitWordPieces(absl::string_view text, ByteSpan range);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_WORD_PIECES_H_
