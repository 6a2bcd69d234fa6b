#include "tools/ask/property_text.h"

#include <optional>

#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

std::string TextOf(const graph::Value& value) { return value.is_null() ? "" : PlainText(value); }

}  // namespace

std::string NodeText(const graph::View& view, graph::NodeIndex node, absl::string_view key) {
  const std::optional<graph::KeyId> id = view.FindKey(key);
  return id.has_value() ? TextOf(view.NodeProperty(node, *id)) : "";
}

std::string EdgeText(const graph::View& view, graph::EdgeIndex edge, absl::string_view key) {
  const std::optional<graph::KeyId> id = view.FindKey(key);
  return id.has_value() ? TextOf(view.EdgeProperty(edge, *id)) : "";
}

}  // namespace norn::tools
