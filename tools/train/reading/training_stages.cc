#include "tools/train/reading/training_stages.h"

#include <cstdio>
#include <utility>

#include "ingest/analysis/annotator.h"
#include "ingest/extract/claims/role_filling.h"
#include "ingest/extract/scoring/linear_model.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::train {
namespace {

using ingest::ScorerModels;
using ingest::ScorerSet;

void Append(const ScorerSet& from, ScorerSet& to) {
  for (const ingest::Scorer& scorer : from.scorer()) *to.add_scorer() = scorer;
}

absl::StatusOr<ScorerModels> ModelsOf(const ScorerSet& scorers) {
  return ScorerModels::FromBytes(scorers.SerializeAsString());
}

}  // namespace

TrainingStages::TrainingStages(const TrainingPlan& plan, const std::vector<CorpusArticle>& articles,
                               std::vector<TableCase> cases)
    : plan_(plan),
      articles_(articles),
      cases_(std::move(cases)),
      reader_(ingest::LexiconSet::BuiltIn(), ingest::Annotator::BuiltIn()),
      words_(plan.left_out),
      evocation_(words_.evocation()),
      role_(words_.role()),
      status_(words_.status()),
      events_(plan.folds) {}

absl::Status TrainingStages::Run(const RecordVisitor& visit) {
  LearnMeanings();
  if (absl::Status status = LearnWordsOfArticles(); !status.ok()) return status;
  if (absl::Status status = LearnWordsOfTables(); !status.ok()) return status;
  MeasureWords();
  if (!plan_.words_alone) {
    if (absl::Status status = LearnOpenRoles(); !status.ok()) return status;
    if (absl::Status status = ReadUnseenArticles(); !status.ok()) return status;
  }
  return LearnEvents(visit);
}

void TrainingStages::LearnMeanings() {
  for (const CorpusArticle& gold : articles_) AddMeanings(gold, reader_, meanings_, actors_);
  for (int fold = 0; fold <= plan_.folds; ++fold) {
    const GroupFilter use = fold == plan_.folds ? EveryGroup() : SeenBy(fold, plan_.folds);
    ScorerSet& scorers = who_.emplace_back();
    scorers.set_format_version(ingest::kScorerFormatVersion);
    *scorers.add_scorer() = meanings_.Train(ingest::kMeaningScorer, use);
    *scorers.add_scorer() = actors_.Train(ingest::kActorScorer, use);
  }
}

// Whom an article's phrases mean is decided by scorers that have not seen it.
absl::Status TrainingStages::LearnWordsOfArticles() {
  std::vector<ScorerModels> who;
  for (int fold = 0; fold < plan_.folds; ++fold) {
    absl::StatusOr<ScorerModels> models = ModelsOf(who_[fold]);
    if (!models.ok()) return models.status();
    who.push_back(*std::move(models));
  }
  for (const CorpusArticle& gold : articles_) {
    const ScorerModels& models = who[gold.number % plan_.folds];
    const auto reading = reader_.Read(ToArticle(gold), ingest::MeaningsBy(models));
    if (reading != nullptr) words_.Add(gold, *reading);
  }
  std::printf("%zu articles; examples: %zu words, %zu fillers, %zu events\n", articles_.size(),
              words_.evocation().examples().size(), words_.role().examples().size(),
              words_.status().examples().size());
  return absl::OkStatus();
}

absl::Status TrainingStages::LearnWordsOfTables() {
  ScorerSet scorers = words_.Train(plan_.words, EveryGroup());
  Append(who_.back(), scorers);
  return ReadCases(scorers, /*teaches=*/true);
}

void TrainingStages::MeasureWords() {
  for (int fold = 0; fold < plan_.folds; ++fold) {
    ScorerSet& scorers = scorers_.emplace_back();
    scorers = words_.Train(plan_.words, SeenBy(fold, plan_.folds));
    Append(who_[fold], scorers);
    const GroupFilter unseen = UnseenBy(fold, plan_.folds);
    evocation_.Add(scorers.scorer(0), unseen);
    role_.Add(scorers.scorer(1), unseen);
    status_.Add(scorers.scorer(2), unseen);
  }
}

