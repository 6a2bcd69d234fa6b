#include "ingest/analysis/word_stops.h"

#include <cstdint>

#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// "14. juni", "2. verdenskrig": what follows could not begin a sentence.
bool IsOrdinal(const ParagraphPieces& pieces, size_t at, size_t stop) {
  if (!pieces.IsDigits(at) || pieces.Length(at) > 3) return false;
  size_t next = stop + 1;
  if (pieces.IsOf(next, PieceKind::kBlank)) ++next;
  return next < pieces.size() && IsLower(pieces[next].first);
}

// "J. D. Dahl", "Olena W. Koval", not "skriver han på X. Dahl": after a preposition a letter is a
// name of its own.
bool IsInitial(const ParagraphPieces& pieces, size_t at, size_t stop, const Vocabulary& vocabulary,
               absl::string_view word_before) {
  if (!pieces.IsOneCodePoint(at) || !IsUpper(pieces[at].first)) return false;
  const bool before_capital = stop + 2 < pieces.size() &&
                              pieces.IsOf(stop + 1, PieceKind::kBlank) &&
                              IsUpper(pieces[stop + 2].first);
  return before_capital && !vocabulary.Is("preposition", word_before);
}

// U.S, D.C, J.D: single letters with full stops between them.
bool IsAcronym(absl::string_view word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.size(); ++letters) {
    if (!IsUpper(NextCodePoint(word, at))) return false;
    if (at < word.size() && word[at++] != '.') return false;
  }
  return letters >= 2;
}

}  // namespace

bool OwnsStop(const ParagraphPieces& pieces, size_t at, size_t end, const Vocabulary& vocabulary,
              absl::string_view word_before) {
  if (!pieces.Is(end, '.') || pieces.Is(end + 1, '.')) return false;
  const uint32_t begin = pieces[at].bytes.begin;
  const absl::string_view word = pieces.text().substr(begin, pieces[end].bytes.begin - begin);
  const bool is_single = end == at + 1;
  if (is_single &&
      (IsOrdinal(pieces, at, end) || IsInitial(pieces, at, end, vocabulary, word_before))) {
    return true;
  }
  const absl::string_view with_stop = pieces.text().substr(begin, word.size() + 1);
  return IsAcronym(word) || vocabulary.IsAbbreviation(Fold(with_stop));
}

}  // namespace norn::ingest
