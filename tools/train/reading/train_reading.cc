// Trains the scorers of reading from the annotated corpus, or measures them by cross-validation
// over whole articles.
//
//   train_reading --out reading.scorers CORPUS.txt...
//   train_reading --folds 5 --rows rows.jsonl CORPUS.txt...    (figures; the graphs of unseen
//   articles)
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/annotator.h"
#include "ingest/extract/article_reading.h"
#include "ingest/extract/claims/role_filling.h"
#include "ingest/extract/claims/status_features.h"
#include "ingest/extract/conformance/facts.h"
#include "ingest/extract/conformance/table.h"
#include "ingest/extract/evocation/evocation_features.h"
#include "ingest/extract/extractor.h"
#include "ingest/extract/roles/role_features.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/resolve.h"
#include "nlohmann/json.hpp"
#include "tools/export/formats/jsonl.h"
#include "tools/train/event_corpus.h"
#include "tools/train/meaning_trainer.h"
#include "tools/train/reading/calibration.h"
#include "tools/train/reading/gold_alignment.h"
#include "tools/train/reading/logistic_regression.h"

namespace norn::train {
namespace {

using ingest::ArticleReading;
using ingest::Features;
using ingest::Scorer;
using ingest::ScorerSet;
using ingest::SentenceView;

// Texts that are optional readings count half.
constexpr float kOptionalWeight = 0.5;

// A case of the tables stands for many sentences.
constexpr float kTableWeight = 6;
// The group of what is never held out.
constexpr int kAlways = -1;

struct Sets {
  ExampleSet evocation{{"none", "call", "meeting", "talks", "supply", "attack"}};
  ExampleSet role{{"none", "participant", "supplier", "recipient", "attacker", "target", "weapon",
                   "place", "source"}};
  ExampleSet status{
      {"happened", "planned", "proposed", "requested", "withheld", "threatened", "denied"}};
  // Of the examples' features.
  bool keeps_names = false;
};

bool IsSeen(int group, int fold, int folds) { return group == kAlways || group % folds != fold; }

proto::Article ToArticle(const CorpusArticle& gold) {
  proto::Article article;
  article.set_name(absl::StrCat(gold.number, "-", gold.language, ".txt"));
  article.set_published(gold.published);
  article.set_language(gold.language);
  article.set_text(gold.text);
  return article;
}

const SentenceView* ViewOf(const ArticleReading& reading, uint32_t token) {
  for (const auto& view : reading.views) {
    if (view != nullptr && view->context.begin() <= token && token < view->context.end()) {
      return view.get();
    }
  }
  return nullptr;
}

void AddExamples(const CorpusArticle& gold, const ArticleReading& reading, Sets& sets) {
  struct Told {
    std::string type;
    bool is_optional;
  };
  std::map<uint32_t, Told> told;
  std::set<std::pair<uint32_t, size_t>> seen;
  for (const CorpusMention& mention : gold.mentions) {
    const CorpusEvent& event = gold.events[mention.event];
    for (const uint32_t token : TriggerTokens(reading.text, gold, mention)) {
      if (!ingest::MayEvoke(reading.text.tokens[token])) continue;
      const SentenceView* const view = ViewOf(reading, token);
      if (view == nullptr) continue;
      const auto [known, is_new] = told.try_emplace(token, Told{event.type, event.is_optional});
      if (!is_new && !event.is_optional) known->second = {event.type, false};
      if (!seen.insert({token, mention.event}).second) continue;
      const float weight = event.is_optional ? kOptionalWeight : 1;
      const ingest::RuleRoles rules = ingest::RolesByRules(*view, token, event.type);
      const std::vector<std::string> roles = RolesOfMentions(reading, gold, mention, *view, token);
      for (uint32_t i = 0; i < roles.size(); ++i) {
        Features features(sets.keeps_names);
        ingest::AddRoleFeatures(*view, token, event.type, i, rules, features);
        // Figures fill fields, not roles.
        const auto& known = sets.role.labels();
        const bool is_role = std::find(known.begin(), known.end(), roles[i]) != known.end();
        sets.role.Add(features, is_role ? roles[i] : "none", weight, gold.number);
      }
      Features features(sets.keeps_names);
      ingest::AddStatusFeatures(*view, token, event.type, features);
      sets.status.Add(features, event.status, weight, gold.number);
    }
  }
  for (const auto& view : reading.views) {
    if (view == nullptr) continue;
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      if (!ingest::MayEvoke(view->token(at))) continue;
      const auto found = told.find(at);
      Features features(sets.keeps_names);
      ingest::AddEvocationFeatures(*view, at, features);
      if (found == told.end()) {
        sets.evocation.Add(features, "none", 1, gold.number);
      } else {
        sets.evocation.Add(features, found->second.type,
                           found->second.is_optional ? kOptionalWeight : 1, gold.number);
      }
    }
  }
}

ScorerSet TrainAll(const Sets& sets, const TrainingOptions& options,
                   const std::function<bool(int)>& use) {
  ScorerSet all;
  all.set_format_version(1);
  *all.add_scorer() = Train("evocation", sets.evocation, options, use);
  *all.add_scorer() = Train("role", sets.role, options, use);
  *all.add_scorer() = Train("status", sets.status, options, use);
  return all;
}

struct Counts {
  size_t right = 0;
  size_t found = 0;
  size_t wanted = 0;
  void Print(const std::string& name) const {
    const double p = found == 0 ? 1 : static_cast<double>(right) / found;
    const double r = wanted == 0 ? 1 : static_cast<double>(right) / wanted;
    std::printf("  %-24s P %.3f R %.3f F1 %.3f (%zu right, %zu found, %zu wanted)\n", name.c_str(),
                p, r, p + r == 0 ? 0 : 2 * p * r / (p + r), right, found, wanted);
  }
};

// Of a scorer over the examples that it has not seen: by label and all labels but the first.
using LabelCounts = std::map<std::string, Counts>;

// What is found where "none" has at most so many hundredths.
struct Curve {
  std::vector<Counts> at = std::vector<Counts>(20);
};

void Measure(const ExampleSet& set, const Scorer& scorer, const std::function<bool(int)>& use,
             LabelCounts& counts, Curve& curve) {
  const ingest::HiddenLayer hidden =
      scorer.has_hidden() ? *ingest::HiddenLayer::FromProto(scorer.hidden(), scorer.label_size())
                          : ingest::HiddenLayer();
  std::map<uint64_t, size_t> index;
  for (int i = 0; i < scorer.feature_size(); ++i) index[scorer.feature(i)] = i;
  for (const Example& example : set.examples()) {
    if (!use(example.group) || example.weight < 1) continue;
    std::vector<int32_t> scores(scorer.bias().begin(), scorer.bias().end());
    for (const uint32_t feature : example.features) {
      const auto row = index.find(set.hashes()[feature]);
      if (row == index.end()) continue;
      for (size_t label = 0; label < scores.size(); ++label) {
        scores[label] += ingest::WeightAt(scorer.weights(), row->second * scores.size() + label);
      }
    }
    hidden.AddScores(example.state, scores);
    const size_t best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    const std::vector<uint32_t> shares = ingest::Shares(scores);
    const size_t second = std::max_element(shares.begin() + 1, shares.end()) - shares.begin();
    for (size_t step = 0; step < curve.at.size(); ++step) {
      const bool found = ingest::kWholeShare - shares[0] >= ingest::kWholeShare * step / 20;
      curve.at[step].found += found ? 1 : 0;
      curve.at[step].wanted += example.label != 0 ? 1 : 0;
      curve.at[step].right += found && second == example.label ? 1 : 0;
    }
    for (const std::string& key : {set.labels()[best], set.labels()[example.label]}) counts[key];
    ++counts[set.labels()[best]].found;
    ++counts[set.labels()[example.label]].wanted;
    if (best == example.label) ++counts[set.labels()[best]].right;
    Counts& all = counts["all but " + set.labels()[0]];
    all.found += best != 0 ? 1 : 0;
    all.wanted += example.label != 0 ? 1 : 0;
    all.right += best == example.label && best != 0 ? 1 : 0;
  }
}

void Print(const std::string& name, const LabelCounts& counts) {
  std::printf("%s\n", name.c_str());
  for (const auto& [label, one] : counts) one.Print(label);
}

// The record's graph, an element a line, as `norn export --format jsonl` has it.
nlohmann::json RowsOf(const proto::Article& article, const proto::Extraction& record) {
  const auto graph = ingest::Resolve({article}, {record}, ingest::LexiconSet::BuiltIn());
  nlohmann::json rows = nlohmann::json::array();
  if (!graph.ok()) {
    std::fprintf(stderr, "%s: %s\n", article.name().c_str(), graph.status().ToString().c_str());
    return rows;
  }
  std::ostringstream text;
  tools::WriteGraphJsonl(*graph, text);
  std::istringstream lines(text.str());
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

// One case of a conformance table. Its events are right where the table expects them.
struct TableCase {
  proto::Article article;
  std::vector<std::string> expected;
  proto::Extraction record;
  ingest::Extractor::Trace trace;
  std::vector<EventVerdict> verdicts;
};

std::vector<TableCase> ReadTable(const std::string& path) {
  std::ifstream file(path);
  std::stringstream content;
  content << file.rdbuf();
  const auto rows = ingest::ParseConformanceTable(content.str());
  std::vector<TableCase> cases;
  if (!rows.ok()) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), rows.status().ToString().c_str());
    return cases;
  }
  for (const ingest::ConformanceCase& row : *rows) {
    TableCase& one = cases.emplace_back();
    one.article.set_name(row.label);
    one.article.set_published(row.published);
    // NAME/nb.txt
    one.article.set_language(path.substr(path.size() - 6, 2));
    one.article.set_text(row.text);
    one.expected = row.expected;
  }
  return cases;
}

