#include "tools/export/formats/json_ld.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/formats/edges_by_node.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/picture_text.h"
#include "tools/export/text/time_span.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;

constexpr char kContext[] =
    "{\"@context\":{\"@vocab\":\"https://schema.org/\",\n"
    "  \"prov\":\"http://www.w3.org/ns/prov#\",\n"
    "  \"norn\":\"urn:norn:vocabulary#\",\n"
    "  \"xsd\":\"http://www.w3.org/2001/XMLSchema#\"},\n"
    " \"@graph\":[\n";

std::string Json(absl::string_view text) { return query::ToJson(query::Value::Borrowed(text)); }

// Percent-encoded but for what an URN may hold as it stands.
std::string Encoded(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    if (absl::ascii_isalnum(c) || c == '-' || c == '.' || c == '_' || c == '/') {
      out.push_back(c);
    } else {
      absl::StrAppendFormat(&out, "%%%02X", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string Reference(const std::string& id) {
  return absl::StrCat("{\"@id\":\"urn:norn:", Encoded(id), "\"}");
}

std::string TypedDate(const std::string& day) {
  return absl::StrCat("{\"@type\":\"xsd:date\",\"@value\":\"", day, "\"}");
}

std::string TypesOf(const Node& node) {
  static constexpr std::pair<absl::string_view, absl::string_view> kTypes[] = {
      {"Person", "\"Person\""},
      {"State", "\"Country\""},
      {"Organization", "\"Organization\""},
      {"WeaponSystem", "\"Product\""},
      {"Place", "\"Place\""},
      {"Article", "[\"NewsArticle\",\"prov:Entity\"]"},
      {"Event", "[\"Event\",\"prov:Entity\"]"}};
  for (const auto& [label, types] : kTypes) {
    if (HasLabel(node, label)) return std::string(types);
  }
  return "\"Thing\"";
}

// The members of one object, each name once with all its values.
class Members {
 public:
  void Add(const std::string& name, std::string json) { values_[name].push_back(std::move(json)); }
  void AddText(const std::string& name, const std::string& text) {
    if (!text.empty()) Add(name, Json(text));
  }
  std::string Text() const {
    return absl::StrJoin(values_, ",", [](std::string* out, const auto& member) {
      const bool is_one = member.second.size() == 1;
      absl::StrAppend(out, Json(member.first), ":", is_one ? "" : "[",
                      absl::StrJoin(member.second, ","), is_one ? "" : "]");
    });
  }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

// What a property is called; empty: it is written in a way of its own.
std::string NameOf(const Node& node, const std::string& key) {
  if (key == "name" || key == "url") return key;
  if (key == "date" || key == "date_from" || key == "date_to") return "";
  if (key == "aliases") return "alternateName";
  if (key == "wikidata") return "";
  if (HasLabel(node, "Article")) {
    if (key == "title") return "headline";
    if (key == "published") return "datePublished";
    if (key == "language") return "inLanguage";
    if (key == "source") return "publisher";
  }
  return absl::StrCat("norn:", Encoded(key));
}

void AddProperties(const Node& node, Members& members) {
  for (const auto& [key, value] : node.properties) {
    const std::string name = NameOf(node, key);
    if (!name.empty()) members.Add(name, query::ToJson(query::Value::Of(value)));
  }
  const std::string wikidata = TextOf(node.properties, "wikidata");
  if (!wikidata.empty()) {
    members.Add("sameAs", absl::StrCat("{\"@id\":\"http://www.wikidata.org/entity/",
                                       Encoded(wikidata), "\"}"));
  }
  const TimeSpan span = SpanOf(node.properties);
  if (!span.is_known()) return;
  members.Add("startDate", TypedDate(span.first));
  members.Add("endDate", TypedDate(span.last));
}

// An edge as a member of its source.
void AddEdge(const Edge& edge, Members& members) {
  if (edge.type == "REPORTED_IN") {
    members.Add("prov:wasDerivedFrom", Reference(edge.to));
    Members derivation;
    derivation.Add("@type", "\"prov:Derivation\"");
    derivation.Add("prov:entity", Reference(edge.to));
    derivation.AddText("prov:value", TextOf(edge.properties, "quote"));
    derivation.AddText("norn:attributed_to", TextOf(edge.properties, "attributed_to"));
    members.Add("prov:qualifiedDerivation", absl::StrCat("{", derivation.Text(), "}"));
  } else if (edge.type == "TOOK_PLACE_IN") {
    members.Add("location", Reference(edge.to));
  } else if (edge.type == "INVOLVES") {
    members.Add("about", Reference(edge.to));
  } else if (edge.type == "MENTIONED_IN") {
    members.Add("subjectOf", Reference(edge.to));
  } else {
    members.Add(absl::StrCat("norn:", Encoded(edge.type)), Reference(edge.to));
  }
}

// Who took part, as a member of the event: schema.org has words for some.
void AddRole(const Edge& edge, Members& event) {
  const std::string role = TextOf(edge.properties, "role");
  const bool is_host = role == "host";
  event.Add(is_host ? "organizer" : "attendee", Reference(edge.from));
  if (!role.empty() && !is_host && role != "participant") {
    event.Add(absl::StrCat("norn:", Encoded(role)), Reference(edge.from));
  }
}

const RegisterExportFormat kJsonLd({.name = "jsonld",
                                    .ending = ".jsonld",
                                    .write = [](const graph::GraphRows& graph, const FormatOptions&,
                                                std::ostream& out, std::ostream&) -> absl::Status {
                                      WriteJsonLd(graph, out);
                                      return absl::OkStatus();
                                    }});

}  // namespace

void WriteJsonLd(const graph::GraphRows& graph, std::ostream& out) {
  const EdgesByNode roles(graph, "PARTICIPATED_IN", &graph::GraphRows::TargetRow);
  out << kContext;
  uint32_t leaving = 0;  // edges are in the order of their sources
  for (uint32_t row = 0; row < graph.node_count(); ++row) {
    const Node node = graph.NodeAt(row);
    Members members;
    AddProperties(node, members);
    for (; leaving < graph.edge_count() && graph.SourceRow(leaving) == row; ++leaving) {
      if (graph.TypeAt(leaving) != "PARTICIPATED_IN") AddEdge(graph.EdgeAt(leaving), members);
    }
    for (const uint32_t edge : roles.Of(row)) AddRole(graph.EdgeAt(edge), members);
    const std::string text = members.Text();
    out << (row == 0 ? "  " : ",\n  ") << "{\"@id\":\"urn:norn:" << Encoded(node.id)
        << "\",\"@type\":" << TypesOf(node) << (text.empty() ? "" : ",") << text << "}";
  }
  out << "\n]}\n";
}

}  // namespace norn::tools