// From events that scorers found which had not seen their articles.
absl::Status TrainingStages::LearnOpenRoles() {
  const absl::Status status =
      ForEachUnseen([&](const CorpusArticle& gold, const ingest::Extractor& extractor) {
        ingest::Extractor::Trace trace;
        extractor.ExtractAll(ToArticle(gold), trace);
        for (auto& [vacancy, examples] : roles_) {
          examples.Add(gold.number, RoleExamples(trace, gold, vacancy));
        }
      });
  if (!status.ok()) return status;
  for (int fold = 0; fold < plan_.folds; ++fold) {
    AddOpenRoleScorers(SeenBy(fold, plan_.folds), scorers_[fold]);
  }
  return absl::OkStatus();
}

void TrainingStages::AddOpenRoleScorers(const GroupFilter& use, ScorerSet& scorers) const {
  for (const auto& [vacancy, examples] : roles_) {
    *scorers.add_scorer() = examples.Train(ingest::ScorerOf(vacancy), use);
  }
}

absl::Status TrainingStages::ReadUnseenArticles() {
  return ForEachUnseen([&](const CorpusArticle& gold, const ingest::Extractor& extractor) {
    unseen_.push_back(ReadUnseen(extractor, gold));
  });
}

absl::Status TrainingStages::LearnEvents(const RecordVisitor& visit) {
  ScorerSet& last = scorers_.emplace_back();
  last = words_.Train(plan_.words, EveryGroup());
  Append(who_.back(), last);
  AddOpenRoleScorers(EveryGroup(), last);
  if (absl::Status status = ReadCases(last, /*teaches=*/false); !status.ok()) return status;
  const ExampleSet examples = EventExamples(cases_, unseen_);
  for (int fold = 0; fold < plan_.folds && !plan_.words_alone; ++fold) {
    const ingest::LinearModel model = *ingest::LinearModel::FromScorer(
        Train("event", examples, plan_.events, SeenBy(fold, plan_.folds)));
    for (const UnseenArticle& one : unseen_) {
      if (IsSeen(one.gold->number, fold, plan_.folds)) continue;
      const proto::Extraction record = events_.Add(one, model);
      if (!visit) continue;
      if (absl::Status status = visit(*one.gold, record); !status.ok()) return status;
    }
  }
  ingest::Scorer& event = *last.add_scorer();
  event = Train("event", examples, plan_.events, EveryGroup());
  for (const uint32_t right : events_.Calibration()) event.add_right_of_thousand(right);
  return absl::OkStatus();
}

// `teaches`: the words of the cases are examples for the scorers of words.
absl::Status TrainingStages::ReadCases(const ScorerSet& scorers, bool teaches) {
  const absl::StatusOr<ScorerModels> models = ModelsOf(scorers);
  if (!models.ok()) return models.status();
  const ingest::Extractor extractor = ExtractorBy(*models);
  for (TableCase& one : cases_) {
    ReadCase(extractor, one);
    if (!teaches) continue;
    const auto reading = reader_.Read(one.article, ingest::MeaningsBy(*models));
    if (reading != nullptr) words_.Add(one, *reading);
  }
  return absl::OkStatus();
}

absl::Status TrainingStages::ForEachUnseen(
    const std::function<void(const CorpusArticle&, const ingest::Extractor&)>& see) const {
  for (int fold = 0; fold < plan_.folds; ++fold) {
    const absl::StatusOr<ScorerModels> models = ModelsOf(scorers_[fold]);
    if (!models.ok()) return models.status();
    const ingest::Extractor extractor = ExtractorBy(*models);
    for (const CorpusArticle& gold : articles_) {
      if (!IsSeen(gold.number, fold, plan_.folds)) see(gold, extractor);
    }
  }
  return absl::OkStatus();
}

ingest::Extractor TrainingStages::ExtractorBy(const ScorerModels& models) const {
  return {ingest::LexiconSet::BuiltIn(), ingest::Annotator::BuiltIn(), models, plan_.scoring};
}

void TrainingStages::PrintFigures() const {
  evocation_.Print("evocation");
  evocation_.PrintCurve();
  role_.Print("roles");
  status_.Print("status");
  events_.Print();
}

}  // namespace norn::train