// Of a case's events: whether the table misses something without it that is there with it.
std::vector<EventVerdict> JudgeCase(const proto::Extraction& record, const TableCase& one) {
  const auto missing = [&](const proto::Extraction& some) {
    size_t count = 0;
    for (const std::string& problem : ingest::Mismatches(one.expected, some)) {
      count += absl::StartsWith(problem, "missing") ? 1 : 0;
    }
    return count;
  };
  proto::Extraction none = record;
  none.clear_events();
  std::vector<EventVerdict> verdicts;
  for (const proto::EventClaim& event : record.events()) {
    proto::Extraction with = none;
    *with.add_events() = event;
    verdicts.push_back(missing(with) < missing(none) ? EventVerdict::kRight : EventVerdict::kWrong);
  }
  return verdicts;
}

// The words of the case: those that evoke what the table expects, and the others.
void AddExamples(const TableCase& one, const ArticleReading& reading, Sets& sets) {
  std::map<uint32_t, std::string> told;  // by the evoking word's first byte
  for (int i = 0; i < one.record.events_size(); ++i) {
    const proto::EventClaim& event = one.record.events(i);
    if (one.verdicts[i] != EventVerdict::kRight) continue;
    for (const proto::Report& report : event.reports()) {
      told[report.trigger().start()] = event.type();
    }
  }
  const auto& known = sets.evocation.labels();
  for (const auto& view : reading.views) {
    if (view == nullptr) continue;
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      if (!ingest::MayEvoke(view->token(at))) continue;
      const auto found = told.find(view->token(at).bytes.begin);
      const std::string label = found == told.end() ? "none" : found->second;
      if (std::find(known.begin(), known.end(), label) == known.end()) continue;
      Features features(sets.keeps_names);
      ingest::AddEvocationFeatures(*view, at, features);
      sets.evocation.Add(features, label, kTableWeight, kAlways);
    }
  }
}

