#include "tools/diff_command.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/store.h"
#include "query/output/format.h"
#include "query/values/value.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::GraphDirectory;
using graph::Node;
using graph::Properties;

auto KeyOf(const Node& node) { return std::tie(node.id); }
auto KeyOf(const Edge& edge) { return std::tie(edge.from, edge.type, edge.to, edge.key); }

std::string NameOf(const Node& node) { return absl::StrCat("node ", node.id); }
std::string NameOf(const Edge& edge) {
  const std::string key = edge.key.empty() ? "" : absl::StrCat(" (", edge.key, ")");
  return absl::StrCat("edge ", edge.from, " -[", edge.type, "]-> ", edge.to, key);
}

std::string Literal(const Properties& properties, const std::string& key) {
  const auto at = properties.find(key);
  return at == properties.end() ? "null" : query::ToLiteral(query::Value::Of(at->second));
}

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  // A merge of two sorted lists.
  template <typename Element>
  void Compare(const std::vector<Element>& older, const std::vector<Element>& newer) {
    auto a = older.begin();
    auto b = newer.begin();
    while (a != older.end() || b != newer.end()) {
      if (b == newer.end() || (a != older.end() && KeyOf(*a) < KeyOf(*b))) {
        Line("- ", NameOf(*a++));
      } else if (a == older.end() || KeyOf(*b) < KeyOf(*a)) {
        Line("+ ", NameOf(*b++));
      } else {
        CompareOne(*a++, *b++);
      }
    }
  }

  size_t lines() const { return lines_; }

 private:
  void CompareOne(const Node& older, const Node& newer) {
    if (older.labels != newer.labels) {
      Line("~ ", absl::StrCat(NameOf(newer), ": labels: ", absl::StrJoin(older.labels, ":"), " -> ",
                              absl::StrJoin(newer.labels, ":")));
    }
    CompareProperties(NameOf(newer), older.properties, newer.properties);
  }
  void CompareOne(const Edge& older, const Edge& newer) {
    CompareProperties(NameOf(newer), older.properties, newer.properties);
  }
  void CompareProperties(const std::string& name, const Properties& older,
                         const Properties& newer) {
    Properties keys = older;
    keys.insert(newer.begin(), newer.end());
    for (const auto& [key, value] : keys) {
      const std::string before = Literal(older, key);
      const std::string after = Literal(newer, key);
      if (before != after) Line("~ ", absl::StrCat(name, ": ", key, ": ", before, " -> ", after));
    }
  }
  void Line(absl::string_view sign, absl::string_view text) {
    out_ << sign << text << "\n";
    ++lines_;
  }

  std::ostream& out_;
  size_t lines_ = 0;
};

// The generation before `newer`.
absl::StatusOr<uint64_t> Previous(const GraphDirectory& directory, uint64_t newer) {
  const std::vector<uint64_t> generations = directory.Generations();
  const auto at = std::lower_bound(generations.begin(), generations.end(), newer);
  if (at != generations.begin()) return *(at - 1);
  return absl::NotFoundError(absl::StrCat(directory.path(), " has no generation before ", newer,
                                          ": there is nothing to compare it with"));
}

absl::StatusOr<graph::PropertyGraph> Read(const GraphDirectory& directory, uint64_t generation) {
  NORN_ASSIGN_OR_RETURN(const graph::Store store, directory.OpenStore(generation));
  return store.ReadGraph();
}

absl::Status Diff(const DiffOptions& options, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const GraphDirectory directory, GraphDirectory::Open(options.graph));
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  const uint64_t newer = options.newer.value_or(current);
  absl::StatusOr<uint64_t> older = options.older.has_value()
                                       ? absl::StatusOr<uint64_t>(*options.older)
                                       : Previous(directory, newer);
  NORN_RETURN_IF_ERROR(older.status());
  NORN_ASSIGN_OR_RETURN(const graph::PropertyGraph before, Read(directory, *older));
  NORN_ASSIGN_OR_RETURN(const graph::PropertyGraph after, Read(directory, newer));
  const size_t lines = WriteDiff(before, after, streams.out);
  streams.err << options.graph << ": " << lines << " differences from generation " << *older
              << " to " << newer << "\n";
  return absl::OkStatus();
}

}  // namespace

size_t WriteDiff(const graph::PropertyGraph& older, const graph::PropertyGraph& newer,
                 std::ostream& out) {
  Writer writer(out);
  writer.Compare(older.nodes, newer.nodes);
  writer.Compare(older.edges, newer.edges);
  return writer.lines();
}

ExitCode RunDiff(const DiffOptions& options, Streams& streams) {
  const absl::Status status = Diff(options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

}  // namespace norn::tools
