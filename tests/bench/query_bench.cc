// The graph benchmark through the query language, parse and plan included: twelve queries on a
// graph that `norn import` made of the generator's CSV (README.md of this folder says how).
//
//   bazel run -c opt //tests/bench:query_bench -- GRAPH PAIRS
//
// PAIRS has lines of two actors' numbers, for the shortest paths. Each query is run once, then five
// times; the medians, of the time and of what the processor did, and the answer's first row are
// printed. Answers that are not the known ones are named, and the exit code is 1.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "graph/store/directory.h"
#include "graph/view/view.h"
#include "query/engine.h"
#include "query/output/format.h"

namespace norn {
namespace {

using query::Outcome;
using query::QueryOptions;
using query::Result;
using query::Value;

constexpr int kRuns = 5;

struct Benchmark {
  const char* name;
  const char* text;
  const char* first_row;  // of the known answer; null: not checked
};

constexpr char kOneHop[] =
    "MATCH (a:Actor {id: $actor})-[s:SPOKE_WITH|MET_AT]-(b:Actor) "
    "WHERE s.date >= '2024-01-01' AND s.date < '2024-07-01' "
    "RETURN b.name, s.date, type(s) ORDER BY s.date DESC, b.name LIMIT 20";
constexpr char kTwoHops[] =
    "MATCH (a:Actor {id: $actor})-[:SPOKE_WITH]->(:Actor)-[:SPOKE_WITH]->(c:Actor) "
    "RETURN count(DISTINCT c)";
constexpr char kThreeHops[] =
    "MATCH (a:Actor {id: $actor})-[:SPOKE_WITH*1..3]->(c:Actor) RETURN count(DISTINCT c)";
constexpr char kShortest[] =
    "MATCH p = shortestPath((a:Actor {id: $from})-[:SPOKE_WITH|MET_AT|SUPPLIED*..10]-"
    "(b:Actor {id: $to})) RETURN length(p)";

constexpr char kEventsByType[] =
    "MATCH (e:Event) RETURN e.type AS type, count(*) AS events, max(e.date) AS newest "
    "ORDER BY events DESC, type";
constexpr char kCoParticipants[] =
    "MATCH (a:Actor)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b:Actor) "
    "WHERE e.date >= '2024-01-01' AND e.date < '2025-01-01' AND a.number < b.number "
    "WITH DISTINCT a, b RETURN count(*)";
constexpr char kFiveHops[] =
    "MATCH (a:Actor {id: $actor})-[s:SPOKE_WITH]->(b:Actor)-[m:MET_AT]->(c:Actor)"
    "-[u:SUPPLIED]->(d:Actor)-[p:PARTICIPATED_IN]->(e:Event)-[i:INVOLVES]->(w:WeaponSystem) "
    "WHERE s.date >= '2024-01-01' AND m.date >= '2024-01-01' AND u.quantity > 100 "
    "AND p.role = 'supplier' AND i.quantity > 100 RETURN count(DISTINCT w)";
constexpr char kCounterparts[] =
    "MATCH (a:Actor)-[:SPOKE_WITH]-(b:Actor) "
    "RETURN a.number, count(DISTINCT b) AS others ORDER BY others DESC, a.number LIMIT 10";

// `norn import` puts the name of the id space in front.
Value ActorId(int64_t number) { return Value::String("Actor/" + std::to_string(number)); }

class Runner {
 public:
  explicit Runner(const graph::View& view) : view_(view) {}

  // Milliseconds; the answer goes to `result`.
  double Once(const std::string& text, const QueryOptions& options, Result& result) {
    const std::clock_t processor = std::clock();
    const auto begin = std::chrono::steady_clock::now();
    Outcome<Result> outcome = query::RunQuery(view_, text, options);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    constexpr double kMilli = 1000;
    processor_ms_ = kMilli * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    if (!outcome.ok()) {
      std::cerr << query::Render(outcome.error(), text);
      failed_ = true;
      return 0;
    }
    result = std::move(outcome.value());
    return took.count();
  }

