// The view as the language sees it: properties as the language's values, and the one difference
// between stored and scratch graphs.
//
// In a stored graph `id` is the node's stable id. In a scratch graph nodes have numbers for ids,
// which nobody should see, and `id` is a property like any other, kept under another name.
#ifndef NORN_QUERY_RUNTIME_GRAPH_ACCESS_H_
#define NORN_QUERY_RUNTIME_GRAPH_ACCESS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/view/view.h"
#include "query/values/value.h"

namespace norn::query {

// The name under which a scratch graph keeps the property `id`.
inline constexpr absl::string_view kScratchIdKey = "\x01id";

class GraphAccess {
 public:
  GraphAccess(const graph::View& view, bool scratch) : view_(view), scratch_(scratch) {}

  const graph::View& view() const { return view_; }
  bool scratch() const { return scratch_; }

  std::optional<graph::KeyId> FindKey(absl::string_view name) const;
  std::vector<std::string> KeyNames() const;

  // One property; null if the entity does not have it. Texts borrow the view's bytes.
  Value NodeProperty(graph::NodeIndex node, graph::KeyId key) const;
  Value EdgeProperty(graph::EdgeIndex edge, graph::KeyId key) const;
  // All properties, by name. A stored node's include `id`.
  Value::Entries NodeProperties(graph::NodeIndex node) const;
  Value::Entries EdgeProperties(graph::EdgeIndex edge) const;
  std::vector<absl::string_view> Labels(graph::NodeIndex node) const;

  // A cell of a column, without a copy of texts.
  Value CellOf(const graph::Column& column, uint32_t row) const;

  // The same value without need of the view: entities become records, texts own their bytes.
  Value Detach(const Value& value) const;

 private:
  bool Hidden(graph::KeyId key) const;
  std::string NameOf(graph::KeyId key) const;

  const graph::View& view_;
  bool scratch_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_GRAPH_ACCESS_H_
