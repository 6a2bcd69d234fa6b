// How fast a view is made, opened and walked, over a synthetic graph with a fixed seed: persons who
// spoke with each other on dates, a few of them very often, and articles that mention them.
// Sizes are set by the argument: persons.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "benchmark/benchmark.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"

namespace norn::graph {
namespace {

constexpr int kEdgesOfAPerson = 7;

PropertyGraph MakeGraph(int persons) {
  std::mt19937 random(20250704);
  std::uniform_real_distribution<double> uniform(0, 1);
  // Few are in most calls: the square makes low numbers common.
  const auto pick = [&] { return static_cast<int>(std::pow(uniform(random), 2) * persons); };
  PropertyGraph graph;
  for (int i = 0; i < persons; ++i) {
    graph.nodes.push_back(
        {absl::StrFormat("person/%08d", i),
         {"Actor", "Person"},
         {{"name", Value(absl::StrCat("Person ", i))}, {"mentions", Value(i % 50)}}});
  }
  for (int i = 0; i < persons / 10; ++i) {
    graph.nodes.push_back({absl::StrFormat("article/%08d", i), {"Article"}, {}});
  }
  for (int i = 0; i < persons * kEdgesOfAPerson; ++i) {
    const std::string date =
        absl::StrFormat("%d-%02d-%02d", 2000 + random() % 26, 1 + random() % 12, 1 + random() % 28);
    graph.edges.push_back({absl::StrFormat("person/%08d", pick()),
                           absl::StrFormat("person/%08d", pick()),
                           "SPOKE_WITH",
                           absl::StrCat("e", i % 1000, "/", date),
                           {{"date", Value(date)}}});
  }
  for (int i = 0; i < persons / 2; ++i) {
    graph.edges.push_back({absl::StrFormat("person/%08d", pick()),
                           absl::StrFormat("article/%08d", i % (persons / 10)),
                           "MENTIONED_IN",
                           absl::StrCat("m", i),
                           {{"count", Value(1 + i % 9)}}});
  }
  // The rare edge that was drawn twice is left out.
  SortGraph(graph);
  const auto same = [](const Edge& a, const Edge& b) {
    return a.from == b.from && a.to == b.to && a.type == b.type && a.key == b.key;
  };
  graph.edges.erase(std::unique(graph.edges.begin(), graph.edges.end(), same), graph.edges.end());
  return graph;
}

// The view of a graph of that size, as a file; made once for each size.
const std::string& ViewFile(int persons) {
  static auto& files = *new std::map<int, std::string>();
  std::string& path = files[persons];
  if (path.empty()) {
    const char* folder = std::getenv("TEST_TMPDIR");
    path = absl::StrCat(folder == nullptr ? "/tmp" : folder, "/norn_bench_", persons, ".view");
    std::ofstream(path, std::ios::binary) << BuildView(MakeGraph(persons)).value();
  }
  return path;
}

View OpenView(int persons) { return View::Open(ViewFile(persons)).value(); }

void BM_BuildView(benchmark::State& state) {
  const PropertyGraph graph = MakeGraph(static_cast<int>(state.range(0)));
  size_t bytes = 0;
  for (auto _ : state) bytes = BuildView(graph)->size();
  state.counters["edges"] = static_cast<double>(graph.edges.size());
  state.counters["bytes_per_edge"] =
      static_cast<double>(bytes) / static_cast<double>(graph.edges.size());
}

void BM_OpenView(benchmark::State& state) {
  ViewFile(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(OpenView(static_cast<int>(state.range(0))));
}

void BM_VerifyView(benchmark::State& state) {
  const View view = OpenView(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(view.Verify().ok());
}

void BM_FindNode(benchmark::State& state) {
  const int persons = static_cast<int>(state.range(0));
  const View view = OpenView(persons);
  std::mt19937 random(1);
  std::vector<std::string> ids(4096);
  for (std::string& id : ids) id = absl::StrFormat("person/%08d", random() % persons);
  size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(view.FindNode(ids[i++ % ids.size()]));
}

void BM_OneHop(benchmark::State& state) {
  const View view = OpenView(static_cast<int>(state.range(0)));
  const EdgeTypeId spoke = *view.FindEdgeType("SPOKE_WITH");
  std::mt19937 random(2);
  for (auto _ : state) {
    const NodeIndex node = static_cast<NodeIndex>(random() % view.node_count());
    uint64_t sum = 0;
    for (NodeIndex other : view.Out(node, spoke).nodes) sum += other;
    for (NodeIndex other : view.In(node, spoke).nodes) sum += other;
    benchmark::DoNotOptimize(sum);
  }
}

void BM_TwoHopDistinct(benchmark::State& state) {
  const View view = OpenView(static_cast<int>(state.range(0)));
  const EdgeTypeId spoke = *view.FindEdgeType("SPOKE_WITH");
  std::mt19937 random(3);
  for (auto _ : state) {
    const NodeIndex node = static_cast<NodeIndex>(random() % view.node_count());
    absl::flat_hash_set<NodeIndex> seen;
    for (NodeIndex middle : view.Out(node, spoke).nodes) {
      for (NodeIndex other : view.Out(middle, spoke).nodes) seen.insert(other);
    }
    benchmark::DoNotOptimize(seen.size());
  }
}

BENCHMARK(BM_BuildView)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_OpenView)->Arg(10000)->Arg(1000000)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_VerifyView)->Arg(10000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_FindNode)->Arg(10000)->Arg(1000000);
BENCHMARK(BM_OneHop)->Arg(10000)->Arg(1000000);
BENCHMARK(BM_TwoHopDistinct)->Arg(10000)->Arg(1000000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace norn::graph

BENCHMARK_MAIN();
