#include "tools/export/formats/follow_the_money.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/types/span.h"
#include "base/digest.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/formats/edges_by_node.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::GraphRows;
using graph::Node;

std::string Json(absl::string_view text) { return query::ToJson(query::Value::Borrowed(text)); }

std::string IdOf(absl::string_view id) {
  return absl::StrCat("norn-", base::Sha256Hex(id).substr(0, 40));
}

std::string IdOf(const Edge& edge, absl::string_view schema) {
  return IdOf(absl::StrJoin(
      {absl::string_view(schema), absl::string_view(edge.from), absl::string_view(edge.type),
       absl::string_view(edge.to), absl::string_view(edge.key)},
      "\n"));
}

// One entity; empty values are not written.
class Entity {
 public:
  Entity(std::string id, absl::string_view schema) : id_(std::move(id)), schema_(schema) {}

  Entity& Add(const std::string& property, const std::string& value) {
    if (!value.empty()) properties_[property].insert(value);
    return *this;
  }
  Entity& AddAll(const std::string& property, const graph::Properties& from,
                 absl::string_view key) {
    const auto at = from.find(std::string(key));
    if (at == from.end()) return *this;
    const auto* list = at->second.As<graph::Value::List>();
    if (list == nullptr) return Add(property, TextOf(from, key));
    for (const graph::Value& item : *list) {
      if (const std::string* text = item.As<std::string>()) Add(property, *text);
    }
    return *this;
  }
  void Write(std::ostream& out) const {
    out << "{\"id\":" << Json(id_) << ",\"schema\":\"" << schema_ << "\",\"properties\":{"
        << absl::StrJoin(properties_, ",",
                         [](std::string* text, const auto& property) {
                           absl::StrAppend(text, Json(property.first), ":[",
                                           absl::StrJoin(property.second, ",",
                                                         [](std::string* list, const auto& value) {
                                                           absl::StrAppend(list, Json(value));
                                                         }),
                                           "]");
                         })
        << "}}\n";
  }

 private:
  std::string id_;
  absl::string_view schema_;
  std::map<std::string, std::set<std::string>> properties_;
};

// FollowTheMoney's codes have three letters.
std::string LanguageCode(const std::string& language) {
  static const auto* const codes = new std::map<std::string, std::string>{
      {"nb", "nob"}, {"nn", "nno"}, {"no", "nor"}, {"sv", "swe"}, {"da", "dan"}, {"en", "eng"}};
  const auto at = codes->find(language);
  return at == codes->end() ? "" : at->second;
}

std::string Words(absl::string_view name) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(name), {{"_", " "}});
}

std::string NameOf(const Node& node) {
  const std::string name = TextOf(node.properties, "name");
  return name.empty() ? node.id : name;
}

// The schema of an actor; empty for all else.
absl::string_view ActorSchema(const Node& node) {
  if (HasLabel(node, "Person")) return "Person";
  if (HasLabel(node, "State")) return "PublicBody";
  if (HasLabel(node, "Organization")) return "Organization";
  return HasLabel(node, "Actor") ? "LegalEntity" : "";
}

Entity ThingOf(const Node& node, absl::string_view schema) {
  return Entity(IdOf(node.id), schema)
      .Add("name", NameOf(node))
      .AddAll("alias", node.properties, "aliases")
      .AddAll("wikidataId", node.properties, "wikidata");
}

Entity ArticleOf(const Node& node) {
  return Entity(IdOf(node.id), "Article")
      .Add("fileName", NameOf(node))
      .AddAll("title", node.properties, "title")
      .AddAll("publisher", node.properties, "source")
      .AddAll("publishedAt", node.properties, "published")
      .AddAll("sourceUrl", node.properties, "url")
      .Add("language", LanguageCode(TextOf(node.properties, "language")));
}

