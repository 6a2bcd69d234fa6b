#include "tools/train/reading/event_training.h"

#include <algorithm>
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/claims/told_again.h"
#include "tools/train/reading/entity_examples.h"
#include "tools/train/reading/folds.h"

namespace norn::train {
namespace {

constexpr int kNoFold = -1;

size_t BinOf(size_t share) {
  return std::min<size_t>(kCurveSteps - 1, share * kCurveSteps / ingest::kWholeShare);
}

// As the extractor does with those that it states.
void KeepOneOfEach(proto::Extraction& record) {
  std::vector<proto::EventClaim*> claims;
  for (proto::EventClaim& event : *record.mutable_events()) claims.push_back(&event);
  proto::Extraction kept;
  for (const size_t i : ingest::JoinToldAgain(claims)) *kept.add_events() = *claims[i];
  record.mutable_events()->Swap(kept.mutable_events());
}

absl::string_view LabelOf(EventVerdict verdict) {
  return verdict == EventVerdict::kRight ? "right" : "wrong";
}

}  // namespace

UnseenArticle ReadUnseen(const ingest::Extractor& extractor, const CorpusArticle& gold) {
  UnseenArticle one;
  one.gold = &gold;
  one.record = extractor.ExtractAll(ToArticle(gold), one.trace);
  one.verdicts = JudgeEvents(one.record, gold);
  return one;
}

ExampleSet EventExamples(const std::vector<TableCase>& cases,
                         const std::vector<UnseenArticle>& articles) {
  ExampleSet events({"wrong", "right"});
  for (const TableCase& one : cases) {
    for (size_t i = 0; i < one.trace.events.size(); ++i) {
      events.Add(one.trace.events[i].features, LabelOf(one.verdicts[i]), kTableWeight,
                 kNeverHeldOut);
    }
  }
  for (const UnseenArticle& one : articles) {
    for (size_t i = 0; i < one.trace.events.size(); ++i) {
      if (one.verdicts[i] == EventVerdict::kOptional) continue;
      events.Add(one.trace.events[i].features, LabelOf(one.verdicts[i]), 1, one.gold->number);
    }
  }
  return events;
}

proto::Extraction EventMeasure::Add(const UnseenArticle& article,
                                    const ingest::LinearModel& scorer) {
  size_t wanted = 0;
  for (const CorpusEvent& event : article.gold->events) wanted += event.is_optional ? 0 : 1;
  for (Counts& counts : at_) counts.wanted += wanted;
  proto::Extraction record = article.record;
  record.clear_events();
  for (size_t i = 0; i < article.trace.events.size(); ++i) {
    const uint32_t share = scorer.Score(article.trace.events[i].features).share[1];
    if (share >= article.trace.events[i].least_share) {
      proto::EventClaim* const event = record.add_events();
      *event = article.record.events(static_cast<int>(i));
      event->set_confidence(static_cast<double>(share) / ingest::kWholeShare);
    }
    if (article.verdicts[i] == EventVerdict::kOptional) continue;
    const bool is_right = article.verdicts[i] == EventVerdict::kRight;
    judged_[article.gold->number % judged_.size()].push_back({share, is_right});
    const size_t bin = BinOf(share);
    ++bins_[bin].found;
    bins_[bin].right += is_right ? 1 : 0;
    for (size_t step = 0; step <= bin; ++step) {
      ++at_[step].found;
      at_[step].right += is_right ? 1 : 0;
    }
  }
  KeepOneOfEach(record);
  return record;
}

std::vector<JudgedShare> EventMeasure::AllBut(int fold) const {
  std::vector<JudgedShare> all;
  for (int i = 0; i < static_cast<int>(judged_.size()); ++i) {
    if (i != fold) all.insert(all.end(), judged_[i].begin(), judged_[i].end());
  }
  return all;
}

std::vector<uint32_t> EventMeasure::Calibration() const {
  return CalibrationTable(AllBut(kNoFold));
}

void EventMeasure::Print() const {
  constexpr size_t kPercent = 100 / kCurveSteps;
  std::printf("events\n");
  for (size_t step = 0; step < kCurveSteps; ++step) {
    at_[step].Print(absl::StrCat("at least ", step * kPercent, " %"));
  }
  for (size_t step = 0; step < kCurveSteps; ++step) {
    std::printf("  said to be %zu to %zu %% sure: %zu of %zu right\n", step * kPercent,
                (step + 1) * kPercent, bins_[step].right, bins_[step].found);
  }
  PrintCalibration();
}

// How many are right of those of about one confidence: each fold by the others' calibration.
void EventMeasure::PrintCalibration() const {
  std::vector<Counts> bins(kCurveSteps);
  for (int fold = 0; fold < static_cast<int>(judged_.size()); ++fold) {
    ingest::Scorer scorer;
    scorer.add_label("");
    scorer.add_bias(0);
    for (const uint32_t right : CalibrationTable(AllBut(fold))) {
      scorer.add_right_of_thousand(right);
    }
    const ingest::LinearModel model = *ingest::LinearModel::FromScorer(scorer);
    for (const JudgedShare& one : judged_[fold]) {
      Counts& bin = bins[BinOf(model.Calibrated(one.share))];
      ++bin.found;
      bin.right += one.is_right ? 1 : 0;
    }
  }
  for (size_t step = 0; step < kCurveSteps; ++step) {
    std::printf("  confidence %.2f to %.2f: %zu of %zu right\n", step * 0.05, step * 0.05 + 0.05,
                bins[step].right, bins[step].found);
  }
}

}  // namespace norn::train
