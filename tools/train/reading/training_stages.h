// Trains the scorers of reading, each on what those before it make of articles that they have not
// seen:
//
//   1. whom phrases mean, and who is an actor
//   2. words: evocation, role, status
//   3. who fills roles that are open, or held by the wrong one
//   4. which whole events are right
#ifndef NORN_TOOLS_TRAIN_READING_TRAINING_STAGES_H_
#define NORN_TOOLS_TRAIN_READING_TRAINING_STAGES_H_

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "ingest/extract/article_reading.h"
#include "ingest/extract/extractor.h"
#include "ingest/extract/scoring/scorer_set.h"
#include "ingest/extract/scoring/scoring.pb.h"
#include "tools/train/event_corpus.h"
#include "tools/train/reading/entity_examples.h"
#include "tools/train/reading/event_training.h"
#include "tools/train/reading/table_cases.h"
#include "tools/train/reading/word_examples.h"
#include "tools/train/reading/word_measure.h"

namespace norn::train {

struct TrainingPlan {
  int folds = 5;
  bool words_alone = false;  // measure the scorers of words, leave the events out
  ingest::ScoringOptions scoring;
  TrainingOptions words;
  TrainingOptions events;
  std::set<std::string> left_out;  // names of features
};

class TrainingStages {
 public:
  // Sees the record of an article by scorers that have not seen it.
  using RecordVisitor =
      std::function<absl::Status(const CorpusArticle& gold, const proto::Extraction& record)>;

  // `articles` outlive it.
  TrainingStages(const TrainingPlan& plan, const std::vector<CorpusArticle>& articles,
                 std::vector<TableCase> cases);

  // `visit` may be empty.
  absl::Status Run(const RecordVisitor& visit);

  // After Run. Of articles that the scorers had not seen.
  void PrintFigures() const;
  // Likewise: the scorers that have seen everything.
  const ingest::ScorerSet& scorers() const { return scorers_.back(); }

 private:
  void LearnMeanings();
  absl::Status LearnWordsOfArticles();
  absl::Status LearnWordsOfTables();
  void MeasureWords();
  absl::Status LearnOpenRoles();
  absl::Status ReadUnseenArticles();
  absl::Status LearnEvents(const RecordVisitor& visit);
  absl::Status ReadCases(const ingest::ScorerSet& scorers, bool teaches);
  absl::Status ForEachUnseen(
      const std::function<void(const CorpusArticle&, const ingest::Extractor&)>& see) const;
  void AddOpenRoleScorers(const GroupFilter& use, ingest::ScorerSet& scorers) const;
  ingest::Extractor ExtractorBy(const ingest::ScorerModels& models) const;

  const TrainingPlan plan_;
  const std::vector<CorpusArticle>& articles_;
  std::vector<TableCase> cases_;
  const ingest::ArticleReader reader_;
  EntityExamples meanings_;
  EntityExamples actors_;
  // By why it is asked who fills a role.
  std::map<ingest::Vacancy, EntityExamples> roles_ = {
      {ingest::Vacancy::kOpen, {}}, {ingest::Vacancy::kHeld, {}}, {ingest::Vacancy::kFurther, {}}};
  WordExamples words_;
  std::vector<UnseenArticle> unseen_;
  // By fold, those that have not seen it; the last have seen everything.
  std::vector<ingest::ScorerSet> who_;
  std::vector<ingest::ScorerSet> scorers_;
  WordMeasure evocation_;
  WordMeasure role_;
  WordMeasure status_;
  EventMeasure events_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_TRAINING_STAGES_H_
