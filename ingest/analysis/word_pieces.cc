#include "ingest/analysis/word_pieces.h"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// Iterators are costly to make and belong to one thread at a time.
icu::BreakIterator& WordIterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    if (U_FAILURE(error) || made == nullptr) {
      std::fprintf(stderr, "norn: ICU has no word-break data: %s\n", u_errorName(error));
      std::abort();
    }
    return made;
  }();
  return *iterator;
}

PieceKind KindOf(char32_t first, int32_t rule_status) {
  if (IsBlank(first) || IsLineBreak(first)) return PieceKind::kBlank;
  if (rule_status >= UBRK_WORD_NUMBER && rule_status < UBRK_WORD_NUMBER_LIMIT) {
    return PieceKind::kNumber;
  }
  return rule_status >= UBRK_WORD_LETTER ? PieceKind::kWord : PieceKind::kOther;
}

WordPiece MakePiece(absl::string_view text, uint32_t begin, uint32_t end, int32_t rule_status) {
  size_t at = begin;
  const char32_t first = NextCodePoint(text, at);
  return {{begin, end}, KindOf(first, rule_status), first};
}

// The offset of a full stop that ends a sentence inside a word: at least two lower-case letters
// before it, and after it an upper-case one followed by a lower-case one. 0: there is none.
uint32_t FindGluedStop(absl::string_view word) {
  for (size_t stop = word.find('.'); stop != absl::string_view::npos;
       stop = word.find('.', stop + 1)) {
    size_t back = stop;
    size_t ahead = stop + 1;
    if (back == 0 || ahead >= word.size() || !IsLower(PreviousCodePoint(word, back))) continue;
    if (back == 0 || !IsLower(PreviousCodePoint(word, back))) continue;
    if (!IsUpper(NextCodePoint(word, ahead)) || ahead >= word.size()) continue;
    if (IsLower(NextCodePoint(word, ahead))) return static_cast<uint32_t>(stop);
  }
  return 0;
}

void Append(absl::string_view text, const WordPiece& piece, std::vector<WordPiece>& pieces) {
  uint32_t begin = piece.bytes.begin;
  while (piece.kind == PieceKind::kWord) {
    const uint32_t stop = FindGluedStop(text.substr(begin, piece.bytes.end - begin));
    if (stop == 0) break;
    pieces.push_back(MakePiece(text, begin, begin + stop, UBRK_WORD_LETTER));
    pieces.push_back(MakePiece(text, begin + stop, begin + stop + 1, UBRK_WORD_NONE));
    begin += stop + 1;
  }
  pieces.push_back(begin == piece.bytes.begin
                       ? piece
                       : MakePiece(text, begin, piece.bytes.end, UBRK_WORD_LETTER));
}

}  // namespace

std::vector<WordPiece> SplitWordPieces(absl::string_view text, ByteSpan range) {
  std::vector<WordPiece> pieces;
  if (range.begin >= range.end) return pieces;
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data() + range.begin, range.end - range.begin, &error);
  icu::BreakIterator& iterator = WordIterator();
  iterator.setText(&utext, error);
  if (U_SUCCESS(error)) {
    uint32_t begin = range.begin;
    for (int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
      const uint32_t piece_end = range.begin + static_cast<uint32_t>(end);
      Append(text, MakePiece(text, begin, piece_end, iterator.getRuleStatus()), pieces);
      begin = piece_end;
    }
  }
  utext_close(&utext);
  return pieces;
}

}  // namespace norn::ingest
