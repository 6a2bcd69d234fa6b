// The last scorer: which whole events are right. Learned from all that might be stated of articles,
// by scorers that had not seen them, and from the tables' cases.
#ifndef NORN_TOOLS_TRAIN_READING_EVENT_TRAINING_H_
#define NORN_TOOLS_TRAIN_READING_EVENT_TRAINING_H_

#include <cstdint>
#include <vector>

#include "ingest/extract/extractor.h"
#include "ingest/extract/scoring/linear_model.h"
#include "proto/extraction.pb.h"
#include "tools/train/event_corpus.h"
#include "tools/train/reading/calibration.h"
#include "tools/train/reading/gold_alignment.h"
#include "tools/train/reading/logistic_regression.h"
#include "tools/train/reading/table_cases.h"
#include "tools/train/reading/word_measure.h"

namespace norn::train {

// All that may be stated of one article, and whether it is right.
struct UnseenArticle {
  const CorpusArticle* gold = nullptr;
  proto::Extraction record;
  ingest::Extractor::Trace trace;
  std::vector<EventVerdict> verdicts;  // by event of the record
};

// `extractor`'s scorers have not seen the article; `gold` outlives what is returned.
UnseenArticle ReadUnseen(const ingest::Extractor& extractor, const CorpusArticle& gold);

// The examples of the scorer "event".
ExampleSet EventExamples(const std::vector<TableCase>& cases,
                         const std::vector<UnseenArticle>& articles);

// How many events are right by how likely the scorer holds them, each article by a scorer that has
// not seen it.
class EventMeasure {
 public:
  explicit EventMeasure(int folds) : judged_(folds) {}

  // The article's record with the events that are likely enough, and how sure each is.
  proto::Extraction Add(const UnseenArticle& article, const ingest::LinearModel& scorer);

  void Print() const;
  // From all that was added.
  std::vector<uint32_t> Calibration() const;

 private:
  std::vector<JudgedShare> AllBut(int fold) const;
  void PrintCalibration() const;

  std::vector<std::vector<JudgedShare>> judged_;  // by fold
  // At least so likely, and about as likely.
  std::vector<Counts> at_ = std::vector<Counts>(kCurveSteps);
  std::vector<Counts> bins_ = std::vector<Counts>(kCurveSteps);
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_EVENT_TRAINING_H_