void WriteOffice(const Edge& edge, const Node& holder, const Node& body, std::ostream& out) {
  const bool fits =
      HasLabel(holder, "Person") && !ActorSchema(body).empty() && !HasLabel(body, "Person");
  if (!fits) return;
  const std::string title = TextOf(edge.properties, "title");
  const std::string position = IdOf(edge, "Position");
  Entity(position, "Position")
      .Add("name", absl::StrCat(title.empty() ? "office" : title, ", ", NameOf(body)))
      .Add("organization", IdOf(body.id))
      .Write(out);
  Entity(IdOf(edge, "Occupancy"), "Occupancy")
      .Add("holder", IdOf(holder.id))
      .Add("post", position)
      .Write(out);
}

void WriteMention(const Edge& edge, const Node& actor, const Node& article, std::ostream& out) {
  const absl::string_view schema = ActorSchema(actor);
  if (schema.empty() || !HasLabel(article, "Article")) return;
  Entity(IdOf(edge, "Mention"), "Mention")
      .Add("document", IdOf(article.id))
      .Add("name", NameOf(actor))
      .Add("resolved", IdOf(actor.id))
      .Add("detectedSchema", std::string(schema))
      .Write(out);
}

class Writer {
 public:
  Writer(const GraphRows& graph, std::ostream& out)
      : graph_(graph),
        out_(out),
        participants_(graph, "PARTICIPATED_IN", &GraphRows::TargetRow),
        reports_(graph, "REPORTED_IN", &GraphRows::SourceRow) {
    for (uint32_t row = 0; row < graph.node_count(); ++row) {
      const Node node = graph.NodeAt(row);
      is_call_.push_back(IsCall(node, row));
    }
  }

  void Write() {
    for (uint32_t row = 0; row < graph_.node_count(); ++row) WriteNode(graph_.NodeAt(row), row);
    for (uint32_t row = 0; row < graph_.edge_count(); ++row) WriteEdge(row);
  }

 private:
  // Two took part, and nobody else: FollowTheMoney's call has two ends.
  bool IsCall(const Node& node, uint32_t row) const {
    if (TextOf(node.properties, "type") != "call" || IsUnreal(node)) return false;
    const absl::Span<const uint32_t> ends = participants_.Of(row);
    return ends.size() == 2 && graph_.SourceRow(ends[0]) != graph_.SourceRow(ends[1]);
  }

  void WriteNode(const Node& node, uint32_t row) {
    const absl::string_view actor = ActorSchema(node);
    if (!actor.empty()) {
      ThingOf(node, actor).Write(out_);
    } else if (HasLabel(node, "Article")) {
      ArticleOf(node).Write(out_);
    } else if (is_call_[row]) {
      WriteCall(node, row);
    } else if (HasLabel(node, "Event")) {
      WriteEvent(node, row);
    } else if (HasLabel(node, "Place")) {
      Entity(IdOf(node.id), "Address")
          .Add("name", NameOf(node))
          .Add("full", NameOf(node))
          .Write(out_);
    } else if (!HasLabel(node, "Judgements") && !HasLabel(node, "WeaponSystem")) {
      Entity(IdOf(node.id), "Note").Add("name", NameOf(node)).Write(out_);
    }
  }

  // What a call and an event have in common: when, and what the articles say.
  void AddInterval(const Node& node, uint32_t row, Entity& entity) const {
    entity.AddAll("date", node.properties, "date");
    for (const uint32_t report : reports_.Of(row)) {
      entity.AddAll("description", graph_.EdgeAt(report).properties, "quote");
      const Node article = graph_.NodeAt(graph_.TargetRow(report));
      entity.AddAll("sourceUrl", article.properties, "url");
      entity.AddAll("publisher", article.properties, "source");
    }
  }

  void WriteCall(const Node& node, uint32_t row) {
    const absl::Span<const uint32_t> parts = participants_.Of(row);
    const Edge ends[] = {graph_.EdgeAt(parts[0]), graph_.EdgeAt(parts[1])};
    const bool swap = TextOf(ends[1].properties, "role") == "caller";
    Entity entity(IdOf(node.id), "Call");
    entity.Add("caller", IdOf(ends[swap ? 1 : 0].from))
        .Add("receiver", IdOf(ends[swap ? 0 : 1].from));
    const std::string minutes = TextOf(node.properties, "duration_minutes");
    if (!minutes.empty()) entity.Add("summary", absl::StrCat(minutes, " minutes"));
    AddInterval(node, row, entity);
    entity.Write(out_);
  }

