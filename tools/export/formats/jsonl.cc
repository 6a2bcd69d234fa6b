#include "tools/export/formats/jsonl.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

using graph::Properties;

std::string Json(absl::string_view text) { return query::ToJson(query::Value::Borrowed(text)); }

std::string JsonProperties(const Properties& properties) {
  return absl::StrCat("{",
                      absl::StrJoin(properties, ",",
                                    [](std::string* out, const auto& property) {
                                      absl::StrAppend(
                                          out, Json(property.first), ":",
                                          query::ToJson(query::Value::Of(property.second)));
                                    }),
                      "}");
}

const RegisterExportFormat kJsonl({.name = "jsonl",
                                   .ending = ".jsonl",
                                   .write = [](const graph::GraphRows& graph, const FormatOptions&,
                                               std::ostream& out, std::ostream&) -> absl::Status {
                                     WriteGraphJsonl(graph, out);
                                     return absl::OkStatus();
                                   }});

}  // namespace

void WriteGraphJsonl(const graph::GraphRows& graph, std::ostream& out) {
  for (const graph::Node& node : graph.nodes()) {
    out << "{\"node\":" << Json(node.id) << ",\"labels\":["
        << absl::StrJoin(node.labels, ",",
                         [](std::string* text, const std::string& label) {
                           absl::StrAppend(text, Json(label));
                         })
        << "],\"properties\":" << JsonProperties(node.properties) << "}\n";
  }
  for (const graph::Edge& edge : graph.edges()) {
    out << "{\"edge\":" << Json(edge.type) << ",\"from\":" << Json(edge.from)
        << ",\"to\":" << Json(edge.to) << ",\"key\":" << Json(edge.key)
        << ",\"properties\":" << JsonProperties(edge.properties) << "}\n";
  }
}

}  // namespace norn::tools
