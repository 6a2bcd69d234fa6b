// What an import takes, step by step: reading the CSV, putting the graph in order, writing a
// generation. Seconds between start and end, of the processor, and the most memory so far.
//
//   bazel run -c opt //tests/bench:import_bench -- GRAPH NODES.csv... --edges EDGES.csv...
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "base/status_macros.h"
#include "graph/columns/columnar_graph.h"
#include "graph/store/directory.h"
#include "tools/import/csv_graph.h"

namespace norn {
namespace {

class Steps {
 public:
  void Done(const char* step) {
    const Clock::time_point now = Clock::now();
    const std::clock_t processor = std::clock();
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    constexpr int64_t kKiloPerMega = 1024;
    std::printf("%-10s %8.1f s, %8.1f s of the processor, %6lld MB\n", step,
                std::chrono::duration<double>(now - begin_).count(),
                static_cast<double>(processor - processor_) / CLOCKS_PER_SEC,
                static_cast<long long>(usage.ru_maxrss / kKiloPerMega));
    begin_ = now;
    processor_ = processor;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
  std::clock_t processor_ = std::clock();
};

absl::Status Import(const std::string& folder, int count, char** files) {
  Steps steps;
  graph::ColumnarGraph graph;
  tools::CsvGraphReader reader({}, graph);
  bool are_edges = false;
  for (int i = 0; i < count; ++i) {
    const std::string file = files[i];
    if (file == "--edges") {
      steps.Done("nodes");
      are_edges = true;
      continue;
    }
    std::ifstream in(file);
    NORN_RETURN_IF_ERROR(are_edges ? reader.ReadEdges(in, file) : reader.ReadNodes(in, file));
  }
  steps.Done("edges");
  graph.NumberParallelEdges();
  NORN_RETURN_IF_ERROR(graph.Finish());
  steps.Done("order");
  NORN_ASSIGN_OR_RETURN(graph::GraphDirectory directory,
                        graph::GraphDirectory::OpenForWriting(folder));
  NORN_RETURN_IF_ERROR(directory.Publish(std::move(graph)).status());
  steps.Done("write");
  return absl::OkStatus();
}

}  // namespace
}  // namespace norn

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: import_bench GRAPH NODES.csv... --edges EDGES.csv...\n";
    return 64;
  }
  const absl::Status status = norn::Import(argv[1], argc - 2, argv + 2);
  if (!status.ok()) std::cerr << status.message() << "\n";
  return status.ok() ? 0 : 65;
}