  void WriteEvent(const Node& node, uint32_t row) {
    Entity entity(IdOf(node.id), "Event");
    entity.Add("name", NameOf(node)).AddAll("location", node.properties, "place");
    for (const absl::string_view key : {"type", "status"}) {
      entity.AddAll("keywords", node.properties, key);
    }
    for (const absl::string_view key : {"killed", "wounded", "quantity", "value", "currency"}) {
      const std::string text = TextOf(node.properties, key);
      if (!text.empty()) entity.Add("notes", absl::StrCat(key, ": ", text));
    }
    for (const uint32_t part : participants_.Of(row)) {
      const Edge edge = graph_.EdgeAt(part);
      const bool is_host = TextOf(edge.properties, "role") == "host";
      entity.Add(is_host ? "organizer" : "involved", IdOf(edge.from));
    }
    for (const uint32_t report : reports_.Of(row)) {
      entity.Add("proof", IdOf(graph_.EdgeAt(report).to));
    }
    AddInterval(node, row, entity);
    entity.Write(out_);
  }

  void WriteEdge(uint32_t row) {
    const Edge edge = graph_.EdgeAt(row);
    const size_t from_row = graph_.SourceRow(row);
    const size_t to_row = graph_.TargetRow(row);
    const Node from = graph_.NodeAt(from_row);
    const Node to = graph_.NodeAt(to_row);
    if (edge.type == "HOLDS_OFFICE") {
      WriteOffice(edge, from, to, out_);
    } else if (edge.type == "MENTIONED_IN") {
      WriteMention(edge, from, to, out_);
    } else if (edge.type == "INVOLVES" && HasLabel(to, "WeaponSystem")) {
      Entity note(IdOf(edge, "Note"), "Note");
      const std::string quantity = TextOf(edge.properties, "quantity");
      note.Add("name", NameOf(to)).AddAll("alias", to.properties, "aliases");
      if (!quantity.empty()) note.Add("description", absl::StrCat("quantity: ", quantity));
      if (!is_call_[from_row]) note.Add("entity", IdOf(from.id));
      note.Write(out_);
    } else if (!is_call_[from_row] && !is_call_[to_row] && IsLink(edge, from, to)) {
      const std::string role = TextOf(edge.properties, "role");
      Entity(IdOf(edge, "UnknownLink"), "UnknownLink")
          .Add("subject", IdOf(from.id))
          .Add("object", IdOf(to.id))
          .Add("role", role.empty() ? Words(edge.type) : role)
          .AddAll("date", edge.properties, "date")
          .Write(out_);
    }
  }

  // Calls are not things that a link can end at. What its event says already is not said twice.
  bool IsLink(const Edge& edge, const Node& from, const Node& to) const {
    static const auto* const told = new std::set<std::string>{"REPORTED_IN", "SPOKE_WITH", "MET_AT",
                                                              "TOOK_PLACE_IN", "JUDGED_BY"};
    if (told->contains(edge.type)) return false;
    for (const Node* end : {&from, &to}) {
      if (HasLabel(*end, "WeaponSystem") || HasLabel(*end, "Judgements")) return false;
    }
    if (edge.type != "PARTICIPATED_IN") return true;
    const std::string role = TextOf(edge.properties, "role");
    return !role.empty() && role != "participant" && role != "host";
  }

  const GraphRows& graph_;
  std::ostream& out_;
  const EdgesByNode participants_;
  const EdgesByNode reports_;
  std::vector<bool> is_call_;  // by node
};

const RegisterExportFormat kFollowTheMoney({.name = "ftm",
                                            .ending = ".ftm.json",
                                            .write = [](const graph::GraphRows& graph,
                                                        const FormatOptions&, std::ostream& out,
                                                        std::ostream&) -> absl::Status {
                                              WriteFollowTheMoney(graph, out);
                                              return absl::OkStatus();
                                            }});

}  // namespace

void WriteFollowTheMoney(const GraphRows& graph, std::ostream& out) { Writer(graph, out).Write(); }

}  // namespace norn::tools