// What one article teaches of whom phrases mean, and of who is an actor.
struct MeaningSet {
  int group = 0;
  std::vector<MeaningExample> meanings;
  std::vector<MeaningExample> actors;
};

MeaningSet MeaningsOf(const CorpusArticle& gold, const ingest::ArticleReader& reader) {
  MeaningSet set;
  set.group = gold.number;
  MeaningExamples examples;
  std::vector<ingest::EntityFeatures> actors;
  ingest::MeaningOptions options;
  options.visitor = &examples.visitor();
  options.actor_features = &actors;
  const auto reading = reader.Read(ToArticle(gold), options);
  if (reading == nullptr) return set;
  const ingest::Lexicon& lexicon = ingest::LexiconSet::BuiltIn().For(gold.language);
  set.meanings = examples.Take(gold, reading->text, reading->mentioned, lexicon);
  set.actors = ActorExamples(gold, reading->mentioned, actors, lexicon);
  return set;
}

ScorerSet TrainMeanings(const std::vector<MeaningSet>& sets, const std::function<bool(int)>& use) {
  std::vector<MeaningExample> meanings;
  std::vector<MeaningExample> actors;
  for (const MeaningSet& set : sets) {
    if (!use(set.group)) continue;
    meanings.insert(meanings.end(), set.meanings.begin(), set.meanings.end());
    actors.insert(actors.end(), set.actors.begin(), set.actors.end());
  }
  ScorerSet scorers;
  scorers.set_format_version(1);
  *scorers.add_scorer() = TrainMeanings(ingest::kMeaningScorer, meanings);
  *scorers.add_scorer() = TrainMeanings(ingest::kActorScorer, actors);
  return scorers;
}

