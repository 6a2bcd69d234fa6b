// Trains the scorers of reading from the annotated corpus, or measures them by cross-validation
// over whole articles.
//
//   train_reading --out reading.scorers CORPUS.txt...
//   train_reading --folds 5 --rows rows.jsonl CORPUS.txt...    (figures; the graphs of unseen
//   articles)
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "tools/train/event_corpus.h"
#include "tools/train/reading/entity_examples.h"
#include "tools/train/reading/graph_rows.h"
#include "tools/train/reading/table_cases.h"
#include "tools/train/reading/training_stages.h"

namespace norn::train {
namespace {

struct Options {
  std::string out;
  std::string rows;
  TrainingPlan plan;
  std::vector<std::string> tables;  // of conformance
  std::vector<std::string> files;
};

int Fail(int code, const absl::Status& status) {
  std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
  return code;
}

int Run(const Options& options) {
  std::vector<CorpusArticle> articles;
  for (const std::string& file : options.files) {
    auto some = ReadEventCorpus(file);
    if (!some.ok()) return Fail(65, some.status());
    for (CorpusArticle& article : *some) articles.push_back(std::move(article));
  }
  std::vector<TableCase> cases;
  for (const std::string& table : options.tables) {
    auto some = ReadTableCases(table);
    if (!some.ok()) return Fail(65, some.status());
    for (TableCase& one : *some) cases.push_back(std::move(one));
  }
  std::ofstream rows;
  TrainingStages::RecordVisitor visit;
  if (!options.rows.empty()) {
    rows.open(options.rows);
    visit = [&](const CorpusArticle& gold, const proto::Extraction& record) {
      return WriteGraphRows(ToArticle(gold), record, rows);
    };
  }
  TrainingStages stages(options.plan, articles, std::move(cases));
  if (absl::Status status = stages.Run(visit); !status.ok()) return Fail(70, status);
  stages.PrintFigures();
  if (options.out.empty()) return 0;
  std::ofstream file(options.out, std::ios::binary);
  file << stages.scorers().SerializeAsString();
  file.close();
  if (!file) return Fail(74, absl::UnavailableError(options.out + ": cannot be written"));
  std::printf("%s: %zu bytes\n", options.out.c_str(), stages.scorers().ByteSizeLong());
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
      options.plan.folds = std::atoi(value().c_str());
    } else if (argument == "--table") {
      options.tables.push_back(value());
    } else if (argument == "--stages") {
      options.plan.words_alone = true;
    } else if (argument == "--min-role") {
      options.plan.scoring.min_role = std::atoi(value().c_str());
    } else if (argument == "--min-event-of-rules") {
      options.plan.scoring.min_event_of_rules = std::atoi(value().c_str());
    } else if (argument == "--min-event") {
      options.plan.scoring.min_event = std::atoi(value().c_str());
    } else if (argument == "--event-rate") {
      options.plan.events.rate = std::atof(value().c_str());
    } else if (argument == "--event-penalty") {
      options.plan.events.penalty = std::atof(value().c_str());
    } else if (argument == "--epochs") {
      options.plan.words.epochs = std::atoi(value().c_str());
    } else if (argument == "--rate") {
      options.plan.words.rate = std::atof(value().c_str());
    } else if (argument == "--penalty") {
      options.plan.words.penalty = std::atof(value().c_str());
    } else if (argument == "--without") {
      for (const auto name : absl::StrSplit(value(), ',')) options.plan.left_out.emplace(name);
    } else if (argument == "--no-hidden") {
      options.plan.words.hidden.units = 0;
    } else if (argument == "--no-rules") {
      options.plan.scoring.with_rules = false;
    } else if (argument == "--no-scorers") {
      options.plan.scoring.with_scorers = false;
    } else if (argument == "--min-any-event") {
      options.plan.scoring.min_any_event = std::atoi(value().c_str());
    } else if (absl::StartsWith(argument, "--")) {
      std::fprintf(stderr, "unknown option %s\n", argument.c_str());
      return 64;
    } else {
      options.files.push_back(argument);
    }
  }
  return norn::train::Run(options);
}
