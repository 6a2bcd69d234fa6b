// What annotated text teaches the scorers of words: which words evoke an event of which kind, who
// fills its roles, what status it has.
//
//   WordExamples examples(left_out);
//   examples.Add(gold, reading);
//   ScorerSet scorers = examples.Train(options, SeenBy(fold, folds));
#ifndef NORN_TOOLS_TRAIN_READING_WORD_EXAMPLES_H_
#define NORN_TOOLS_TRAIN_READING_WORD_EXAMPLES_H_

#include <set>
#include <string>

#include "ingest/extract/article_reading.h"
#include "ingest/extract/scoring/scoring.pb.h"
#include "tools/train/event_corpus.h"
#include "tools/train/reading/folds.h"
#include "tools/train/reading/logistic_regression.h"
#include "tools/train/reading/table_cases.h"

namespace norn::train {

class WordExamples {
 public:
  // `left_out`: names of features that are not learned from.
  explicit WordExamples(const std::set<std::string>& left_out);

  // The words of an article, as they are seen in `reading`.
  void Add(const CorpusArticle& gold, const ingest::ArticleReading& reading);

  // The words of a table's case, which has been read: those that evoke what the table expects, and
  // the others. They are never held out.
  void Add(const TableCase& one, const ingest::ArticleReading& reading);

  // The scorers "evocation", "role" and "status", in this order.
  ingest::ScorerSet Train(const TrainingOptions& options, const GroupFilter& use) const;

  const ExampleSet& evocation() const { return evocation_; }
  const ExampleSet& role() const { return role_; }
  const ExampleSet& status() const { return status_; }

 private:
  void AddRoles(const CorpusArticle& gold, const ingest::ArticleReading& reading,
                const CorpusMention& mention, const ingest::SentenceView& view, uint32_t token);

  ExampleSet evocation_{{"none", "call", "meeting", "talks", "supply", "attack"}};
  ExampleSet role_{{"none", "participant", "supplier", "recipient", "attacker", "target", "weapon",
                    "place", "source"}};
  ExampleSet status_{
      {"happened", "planned", "proposed", "requested", "withheld", "threatened", "denied"}};
  const bool keeps_names_;  // of features
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_WORD_EXAMPLES_H_