// What one article teaches of who fills roles that are open, and whether those who hold one should.
struct RoleSet {
  int group = 0;
  std::vector<MeaningExample> open;
  std::vector<MeaningExample> held;
};

void TrainRoles(const std::vector<RoleSet>& sets, const std::function<bool(int)>& use,
                ScorerSet& scorers) {
  std::vector<MeaningExample> open;
  std::vector<MeaningExample> held;
  for (const RoleSet& set : sets) {
    if (!use(set.group)) continue;
    open.insert(open.end(), set.open.begin(), set.open.end());
    held.insert(held.end(), set.held.begin(), set.held.end());
  }
  *scorers.add_scorer() = TrainMeanings(ingest::kMissingRoleScorer, open);
  *scorers.add_scorer() = TrainMeanings(ingest::kHolderScorer, held);
}

void Append(const ScorerSet& from, ScorerSet& to) {
  for (const Scorer& scorer : from.scorer()) *to.add_scorer() = scorer;
}

// All that may be stated of one article, by scorers that have not seen it.
struct Candidates {
  const CorpusArticle* gold;
  proto::Extraction record;
  ingest::Extractor::Trace trace;
  std::vector<EventVerdict> verdicts;
};

// What is right of all events that are at least so likely, in steps of a twentieth; and how many of
// those about as likely are right.
struct EventCurve {
  std::vector<Counts> at = std::vector<Counts>(20);
  std::vector<Counts> bins = std::vector<Counts>(20);
};

// All but those of one fold.
std::vector<JudgedShare> Joined(const std::vector<std::vector<JudgedShare>>& judged, int without) {
  std::vector<JudgedShare> all;
  for (int fold = 0; fold < static_cast<int>(judged.size()); ++fold) {
    if (fold != without) all.insert(all.end(), judged[fold].begin(), judged[fold].end());
  }
  return all;
}

// How many are right of those of about one confidence: each fold by the others' calibration.
void PrintCalibration(const std::vector<std::vector<JudgedShare>>& judged) {
  std::vector<Counts> bins(20);
  for (int fold = 0; fold < static_cast<int>(judged.size()); ++fold) {
    Scorer scorer;
    scorer.add_label("");
    scorer.add_bias(0);
    for (const uint32_t right : CalibrationTable(Joined(judged, fold))) {
      scorer.add_right_of_thousand(right);
    }
    const ingest::LinearModel model = *ingest::LinearModel::FromScorer(scorer);
    for (const JudgedShare& one : judged[fold]) {
      const size_t bin =
          std::min<size_t>(19, size_t{model.Calibrated(one.share)} * 20 / ingest::kWholeShare);
      ++bins[bin].found;
      bins[bin].right += one.is_right ? 1 : 0;
    }
  }
  for (size_t step = 0; step < 20; ++step) {
    std::printf("  confidence %.2f to %.2f: %zu of %zu right\n", step * 0.05, step * 0.05 + 0.05,
                bins[step].right, bins[step].found);
  }
}

