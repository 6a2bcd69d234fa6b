// How long it takes to make a graph of extraction records: many short reports of one pair, on the
// days of a year, every third without a day.
//
//   bazel run -c opt //tests/bench:resolve_bench
//
// The rows are numbers of reports; twice as many should take about twice as long. Then reports of
// many pairs, ten of each, and ten more articles: what all of it takes anew, and what it takes
// where the blocks that have not changed are taken over.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "benchmark/benchmark.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/event_blocks.h"
#include "ingest/resolve/resolve.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn {
namespace {

struct Reports {
  std::vector<proto::Article> articles;
  std::vector<proto::Extraction> records;
};

void AddPerson(const std::string& name, proto::Extraction& record) {
  proto::Entity* person = record.add_entities();
  person->set_kind(proto::Entity::PERSON);
  person->set_name(name);
  proto::Span* mention = person->add_mentions();
  mention->set_start(0);
  mention->set_end(4);
}

// Of so many pairs in turn.
Reports MadeReports(int count, int pairs = 1) {
  Reports reports;
  for (int i = 0; i < count; ++i) {
    const std::string pair = pairs == 1 ? "" : absl::StrCat(i % pairs);
    const std::string day =
        absl::FormatCivilTime(absl::CivilDay(2025, 1, 1) + static_cast<int64_t>(i) * 7 % 365);
    proto::Article& article = reports.articles.emplace_back();
    article.set_name(absl::StrFormat("%06d.txt", i));
    article.set_published(day);
    article.set_language("nb");
    article.set_text("Jonas Dahl snakket med Olena Koval på telefon.");
    proto::Extraction& record = reports.records.emplace_back();
    AddPerson(absl::StrCat("Jonas", pair, " Dahl", pair), record);
    AddPerson(absl::StrCat("Olena", pair, " Koval", pair), record);
    proto::EventClaim* event = record.add_events();
    event->set_type("call");
    event->set_status("happened");
    event->set_confidence(0.9);
    for (const uint32_t entity : {0u, 1u}) {
      proto::Participant* participant = event->add_participants();
      participant->set_entity(entity);
      participant->set_role("participant");
    }
    if (i % 3 != 0) {
      event->mutable_date()->set_from(day);
      event->mutable_date()->set_to(day);
    }
    proto::Report* report = event->add_reports();
    report->mutable_sentence()->set_end(static_cast<uint32_t>(article.text().size()));
    report->mutable_trigger()->set_start(11);
    report->mutable_trigger()->set_end(18);
    report->set_rule("example");
  }
  return reports;
}

void BM_ResolveReportsOfOnePair(benchmark::State& state) {
  const Reports reports = MadeReports(static_cast<int>(state.range(0)));
  std::vector<ingest::LeftOut> left_out;
  for (auto _ : state) {
    const auto graph = ingest::Resolve(reports.articles, reports.records,
                                       ingest::LexiconSet::BuiltIn(), &left_out);
    if (!graph.ok() || !left_out.empty()) {
      state.SkipWithError(left_out.empty() ? std::string(graph.status().message()).c_str()
                                           : left_out[0].what.c_str());
      return;
    }
    state.counters["nodes"] = static_cast<double>(graph->nodes.size());
  }
}
// Range 1: whether what has not changed is taken over.
void BM_ResolveTenMore(benchmark::State& state) {
  constexpr int kReportsOfAPair = 10;
  const int count = static_cast<int>(state.range(0));
  const Reports all = MadeReports(count + 10, count / kReportsOfAPair);
  const auto resolve = [&](size_t articles, ingest::BlockMemo* memo) {
    return ingest::Resolve(absl::MakeSpan(all.articles).subspan(0, articles),
                           absl::MakeSpan(all.records).subspan(0, articles),
                           ingest::LexiconSet::BuiltIn(), nullptr, memo);
  };
  ingest::BlockMemo first("", "");
  if (!resolve(static_cast<size_t>(count), &first).ok()) state.SkipWithError("not resolved");
  const std::string bytes = first.ToBytes();
  for (auto _ : state) {
    ingest::BlockMemo memo("", state.range(1) != 0 ? bytes : "");
    benchmark::DoNotOptimize(resolve(all.articles.size(), &memo));
    state.counters["resolved"] = static_cast<double>(memo.resolved());
    state.counters["taken_over"] = static_cast<double>(memo.taken_over());
  }
}
BENCHMARK(BM_ResolveTenMore)
    ->Args({4000, 0})
    ->Args({4000, 1})
    ->Args({50000, 0})
    ->Args({50000, 1})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

BENCHMARK(BM_ResolveReportsOfOnePair)
    ->Arg(1000)
    ->Arg(2000)
    ->Arg(4000)
    ->Arg(50000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace norn

BENCHMARK_MAIN();
