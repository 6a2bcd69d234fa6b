#include "tools/shell/shell_schema.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "base/status_macros.h"
#include "query/diagnostics/diagnostic.h"
#include "tools/ask/result_writer.h"
#include "tools/export/text/escape.h"

namespace norn::tools {
namespace {

uint64_t CountNodes(const graph::View& view, graph::LabelId label) {
  uint64_t count = 0;
  for (const graph::NodeGroup& group : view.node_groups()) {
    if (group.count > 0 && view.HasLabel(group.first, label)) count += group.count;
  }
  return count;
}

template <typename Names>
std::string FindIgnoringCase(const Names& names, const std::string& name) {
  const auto at = std::find_if(names.begin(), names.end(), [&name](const auto& candidate) {
    return absl::EqualsIgnoreCase(candidate, name);
  });
  return at == names.end() ? "" : std::string(*at);
}

absl::Status PrintAnswerTo(AskedGraph& graph, const std::string& text,
                           const query::QueryOptions& options, Streams& streams) {
  const query::Outcome<query::Result> result = graph.Run(text, options);
  if (!result.ok()) return result.status();
  if (!result.value().rows.empty()) PrintTable(result.value(), streams);
  return absl::OkStatus();
}

}  // namespace

void PrintSchema(const AskedGraph& graph, std::ostream& out) {
  const graph::View& view = graph.view();
  out << view.node_count() << " nodes, " << view.edge_count() << " relationships\n";
  out << "Nodes:\n";
  for (graph::LabelId label = 0; label < view.labels().size(); ++label) {
    out << absl::StreamFormat("  :%-16s%8d\n", view.labels()[label], CountNodes(view, label));
  }
  out << "Relationships:\n";
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    out << absl::StreamFormat("  :%-16s%8d\n", view.edge_types()[type], view.CountEdges(type));
  }
  const std::string keys = Wrap(absl::StrJoin(graph.PropertyKeys(), ", "), 76);
  out << "Properties:\n  " << absl::StrReplaceAll(keys, {{"\n", "\n  "}})
      << "\n:schema LABEL tells more of one.\n";
}

absl::Status PrintSchemaOf(AskedGraph& graph, const std::string& name,
                           const query::QueryOptions& options, Streams& streams) {
  const graph::View& view = graph.view();
  const std::string label = FindIgnoringCase(view.labels(), name);
  const std::string type = FindIgnoringCase(view.edge_types(), name);
  if (label.empty() && type.empty()) {
    std::vector<std::string> names;
    for (const absl::string_view known : view.labels()) names.emplace_back(known);
    for (const absl::string_view known : view.edge_types()) names.emplace_back(known);
    const std::string suggestion = query::DidYouMean(name, names);
    return absl::InvalidArgumentError(
        absl::StrCat("the graph has no label and no relationship type ", name, "; ",
                     suggestion.empty() ? ":schema names those that it has" : suggestion));
  }
  const std::string quoted =
      absl::StrCat("`", absl::StrReplaceAll(label.empty() ? type : label, {{"`", "``"}}), "`");
  constexpr absl::string_view kProperties =
      " UNWIND keys(x) AS property RETURN property, count(*) AS number, min(x[property]) AS "
      "example "
      "ORDER BY property";
  if (label.empty()) {
    streams.out << ":" << type << "\n";
    NORN_RETURN_IF_ERROR(PrintAnswerTo(
        graph, absl::StrCat("MATCH ()-[x:", quoted, "]->()", kProperties), options, streams));
    return PrintAnswerTo(
        graph,
        absl::StrCat("MATCH (a)-[:", quoted,
                     "]->(b) RETURN labels(a) AS from, labels(b) AS to, count(*) AS "
                     "number ORDER BY number DESC, from, to"),
        options, streams);
  }
  streams.out << ":" << label << "\n";
  NORN_RETURN_IF_ERROR(
      PrintAnswerTo(graph, absl::StrCat("MATCH (x:", quoted, ")", kProperties), options, streams));
  NORN_RETURN_IF_ERROR(
      PrintAnswerTo(graph,
                    absl::StrCat("MATCH (:", quoted,
                                 ")-[r]->(b) RETURN type(r) AS outgoing, labels(b) AS "
                                 "to, count(*) AS number ORDER BY outgoing, to"),
                    options, streams));
  return PrintAnswerTo(graph,
                       absl::StrCat("MATCH (:", quoted,
                                    ")<-[r]-(b) RETURN type(r) AS incoming, labels(b) AS from, "
                                    "count(*) AS number ORDER BY incoming, from"),
                       options, streams);
}

}  // namespace norn::tools
