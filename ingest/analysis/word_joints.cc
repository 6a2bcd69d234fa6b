#include "ingest/analysis/word_joints.h"

#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// "10-15" is two numbers, "2025-07-04" is one date.
bool IsRange(const ParagraphPieces& pieces, size_t hyphen) {
  if (!pieces.IsOf(hyphen - 1, PieceKind::kNumber) ||
      !pieces.IsOf(hyphen + 1, PieceKind::kNumber)) {
    return false;
  }
  if (hyphen >= 2 && IsHyphen(pieces[hyphen - 2].first)) return false;
  const bool is_date = pieces.Length(hyphen - 1) == 4 && pieces.Length(hyphen + 1) == 2 &&
                       hyphen + 3 < pieces.size() && IsHyphen(pieces[hyphen + 2].first) &&
                       pieces.IsOf(hyphen + 3, PieceKind::kNumber) &&
                       pieces.Length(hyphen + 3) == 2;
  return !is_date;
}

// USA:s, EU:n, 12:30; not "han sa:ja".
bool JoinsAtColon(const ParagraphPieces& pieces, size_t colon, const Vocabulary& vocabulary) {
  const bool digit_before = pieces.IsOf(colon - 1, PieceKind::kNumber);
  if (pieces.IsOf(colon + 1, PieceKind::kNumber)) return digit_before;
  return (digit_before || pieces.FollowsUpper(colon)) &&
         vocabulary.Is("colon_ending", pieces.Text(colon + 1));
}

// "1 600": one to three digits, one blank, and groups of three.
bool JoinsThousands(const ParagraphPieces& pieces, size_t at, size_t blank) {
  constexpr size_t kMaxPieces = 12;  // longer ones are tables
  if (blank + 1 >= pieces.size() || !pieces.IsDigits(blank + 1) || pieces.Length(blank + 1) != 3 ||
      !pieces.IsOneCodePoint(blank) || !pieces.IsDigits(at) || pieces.Length(at) > 3 ||
      pieces.Is(at, '0') || blank - at > kMaxPieces) {
    return false;
  }
  for (size_t group = at + 2; group < blank; group += 2) {
    if (!pieces.IsDigits(group)) return false;
  }
  return true;
}

// The end after joining what follows the word [at, end), or `end`.
size_t Extend(const ParagraphPieces& pieces, size_t at, size_t end, const Vocabulary& vocabulary) {
  if (end >= pieces.size()) return end;
  if (pieces.IsOf(end, PieceKind::kBlank)) return JoinsThousands(pieces, at, end) ? end + 2 : end;
  if (!pieces.IsWordLike(end + 1)) return end;
  const char32_t joint = pieces[end].first;
  if (IsHyphen(joint)) return IsRange(pieces, end) ? end : end + 2;
  if (joint == ':') return JoinsAtColon(pieces, end, vocabulary) ? end + 2 : end;
  if (joint == '@') return end + 2;
  const bool is_initials = IsUpper(pieces[end + 1].first) && pieces.FollowsUpper(end);
  return joint == '&' && is_initials ? end + 2 : end;
}

// "utenriks- og forsvarsminister"
bool HasHangingHyphen(const ParagraphPieces& pieces, size_t end) {
  return end + 1 < pieces.size() && IsHyphen(pieces[end].first) &&
         pieces.IsOf(end - 1, PieceKind::kWord) && pieces.IsOf(end + 1, PieceKind::kBlank);
}

}  // namespace

size_t EndOfJoinedWord(const ParagraphPieces& pieces, size_t at, const Vocabulary& vocabulary) {
  size_t end = at + 1;
  for (size_t next = Extend(pieces, at, end, vocabulary); next > end;
       next = Extend(pieces, at, end, vocabulary)) {
    end = next;
  }
  return HasHangingHyphen(pieces, end) ? end + 1 : end;
}

}  // namespace norn::ingest
