#include "tools/commands/change_reasons.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;

std::string TextOf(const graph::Properties& properties, const char* key) {
  const auto found = properties.find(key);
  if (found == properties.end()) return "";
  const auto* text = found->second.As<std::string>();
  return text == nullptr ? "" : *text;
}

bool IsArticle(const Node& node) {
  return std::find(node.labels.begin(), node.labels.end(), "Article") != node.labels.end();
}

std::map<std::string, const Node*> ArticlesOf(const PropertyGraph& graph) {
  std::map<std::string, const Node*> articles;
  for (const Node& node : graph.nodes) {
    if (IsArticle(node)) articles.emplace(node.id, &node);
  }
  return articles;
}

}  // namespace

ChangeReasons::ChangeReasons(const PropertyGraph& older, const PropertyGraph& newer) {
  CollectArticles(older, newer);
  CollectReports(older);
  CollectReports(newer);
}

void ChangeReasons::CollectArticles(const PropertyGraph& older, const PropertyGraph& newer) {
  const std::map<std::string, const Node*> before = ArticlesOf(older);
  const std::map<std::string, const Node*> after = ArticlesOf(newer);
  const auto name = [](const Node& node) { return TextOf(node.properties, "name"); };
  for (const auto& [id, node] : before) {
    const auto now = after.find(id);
    if (now == after.end()) {
      changed_[id] = absl::StrCat(name(*node), " is gone");
    } else if (node->properties != now->second->properties) {
      changed_[id] = absl::StrCat(name(*node), " has changed");
    }
  }
  for (const auto& [id, node] : after) {
    if (!before.contains(id)) changed_[id] = absl::StrCat(name(*node), " is new");
  }
}

void ChangeReasons::CollectReports(const PropertyGraph& graph) {
  for (const Edge& edge : graph.edges) {
    if (edge.type == "REPORTED_IN" || edge.type == "MENTIONED_IN") {
      articles_of_[edge.from].insert(edge.to);
    }
  }
}

void ChangeReasons::AddArticlesOf(const std::string& node, std::set<std::string>& articles) const {
  articles.insert(node);
  const auto known = articles_of_.find(node);
  if (known != articles_of_.end()) articles.insert(known->second.begin(), known->second.end());
}

std::vector<std::string> ChangeReasons::Reasons(const std::set<std::string>& articles) const {
  std::vector<std::string> reasons;
  for (const std::string& article : articles) {
    const auto changed = changed_.find(article);
    if (changed != changed_.end()) reasons.push_back(changed->second);
  }
  return reasons;
}

std::vector<std::string> ChangeReasons::Of(const Node& node) const {
  std::set<std::string> articles;
  AddArticlesOf(node.id, articles);
  return Reasons(articles);
}

std::vector<std::string> ChangeReasons::Of(const Edge& edge) const {
  std::set<std::string> articles;
  // An edge to an article is that article's; one of an event is told where the event is.
  if (changed_.contains(edge.to)) {
    articles.insert(edge.to);
    return Reasons(articles);
  }
  const std::string event = TextOf(edge.properties, "event");
  const std::string events[] = {event, edge.from, edge.to};
  for (const std::string& id : events) {
    if (absl::StartsWith(id, "event/")) AddArticlesOf(id, articles);
  }
  // Of an edge without an event (an office), what tells of its first end.
  if (articles.empty()) AddArticlesOf(edge.from, articles);
  return Reasons(articles);
}

}  // namespace norn::tools
