#include "ingest/analysis/web_addresses.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {

bool BeginsAddress(const ParagraphPieces& pieces, size_t at) {
  const absl::string_view word = pieces.Text(at);
  if (absl::StartsWith(word, "www.")) return true;
  return (word == "http" || word == "https") &&
         absl::StartsWith(pieces.text().substr(pieces[at].bytes.end), "://");
}

size_t EndOfAddress(const ParagraphPieces& pieces, size_t at) {
  size_t end = at;
  while (end < pieces.size() && !pieces.IsOf(end, PieceKind::kBlank) &&
         !IsDoubleQuote(pieces[end].first)) {
    ++end;
  }
  static constexpr absl::string_view kSentencePunctuation = ".,;:!?)]'>";
  while (end > at + 1 && pieces.Length(end - 1) == 1 &&
         absl::StrContains(kSentencePunctuation, pieces.Text(end - 1))) {
    --end;
  }
  return end;
}

}  // namespace norn::ingest