  void Run(const Benchmark& benchmark, int64_t actor = 0) {
    QueryOptions options;
    options.parameters["actor"] = ActorId(actor);
    Result result;
    const double first = Once(benchmark.text, options, result);
    std::vector<double> times;
    std::vector<double> processor;
    for (int i = 0; i < kRuns; ++i) {
      times.push_back(Once(benchmark.text, options, result));
      processor.push_back(processor_ms_);
    }
    std::sort(times.begin(), times.end());
    std::sort(processor.begin(), processor.end());
    std::string row;
    if (!result.rows.empty()) {
      for (const Value& cell : result.rows[0]) row += query::ToLiteral(cell) + " ";
    }
    std::printf("%-12s %10.3f ms (first %.3f, %.3f of the processor)  %s\n", benchmark.name,
                times[kRuns / 2], first, processor[kRuns / 2], row.c_str());
    if (benchmark.first_row != nullptr && row != benchmark.first_row) {
      std::printf("%-12s WRONG: expected %s\n", benchmark.name, benchmark.first_row);
      failed_ = true;
    }
  }

  // The median over the pairs, each once warm.
  void RunShortestPaths(const std::string& pairs) {
    std::ifstream in(pairs);
    std::vector<double> times;
    int64_t lengths = 0;
    for (int64_t from = 0, to = 0; in >> from >> to;) {
      QueryOptions options;
      options.parameters["from"] = ActorId(from);
      options.parameters["to"] = ActorId(to);
      Result result;
      Once(kShortest, options, result);
      times.push_back(Once(kShortest, options, result));
      if (!result.rows.empty()) lengths += result.rows[0][0].integer();
    }
    if (times.empty()) {
      std::cerr << pairs << ": no pairs\n";
      failed_ = true;
      return;
    }
    std::sort(times.begin(), times.end());
    std::printf("%-12s %10.3f ms (max %.3f)  %zu pairs, lengths add up to %lld\n", "Q5",
                times[times.size() / 2], times.back(), times.size(),
                static_cast<long long>(lengths));
  }

  bool failed() const { return failed_; }

 private:
  const graph::View& view_;
  double processor_ms_ = 0;  // of the last run, of all threads
  bool failed_ = false;
};

int Main(const std::string& folder, const std::string& pairs) {
  const absl::StatusOr<graph::GraphDirectory> directory = graph::GraphDirectory::Open(folder);
  if (!directory.ok()) {
    std::cerr << directory.status().message() << "\n";
    return 66;
  }
  const absl::StatusOr<graph::View> view = directory->OpenView();
  if (!view.ok()) {
    std::cerr << view.status().message() << "\n";
    return 65;
  }
  Runner runner(*view);
  constexpr int64_t kHub = 0;
  constexpr int64_t kMiddle = 5000;
  runner.Run({"Q1", "MATCH (a:Actor {name: 'Ministry of Wang 0'}) RETURN a.number", "0 "});
  runner.Run({"Q2 hub", kOneHop, "'Agency for Mueller 1480' '2024-06-30' 'MET_AT' "}, kHub);
  runner.Run({"Q2 middle", kOneHop, nullptr}, kMiddle);
  runner.Run({"Q3 hub", kTwoHops, "92189 "}, kHub);
  runner.Run({"Q3 middle", kTwoHops, "20852 "}, kMiddle);
  runner.Run({"Q4 hub", kThreeHops, "95328 "}, kHub);
  runner.Run({"Q4 middle", kThreeHops, "92611 "}, kMiddle);
  runner.RunShortestPaths(pairs);
  runner.Run({"Q6",
              "MATCH (a:Actor)-[:SPOKE_WITH]->(b:Actor) "
              "RETURN a.number, b.number, count(*) AS calls ORDER BY calls DESC LIMIT 20",
              "0 1 286 "});
  runner.Run({"Q7",
              "MATCH (a:Actor) WHERE a.number < 1000 WITH collect(a) AS people "
              "CALL algo.triangles({nodes: people, types: ['SPOKE_WITH']}) YIELD triangles "
              "RETURN sum(triangles) / 3",
              "2891177 "});
  runner.Run({"Q8",
              "CALL algo.pagerank({labels: ['Actor'], types: ['SPOKE_WITH', 'MET_AT', "
              "'SUPPLIED']}) YIELD node, score "
              "RETURN node.number ORDER BY score DESC LIMIT 3",
              "0 "});
  runner.Run({"Q9", kEventsByType, "'call' 500280 '2025-12-31' "});
  runner.Run({"Q10", kCoParticipants, "421716 "});
  runner.Run({"Q11", kFiveHops, "4946 "}, kMiddle);
  runner.Run({"Q12", kCounterparts, "0 29651 "});
  return runner.failed() ? 1 : 0;
}

}  // namespace
}  // namespace norn

int main(int argc, char** argv) {
  if (argc == 3) return norn::Main(argv[1], argv[2]);
  std::cerr << "usage: query_bench GRAPH PAIRS\n";
  return 64;
}
