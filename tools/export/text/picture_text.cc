#include "tools/export/text/picture_text.h"

#include <algorithm>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "ingest/lexicon/event_schema.h"
#include "tools/export/text/escape.h"
#include "tools/export/text/human_number.h"
#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

constexpr size_t kLineWidth = 20;
constexpr size_t kMaxName = 60;
constexpr size_t kMaxTooltip = 300;

// The property as people write a number; empty where it is not there.
std::string NumberOf(const graph::Properties& properties, absl::string_view key) {
  const auto at = properties.find(std::string(key));
  return at == properties.end() ? "" : HumanNumber(at->second);
}

std::string EventLabel(const graph::Node& node) {
  std::string first = TextOf(node.properties, "type");
  if (first.empty()) first = "event";
  if (IsUnreal(node)) first = absl::StrCat(TextOf(node.properties, "status"), " ", first);
  std::vector<std::string> lines = {Shorten(first, kMaxName)};
  const std::string place = TextOf(node.properties, "place");
  const std::string date = TextOf(node.properties, "date");
  if (!place.empty()) lines.push_back(Wrap(Shorten(place, kMaxName), kLineWidth));
  if (!date.empty()) lines.push_back(Shorten(date, kMaxName));
  const std::string killed = NumberOf(node.properties, "killed");
  if (!killed.empty()) lines.push_back(absl::StrCat(Shorten(killed, kMaxName), " killed"));
  return absl::StrJoin(lines, "\n");
}

// "one system, another and 2 more", "3 million USD": what was supplied.
std::string SupplyText(const graph::Properties& properties) {
  std::vector<std::string> parts;
  const std::string quantity = NumberOf(properties, "quantity");
  const auto weapons = properties.find("weapons");
  std::string names;
  if (weapons != properties.end()) {
    if (const auto* list = weapons->second.As<graph::Value::List>()) {
      const size_t shown = std::min<size_t>(list->size(), 2);
      const graph::Value::List first(list->begin(), list->begin() + shown);
      names = PlainText(graph::Value(first));
      if (list->size() > shown) absl::StrAppend(&names, " and ", list->size() - shown, " more");
    }
  }
  if (!quantity.empty() && !names.empty()) names = absl::StrCat(quantity, " × ", names);
  if (!names.empty()) parts.push_back(names);
  const std::string value = NumberOf(properties, "value");
  if (!value.empty()) {
    parts.push_back(absl::StrCat(value, " ", TextOf(properties, "currency")));
  }
  return absl::StrJoin(parts, ", ");
}

std::string Words(absl::string_view type) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(type), {{"_", " "}});
}

// What one edge says besides its type.
std::string Detail(const graph::Edge& edge) {
  if (edge.type == "SUPPLIED") return SupplyText(edge.properties);
  if (edge.type == "HOLDS_OFFICE") return TextOf(edge.properties, "title");
  if (edge.type == "INVOLVES") {
    const std::string quantity = NumberOf(edge.properties, "quantity");
    return quantity.empty() ? "" : absl::StrCat(quantity, " ×");
  }
  // The arrow says who gave and who got; what is left is the host, the caller, the mediator.
  const std::string role = TextOf(edge.properties, "role");
  const ingest::Role* known = ingest::EventSchema::BuiltIn().FindRole(role);
  const bool is_told =
      known != nullptr && (known->generic() || known->direction() != ingest::Role::NO_DIRECTION);
  return is_told ? "" : role;
}

}  // namespace

bool HasLabel(const graph::Node& node, absl::string_view label) {
  return std::find(node.labels.begin(), node.labels.end(), label) != node.labels.end();
}

std::string TextOf(const graph::Properties& properties, absl::string_view key) {
  const auto at = properties.find(std::string(key));
  return at == properties.end() ? "" : PlainText(at->second);
}

Reality RealityOf(const graph::Node& node) {
  if (!IsUnreal(node)) return Reality::kHappened;
  const std::string status = TextOf(node.properties, "status");
  return status == "denied" || status == "withheld" ? Reality::kNot : Reality::kAhead;
}

bool IsUnreal(const graph::Node& node) {
  const std::string status = TextOf(node.properties, "status");
  return HasLabel(node, "Event") && !status.empty() && status != "happened";
}

std::string NodeLabel(const graph::Node& node) {
  if (HasLabel(node, "Event")) return EventLabel(node);
  // Readers know an article by its title.
  std::string name = HasLabel(node, "Article") ? TextOf(node.properties, "title") : "";
  if (name.empty()) name = TextOf(node.properties, "name");
  if (name.empty()) name = node.id;
  return Wrap(Shorten(name, kMaxName), kLineWidth);
}

std::string NodeTooltip(const graph::Node& node) {
  std::vector<std::string> lines = {node.id};
  for (const absl::string_view key : {"name", "aliases", "status", "date", "place", "confidence"}) {
    const std::string text = TextOf(node.properties, key);
    if (!text.empty()) lines.push_back(absl::StrCat(key, ": ", Shorten(text, kMaxTooltip)));
  }
  return absl::StrJoin(lines, "\n");
}

std::string EdgeLabel(const std::vector<const graph::Edge*>& edges, bool with_dates) {
  std::set<std::string> dates;
  std::set<std::string> details;
  for (const graph::Edge* edge : edges) {
    const std::string date = TextOf(edge->properties, "date");
    if (!date.empty() && with_dates) dates.insert(date);
    const std::string detail = Detail(*edge);
    if (!detail.empty()) details.insert(detail);
  }
  std::vector<std::string> lines;
  if (edges.size() > 1) lines.push_back(absl::StrCat(edges.size(), " times"));
  if (details.size() == 1) lines.push_back(Wrap(Shorten(*details.begin(), kMaxName), kLineWidth));
  if (dates.size() == 1) lines.push_back(*dates.begin());
  if (dates.size() > 1) lines.push_back(absl::StrCat(*dates.begin(), " – ", *dates.rbegin()));
  return absl::StrJoin(lines, "\n");
}

std::string EdgeTooltip(const std::vector<const graph::Edge*>& edges) {
  std::vector<std::string> lines;
  for (const graph::Edge* edge : edges) {
    std::string line = absl::StrCat(edge->from, " ", Words(edge->type), " ", edge->to);
    for (const absl::string_view key : {"date", "medium", "role", "title"}) {
      const std::string text = TextOf(edge->properties, key);
      if (!text.empty()) absl::StrAppend(&line, ", ", text);
    }
    lines.push_back(Shorten(line, kMaxTooltip));
    if (lines.size() == 10) break;
  }
  return absl::StrJoin(lines, "\n");
}

}  // namespace norn::tools
