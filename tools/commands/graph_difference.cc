#include "tools/commands/graph_difference.h"

#include <nlohmann/json.hpp>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/commands/change_reasons.h"

namespace norn::tools {
namespace {

using graph::Edge;
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

}  // namespace

size_t WriteDiff(const graph::PropertyGraph& older, const graph::PropertyGraph& newer,
                 const DiffStyle& style, std::ostream& out) {
  const ChangeReasons reasons(older, newer);
  Writer writer(style, reasons, out);
  writer.Compare(older.nodes, newer.nodes);
  writer.Compare(older.edges, newer.edges);
  return writer.lines();
}

}  // namespace norn::tools
