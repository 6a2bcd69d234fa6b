#include "tools/ask/named_node.h"

#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/ask/property_text.h"
#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

// Why somebody has taken the node out of the graph, where that is so.
std::string JudgedOut(const graph::View& view, const std::string& id) {
  const auto key = view.FindKey("not_facts");
  const auto label = view.FindLabel("Judgements");
  if (!key || !label) return "";
  for (graph::NodeIndex node = 0; node < view.node_count(); ++node) {
    if (!view.HasLabel(node, *label)) continue;
    const graph::Value facts = view.NodeProperty(node, *key);
    const auto* list = facts.As<graph::Value::List>();
    if (list == nullptr) continue;
    for (const graph::Value& fact : *list) {
      const std::string text = PlainText(fact);
      const std::string judged =
          absl::StrCat("; judged not a fact in ", NodeText(view, node, "name"));
      if (text == id) return judged;
      if (absl::StartsWith(text, absl::StrCat(id, ": "))) {
        return absl::StrCat(judged, ": ", text.substr(id.size() + 2));
      }
    }
  }
  return "";
}

}  // namespace

absl::StatusOr<graph::NodeIndex> FindNamedNode(const graph::View& view, const std::string& name) {
  if (const std::optional<graph::NodeIndex> node = view.FindNode(name)) return *node;
  const std::vector<graph::NodeIndex> named = view.FindByName(name);
  if (named.size() == 1) return named[0];
  if (named.empty()) {
    return absl::NotFoundError(
        absl::StrCat("the graph has no node '", name, "'", JudgedOut(view, name)));
  }
  return absl::InvalidArgumentError(
      absl::StrCat("'", name, "' is the name of several nodes; give an id: ",
                   absl::StrJoin(named, ", ", [&view](std::string* out, graph::NodeIndex node) {
                     absl::StrAppend(out, view.NodeId(node));
                   })));
}

}  // namespace norn::tools
