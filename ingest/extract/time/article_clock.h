// What an article has said of time so far: gives the expressions of its next sentence that count
// from a date told before ("samme dag", "to uker senere") their days.
//
//   ArticleClock clock;
//   for (const Sentence& sentence : text.sentences) clock.Read(sentence, times_of_sentence);
#ifndef NORN_INGEST_EXTRACT_TIME_ARTICLE_CLOCK_H_
#define NORN_INGEST_EXTRACT_TIME_ARTICLE_CLOCK_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/time/time_expressions.h"

namespace norn::ingest {

class ArticleClock {
 public:
  // The sentences of an article, in its order. Headings and datelines give no date to what follows.
  void Read(const Sentence& sentence, std::vector<TimeExpression>& times);

  // The date that the sentence before told, where the sentence read last goes on from it: it stands
  // in the same paragraph and tells no time itself. Null: none.
  const TimeExpression* Carried() const { return carried_ ? &*carried_ : nullptr; }

 private:
  std::optional<TimeExpression> last_;
  std::optional<TimeExpression> carried_;
  // A year that a paragraph begins with, as timelines do.
  std::optional<TimeExpression> section_;
  uint32_t section_paragraph_ = 0;
  uint32_t last_sentence_ = 0;
  uint32_t last_paragraph_ = UINT32_MAX;
  uint32_t sentences_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_ARTICLE_CLOCK_H_
