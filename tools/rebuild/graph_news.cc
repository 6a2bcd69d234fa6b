#include "tools/rebuild/graph_news.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"

namespace norn::tools {
namespace {

using graph::NodeIndex;
using graph::View;

constexpr size_t kMost = 10;

void ForEach(const View& view, absl::string_view label,
             const std::function<void(NodeIndex)>& take) {
  const std::optional<graph::LabelId> wanted = view.FindLabel(label);
  if (!wanted.has_value()) return;
  for (const graph::NodeGroup& group : view.node_groups()) {
    if (!std::binary_search(group.labels.begin(), group.labels.end(), *wanted)) continue;
    for (NodeIndex node = group.first; node < group.first + group.count; ++node) take(node);
  }
}

graph::Value Property(const View& view, NodeIndex node, absl::string_view name) {
  const std::optional<graph::KeyId> key = view.FindKey(name);
  return key.has_value() ? view.NodeProperty(node, *key) : graph::Value();
}

std::string Text(const View& view, NodeIndex node, absl::string_view name) {
  const graph::Value value = Property(view, node, name);
  const std::string* const text = value.As<std::string>();
  return text == nullptr ? "" : *text;
}

int64_t Reports(const View& view, NodeIndex event) {
  const graph::Value value = Property(view, event, "reports");
  const int64_t* const count = value.As<int64_t>();
  return count == nullptr ? 0 : *count;
}

size_t CountGone(const View& before, const View& after) {
  size_t gone = 0;
  ForEach(before, "Event", [&](NodeIndex event) {
    if (!after.FindNode(before.NodeId(event)).has_value()) ++gone;
  });
  return gone;
}

void TellEvents(const View& before, const View& after, std::vector<std::string>& lines) {
  std::vector<std::pair<int64_t, NodeIndex>> come;  // what most report first, then by number
  ForEach(after, "Event", [&](NodeIndex event) {
    if (before.FindNode(after.NodeId(event)).has_value()) return;
    come.emplace_back(-Reports(after, event), event);
  });
  const size_t gone = CountGone(before, after);
  if (come.empty() && gone == 0) return;
  lines.push_back(absl::StrCat(come.size(), " events new, ", gone, " gone"));
  const size_t shown = std::min(kMost, come.size());
  std::partial_sort(come.begin(), come.begin() + static_cast<std::ptrdiff_t>(shown), come.end());
  for (size_t i = 0; i < shown; ++i) {
    lines.push_back(absl::StrCat("new, in ", -come[i].first,
                                 " reports: ", Text(after, come[i].second, "name"), " (",
                                 after.NodeId(come[i].second), ")"));
  }
}

void TellArticles(absl::string_view what, const std::vector<std::string>& names,
                  std::vector<std::string>& lines) {
  if (names.empty()) return;
  const size_t shown = std::min(kMost, names.size());
  std::string line = absl::StrCat(
      what, ": ",
      absl::StrJoin(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (names.size() > shown) absl::StrAppend(&line, " and ", names.size() - shown, " more");
  lines.push_back(std::move(line));
}

void TellArticles(const View& before, const View& after, std::vector<std::string>& lines) {
  constexpr absl::string_view kWithdrawn = "canceled";
  std::vector<std::string> corrected;
  std::vector<std::string> withdrawn;
  std::vector<std::string> gone;
  ForEach(before, "Article", [&](NodeIndex was) {
    const std::string name = Text(before, was, "name");
    const std::optional<NodeIndex> is = after.FindNode(before.NodeId(was));
    if (!is.has_value()) {
      gone.push_back(name);
      return;
    }
    const auto status = [](const View& view, NodeIndex article) {
      return Text(view, article, "publication_status");
    };
    if (status(after, *is) == kWithdrawn && status(before, was) != kWithdrawn) {
      withdrawn.push_back(name);
    } else if (Text(before, was, "sha256") != Text(after, *is, "sha256")) {
      corrected.push_back(name);
    }
  });
  TellArticles("corrected", corrected, lines);
  TellArticles("withdrawn by its source", withdrawn, lines);
  TellArticles("gone", gone, lines);
}

}  // namespace

std::vector<std::string> GraphNews(const View& before, const View& after) {
  std::vector<std::string> lines;
  TellEvents(before, after, lines);
  TellArticles(before, after, lines);
  return lines;
}

}  // namespace norn::tools
