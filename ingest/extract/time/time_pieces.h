// Reads one piece of a time expression: a date in digits, a month with its day, a weekday, "for to
// uker siden", a year. Neighbouring pieces are joined by FindTimeExpressions.
#ifndef NORN_INGEST_EXTRACT_TIME_TIME_PIECES_H_
#define NORN_INGEST_EXTRACT_TIME_TIME_PIECES_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/time/time_fields.h"

namespace norn::ingest {

struct TimePiece {
  TimeFields fields;
  uint32_t token_count = 0;
  // Means a time only beside another piece or behind a preposition: "mars", "våren", 2014.
  bool needs_company = false;
  // Counts from what stands behind it: "dagen etter at", "to dager før møtet".
  bool governs = false;
  // A time of which nothing is known: "i sin tid", "noen uker siden".
  bool is_vague = false;
  // A part of the day, which tells no day.
  bool is_part = false;
};

class TimePieceReader {
 public:
  TimePieceReader(const AnnotatedText& text, const Sentence& sentence, const Grammar& grammar)
      : text_(text),
        grammar_(grammar),
        begin_(sentence.first_token),
        end_(sentence.first_token + sentence.token_count) {}

  std::optional<TimePiece> At(uint32_t at) const;

 private:
  const std::string& Word(uint32_t at) const;
  const TimeWord* TimeWordAt(uint32_t at, TimeWord::Kind kind, uint32_t* length) const;

  // Tokens from `at` on without blanks between them, `count` of them; empty: there are not so many.
  std::string Glued(uint32_t at, uint32_t count) const;

  std::optional<int> DayNumber(absl::string_view word) const;
  std::optional<int> DayAt(uint32_t at, uint32_t* count) const;
  std::optional<TimePiece> ReadDigitDate(const std::string& word) const;
  std::optional<TimePiece> DigitDate(uint32_t at) const;
  std::optional<TimePiece> Days(uint32_t at) const;
  std::optional<TimePiece> MonthAndDay(uint32_t at) const;
  uint32_t TakeDaysBehind(uint32_t at, TimeFields& fields) const;
  std::optional<TimePiece> OrdinalDay(uint32_t at) const;
  std::optional<TimePiece> Counted(uint32_t at) const;
  std::optional<TimePiece> CountedAhead(uint32_t at) const;
  std::optional<TimePiece> FromTimeWord(uint32_t at) const;
  std::optional<TimePiece> OfTimeWord(uint32_t at, uint32_t count, const TimeWord& word) const;
  std::optional<TimePiece> Directed(uint32_t at, uint32_t count, int direction) const;
  std::optional<TimePiece> Year(uint32_t at) const;
  std::optional<TimePiece> Decade(uint32_t at) const;
  std::optional<TimePiece> ReadDecade(absl::string_view word) const;

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const uint32_t begin_;
  const uint32_t end_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_TIME_PIECES_H_
