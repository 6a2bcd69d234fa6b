#include "tools/check_command.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "graph/store/directory.h"
#include "proto/manifest.pb.h"

namespace norn::tools {

ExitCode RunCheck(const CheckOptions& options, Streams& streams) {
  const absl::StatusOr<graph::GraphDirectory> directory =
      graph::GraphDirectory::Open(options.graph);
  if (!directory.ok()) return Fail(streams, directory.status());
  const absl::StatusOr<uint64_t> current = directory->Current();
  if (!current.ok()) return Fail(streams, current.status());

  ExitCode code = ExitCode::kDone;
  const std::vector<uint64_t> generations = directory->Generations();
  const auto kept = std::lower_bound(generations.begin(), generations.end(), *current);
  for (auto at = generations.begin(); at != generations.end(); ++at) {
    const uint64_t generation = *at;
    const bool is_current = generation == *current;
    // A graph keeps the current generation and the one before. A build that was killed may have
    // left others, in parts; nobody reads them.
    if (!is_current && at + 1 != kept) {
      streams.out << "generation " << generation << " is left over; the next build removes it\n";
      continue;
    }
    const absl::Status status = directory->Check(generation);
    if (!status.ok()) {
      code = Fail(streams, status);
      streams.err << "generation " << generation << " is damaged; "
                  << (is_current ? "build the graph again from its articles: norn build\n"
                                 : "it is not the current one: the graph can be used\n");
      continue;
    }
    const absl::StatusOr<proto::Manifest> manifest = directory->ReadManifest(generation);
    if (!manifest.ok()) return Fail(streams, manifest.status());
    streams.out << "generation " << generation << (is_current ? " (current)" : "")
                << " is sound: " << manifest->nodes() << " nodes, " << manifest->edges()
                << " edges, " << manifest->articles_size()
                << " articles; manifest, store and view checked\n";
  }
  return code;
}

}  // namespace norn::tools
