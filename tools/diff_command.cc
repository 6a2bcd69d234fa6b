#include "tools/diff_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>
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
#include "tools/change_reasons.h"

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

nlohmann::ordered_json JsonOf(const Node& node) { return {{"node", node.id}}; }
nlohmann::ordered_json JsonOf(const Edge& edge) {
  return {{"from", edge.from}, {"edge", edge.type}, {"to", edge.to}, {"key", edge.key}};
}

std::string Literal(const Properties& properties, const std::string& key) {
  const auto at = properties.find(key);
  return at == properties.end() ? "null" : query::ToLiteral(query::Value::Of(at->second));
}

// One difference of an element: there is a property, or none where all of it is new or gone.
struct Change {
  char sign;  // + - ~
  std::string property, before, after;
};

class Writer {
 public:
  Writer(const DiffStyle& style, const ChangeReasons& reasons, std::ostream& out)
      : style_(style), reasons_(reasons), out_(out) {}

  // A merge of two sorted lists.
  template <typename Element>
  void Compare(const std::vector<Element>& older, const std::vector<Element>& newer) {
    auto a = older.begin();
    auto b = newer.begin();
    while (a != older.end() || b != newer.end()) {
      if (b == newer.end() || (a != older.end() && KeyOf(*a) < KeyOf(*b))) {
        Write(*a++, {'-', "", "", ""});
      } else if (a == older.end() || KeyOf(*b) < KeyOf(*a)) {
        Write(*b++, {'+', "", "", ""});
      } else {
        CompareOne(*a++, *b++);
      }
    }
  }

  size_t lines() const { return lines_; }

 private:
  void CompareOne(const Node& older, const Node& newer) {
    if (older.labels != newer.labels) {
      Write(newer,
            {'~', "labels", absl::StrJoin(older.labels, ":"), absl::StrJoin(newer.labels, ":")});
    }
    CompareProperties(older, newer);
  }
  void CompareOne(const Edge& older, const Edge& newer) { CompareProperties(older, newer); }

  template <typename Element>
  void CompareProperties(const Element& older, const Element& newer) {
    Properties keys = older.properties;
    keys.insert(newer.properties.begin(), newer.properties.end());
    for (const auto& [key, value] : keys) {
      const std::string before = Literal(older.properties, key);
      const std::string after = Literal(newer.properties, key);
      if (before != after) Write(newer, {'~', key, before, after});
    }
  }

  template <typename Element>
  void Write(const Element& element, const Change& change) {
    ++lines_;
    const std::vector<std::string> why =
        style_.why ? reasons_.Of(element) : std::vector<std::string>();
    if (style_.json) {
      WriteJson(JsonOf(element), change, why);
      return;
    }
    out_ << change.sign << " " << NameOf(element);
    if (!change.property.empty()) {
      out_ << ": " << change.property << ": " << change.before << " -> " << change.after;
    }
    if (!why.empty()) out_ << "  because " << absl::StrJoin(why, ", ");
    out_ << "\n";
  }

  void WriteJson(const nlohmann::ordered_json& element, const Change& change,
                 const std::vector<std::string>& why) {
    nlohmann::ordered_json line;
    line["change"] = change.sign == '+' ? "added" : change.sign == '-' ? "removed" : "changed";
    line.update(element);
    if (!change.property.empty()) {
      line["property"] = change.property;
      line["before"] = change.before;
      line["after"] = change.after;
    }
    if (style_.why) line["why"] = why;
    out_ << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
  }

  const DiffStyle& style_;
  const ChangeReasons& reasons_;
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
  const size_t lines = WriteDiff(before, after, options.style, streams.out);
  streams.err << options.graph << ": " << lines << " differences from generation " << *older
              << " to " << newer << "\n";
  return absl::OkStatus();
}

}  // namespace

size_t WriteDiff(const graph::PropertyGraph& older, const graph::PropertyGraph& newer,
                 const DiffStyle& style, std::ostream& out) {
  const ChangeReasons reasons(older, newer);
  Writer writer(style, reasons, out);
  writer.Compare(older.nodes, newer.nodes);
  writer.Compare(older.edges, newer.edges);
  return writer.lines();
}

ExitCode RunDiff(const DiffOptions& options, Streams& streams) {
  const absl::Status status = Diff(options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

}  // namespace norn::tools
