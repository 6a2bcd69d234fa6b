// Finds the words of a sentence that tell when: "14. juni", "våren 2022", "torsdag i forrige uke",
// "for to måneder siden", "dagen etter". What they mean depends on the day of publication, which
// may be known by the month only, and on dates told before; what cannot be known stays a range.
#ifndef NORN_INGEST_EXTRACT_TIME_TIME_EXPRESSIONS_H_
#define NORN_INGEST_EXTRACT_TIME_TIME_EXPRESSIONS_H_

#include <cstdint>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/extract/time/time_fields.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct TimeExpression {
  enum class Kind : uint8_t {
    kDate,      // when it was: `past` or, for what lies ahead, `future`
    kSince,     // a date that something else has lasted from: "siden 14. juni"
    kRelative,  // `shift` days from the event that the next clause tells of: "dagen etter at"
    kUnknown,   // a time that is told, but not known: "i sin tid", "samme dag" with none before
  };
  Kind kind = Kind::kDate;
  uint32_t first_token = 0;
  uint32_t token_count = 0;
  TimeFields fields;
  proto::DateRange past;
  proto::DateRange future;
  int shift = 0;
  // "fredagens": the day of the noun behind it.
  bool is_genitive = false;

  uint32_t end_token() const { return first_token + token_count; }
};

// In the order of the text, without overlaps. `published` may be empty: then only expressions that
// name their year have a range. Those that count from a date told before are kUnknown until an
// ArticleClock has seen them.
std::vector<TimeExpression> FindTimeExpressions(const AnnotatedText& text, const Sentence& sentence,
                                                const Grammar& grammar, const DayRange& published);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_TIME_EXPRESSIONS_H_