struct Options {
  std::string out;
  std::string rows;
  int folds = 5;
  bool stages = false;  // measure the scorers alone
  ingest::ScoringOptions scoring;
  TrainingOptions training;
  TrainingOptions event_training;
  std::set<std::string> left_out;   // names of features
  std::vector<std::string> tables;  // of conformance
  std::vector<std::string> files;
};

int Run(const Options& options) {
  const int folds = options.folds;
  std::vector<CorpusArticle> articles;
  for (const std::string& file : options.files) {
    auto some = ReadEventCorpus(file);
    if (!some.ok()) {
      std::fprintf(stderr, "%s\n", std::string(some.status().message()).c_str());
      return 65;
    }
    for (CorpusArticle& article : *some) articles.push_back(std::move(article));
  }
  const ingest::ArticleReader reader(ingest::LexiconSet::BuiltIn(), ingest::Annotator::BuiltIn());
  const std::function<bool(int)> always = [](int) { return true; };
  // First whom phrases mean; what the other scorers learn from is decided by models that have not
  // seen the article.
  std::vector<MeaningSet> meanings;
  for (const CorpusArticle& gold : articles) meanings.push_back(MeaningsOf(gold, reader));
  std::vector<ScorerSet> who;
  std::vector<ingest::ScorerModels> who_models;
  for (int fold = 0; fold <= folds; ++fold) {
    who.push_back(TrainMeanings(
        meanings, [&](int group) { return fold == folds || IsSeen(group, fold, folds); }));
    auto models = ingest::ScorerModels::FromBytes(who.back().SerializeAsString());
    if (!models.ok()) return 70;
    who_models.push_back(*std::move(models));
  }
  Sets sets;
  sets.keeps_names = !options.left_out.empty();
  for (ExampleSet* const set : {&sets.evocation, &sets.role, &sets.status}) {
    set->LeaveOut(options.left_out);
  }
  for (const CorpusArticle& gold : articles) {
    const ingest::ScorerModels& models = who_models[gold.number % folds];
    const auto reading = reader.Read(ToArticle(gold), ingest::MeaningsBy(models));
    if (reading != nullptr) AddExamples(gold, *reading, sets);
  }
  std::printf("%zu articles; examples: %zu words, %zu fillers, %zu events\n", articles.size(),
              sets.evocation.examples().size(), sets.role.examples().size(),
              sets.status.examples().size());
  // The tables are always trained on: they are of the project itself.
  std::vector<TableCase> cases;
  for (const std::string& table : options.tables) {
    for (TableCase& one : ReadTable(table)) cases.push_back(std::move(one));
  }
  const auto read_cases = [&](const ScorerSet& scorers, bool adds_examples) {
    const auto models = ingest::ScorerModels::FromBytes(scorers.SerializeAsString());
    if (!models.ok()) return false;
    const ingest::Extractor extractor(ingest::LexiconSet::BuiltIn(), ingest::Annotator::BuiltIn(),
                                      *models, options.scoring);
    for (TableCase& one : cases) {
      one.trace = {};
      one.record = extractor.ExtractAll(one.article, one.trace);
      one.verdicts = JudgeCase(one.record, one);
      if (!adds_examples) continue;
      const auto reading = reader.Read(one.article, ingest::MeaningsBy(*models));
      if (reading != nullptr) AddExamples(one, *reading, sets);
    }
    return true;
  };
  {
    ScorerSet scorers = TrainAll(sets, options.training, always);
    Append(who[folds], scorers);
    if (!read_cases(scorers, true)) return 70;
  }
  LabelCounts evocation;
  LabelCounts role;
  LabelCounts status;
  Curve evocation_curve;
  Curve other;
  std::vector<Candidates> all;
  std::vector<ScorerSet> by_fold;
  for (int fold = 0; fold < folds; ++fold) {
    const auto is_seen = [&](int group) { return IsSeen(group, fold, folds); };
    const auto is_unseen = [&](int group) { return !IsSeen(group, fold, folds); };
    ScorerSet scorers = TrainAll(sets, options.training, is_seen);
    Append(who[fold], scorers);
    Measure(sets.evocation, scorers.scorer(0), is_unseen, evocation, evocation_curve);
    Measure(sets.role, scorers.scorer(1), is_unseen, role, other);
    Measure(sets.status, scorers.scorer(2), is_unseen, status, other);
    by_fold.push_back(std::move(scorers));
  }
  // Whom open roles are filled with is learned from events that scorers found that had not seen
  // their articles; then all is read once more.
  std::vector<RoleSet> missing;
  if (!options.stages) {
    const auto read_all = [&](const std::vector<ScorerSet>& scorers, const auto& see) {
      for (int fold = 0; fold < folds; ++fold) {
        const auto models = ingest::ScorerModels::FromBytes(scorers[fold].SerializeAsString());
        if (!models.ok()) return false;
        const ingest::Extractor extractor(ingest::LexiconSet::BuiltIn(),
                                          ingest::Annotator::BuiltIn(), *models, options.scoring);
        for (const CorpusArticle& gold : articles) {
          if (!IsSeen(gold.number, fold, folds)) see(gold, extractor);
        }
      }
      return true;
    };
    const bool is_read =
        read_all(by_fold, [&](const CorpusArticle& gold, const ingest::Extractor& extractor) {
          ingest::Extractor::Trace trace;
          extractor.ExtractAll(ToArticle(gold), trace);
          missing.push_back({gold.number, RoleExamples(trace, gold, AskedRoles::kOpen),
                             RoleExamples(trace, gold, AskedRoles::kHeld)});
        });
    if (!is_read) return 70;
    for (int fold = 0; fold < folds; ++fold) {
      TrainRoles(
          missing, [&](int group) { return IsSeen(group, fold, folds); }, by_fold[fold]);
    }
    const bool is_read_again =
        read_all(by_fold, [&](const CorpusArticle& gold, const ingest::Extractor& extractor) {
          Candidates& one = all.emplace_back();
          one.gold = &gold;
          one.record = extractor.ExtractAll(ToArticle(gold), one.trace);
          one.verdicts = JudgeEvents(one.record, gold);
        });
    if (!is_read_again) return 70;
  }
  ScorerSet last = TrainAll(sets, options.training, always);
  Append(who[folds], last);
  TrainRoles(missing, always, last);
  if (!read_cases(last, false)) return 70;
  ExampleSet events({"wrong", "right"});
  for (const TableCase& one : cases) {
    for (size_t i = 0; i < one.trace.events.size(); ++i) {
      events.Add(one.trace.events[i].features,
                 one.verdicts[i] == EventVerdict::kRight ? "right" : "wrong", kTableWeight,
                 kAlways);
    }
  }
  for (const Candidates& one : all) {
    for (size_t i = 0; i < one.trace.events.size(); ++i) {
      if (one.verdicts[i] == EventVerdict::kOptional) continue;
      events.Add(one.trace.events[i].features,
                 one.verdicts[i] == EventVerdict::kRight ? "right" : "wrong", 1, one.gold->number);
    }
  }
  std::ofstream rows;
  if (!options.rows.empty()) rows.open(options.rows);
  EventCurve curve;
  std::vector<std::vector<JudgedShare>> judged(folds);
  for (int fold = 0; fold < folds && !options.stages; ++fold) {
    const Scorer scorer = Train("event", events, options.event_training,
                                [&](int group) { return IsSeen(group, fold, folds); });
    const ingest::LinearModel model = *ingest::LinearModel::FromScorer(scorer);
    for (const Candidates& one : all) {
      if (one.gold->number % folds != fold) continue;
      size_t wanted = 0;
      for (const CorpusEvent& event : one.gold->events) wanted += event.is_optional ? 0 : 1;
      proto::Extraction record = one.record;
      record.clear_events();
      for (Counts& counts : curve.at) counts.wanted += wanted;
      for (size_t i = 0; i < one.trace.events.size(); ++i) {
        const uint32_t share = model.Score(one.trace.events[i].features).share[1];
        if (share >= one.trace.events[i].least_share) {
          proto::EventClaim* const event = record.add_events();
          *event = one.record.events(i);
          event->set_confidence(static_cast<double>(share) / ingest::kWholeShare);
        }
        if (one.verdicts[i] == EventVerdict::kOptional) continue;
        const bool is_right = one.verdicts[i] == EventVerdict::kRight;
        const size_t bin = std::min<size_t>(19, share * 20 / ingest::kWholeShare);
        judged[fold].push_back({share, is_right});
        ++curve.bins[bin].found;
        curve.bins[bin].right += is_right ? 1 : 0;
        for (size_t step = 0; step <= bin; ++step) {
          ++curve.at[step].found;
          curve.at[step].right += is_right ? 1 : 0;
        }
      }
      if (!options.rows.empty()) {
        const proto::Article article = ToArticle(*one.gold);
        rows
            << nlohmann::json{{"article", article.name()}, {"rows", RowsOf(article, record)}}.dump()
            << "\n";
      }
    }
  }
  Print("evocation", evocation);
  for (size_t step = 2; step < 20; step += 2) {
    evocation_curve.at[step].Print(absl::StrCat("at least ", step * 5, " %"));
  }
  Print("roles", role);
  Print("status", status);
  std::printf("events\n");
  for (size_t step = 0; step < 20; ++step) {
    curve.at[step].Print(absl::StrCat("at least ", step * 5, " %"));
  }
  for (size_t step = 0; step < 20; ++step) {
    const Counts& bin = curve.bins[step];
    std::printf("  said to be %zu to %zu %% sure: %zu of %zu right\n", step * 5, step * 5 + 5,
                bin.right, bin.found);
  }
  PrintCalibration(judged);
  if (!options.out.empty()) {
    Scorer& event = *last.add_scorer();
    event = Train("event", events, options.event_training, always);
    for (const uint32_t right : CalibrationTable(Joined(judged, -1))) {
      event.add_right_of_thousand(right);
    }
    std::ofstream file(options.out, std::ios::binary);
    file << last.SerializeAsString();
    std::printf("%s: %zu bytes\n", options.out.c_str(), last.ByteSizeLong());
    if (!file.good()) return 74;
  }
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  norn::train::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto value = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
    if (argument == "--out") {
      options.out = value();
    } else if (argument == "--rows") {
      options.rows = value();
    } else if (argument == "--folds") {
      options.folds = std::atoi(value().c_str());
    } else if (argument == "--table") {
      options.tables.push_back(value());
    } else if (argument == "--stages") {
      options.stages = true;
    } else if (argument == "--min-role") {
      options.scoring.min_role = std::atoi(value().c_str());
    } else if (argument == "--min-event-of-rules") {
      options.scoring.min_event_of_rules = std::atoi(value().c_str());
    } else if (argument == "--min-event") {
      options.scoring.min_event = std::atoi(value().c_str());
    } else if (argument == "--event-rate") {
      options.event_training.rate = std::atof(value().c_str());
    } else if (argument == "--event-penalty") {
      options.event_training.penalty = std::atof(value().c_str());
    } else if (argument == "--epochs") {
      options.training.epochs = std::atoi(value().c_str());
    } else if (argument == "--rate") {
      options.training.rate = std::atof(value().c_str());
    } else if (argument == "--penalty") {
      options.training.penalty = std::atof(value().c_str());
    } else if (argument == "--without") {
      for (const auto name : absl::StrSplit(value(), ',')) options.left_out.emplace(name);
    } else if (argument == "--no-hidden") {
      options.training.hidden.units = 0;
    } else if (argument == "--no-rules") {
      options.scoring.with_rules = false;
    } else if (argument == "--no-scorers") {
      options.scoring.with_scorers = false;
    } else if (argument == "--min-any-event") {
      options.scoring.min_any_event = std::atoi(value().c_str());
    } else if (argument.rfind("--", 0) == 0) {
      std::fprintf(stderr, "unknown option %s\n", argument.c_str());
      return 64;
    } else {
      options.files.push_back(argument);
    }
  }
  return norn::train::Run(options);
}
