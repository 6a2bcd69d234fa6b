#include "tools/export/picture/picture_context.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "tools/export/text/escape.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

// What else may stand in an address (RFC 3986). Graphviz writes an address as it stands: none may
// end the attribute that it is in.
constexpr absl::string_view kAddressSigns = "-._~:/?#[]@!$&()*+,;=%";

std::string Address(absl::string_view text) {
  std::string address;
  for (const char c : text) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || absl::StrContains(kAddressSigns, c)) {
      address.push_back(c);
    } else {
      absl::StrAppendFormat(&address, "%%%02X", static_cast<unsigned char>(c));
    }
  }
  return address;
}

}  // namespace

using graph::Edge;

PictureContext::PictureContext(const graph::PropertyGraph& graph)
    : graph_(graph), index_(IndexOf(graph)) {
  for (const Edge& edge : graph.edges) {
    if (edge.type == "REPORTED_IN") {
      first_report_.emplace(edge.from, edge.to);
    } else if (edge.type == "HOLDS_OFFICE") {
      const graph::Node* const of = Find(edge.to);
      if (of == nullptr || !HasLabel(*of, "State")) continue;
      auto& [seen, state] = last_office_[edge.from];
      std::string last_seen = TextOf(edge.properties, "last_seen");
      if (!state.empty() && last_seen <= seen) continue;
      seen = std::move(last_seen);
      state = edge.to;
    }
  }
}

const graph::Node* PictureContext::Find(const std::string& node) const {
  const auto at = index_.find(node);
  return at == index_.end() ? nullptr : &graph_.nodes[at->second];
}

std::string PictureContext::UrlOf(const std::string& node) const {
  const auto url_of = [](const graph::Node* article) {
    const std::string url = article == nullptr ? "" : TextOf(article->properties, "url");
    return absl::StartsWith(url, "https://") || absl::StartsWith(url, "http://") ? Address(url)
                                                                                 : std::string();
  };
  const graph::Node* const found = Find(node);
  if (found != nullptr && HasLabel(*found, "Article")) return url_of(found);
  const auto first = first_report_.find(node);
  return first == first_report_.end() ? "" : url_of(Find(first->second));
}

std::string PictureContext::UrlOf(const Edge& edge) const {
  const std::string event = TextOf(edge.properties, "event");
  return UrlOf(event.empty() ? edge.to : event);
}

std::string PictureContext::StateOf(const std::string& node) const {
  const graph::Node* const found = Find(node);
  if (found == nullptr) return "";
  if (HasLabel(*found, "State")) return TextOf(found->properties, "name");
  const auto office = last_office_.find(node);
  return office == last_office_.end() ? ""
                                      : TextOf(Find(office->second.second)->properties, "name");
}

std::set<std::string> PictureContext::ArticlesOn(const std::set<std::string>& events) const {
  std::set<std::string> articles;
  for (const Edge& edge : graph_.edges) {
    if (edge.type == "REPORTED_IN" && events.contains(edge.from)) articles.insert(edge.to);
  }
  return articles;
}

std::string PictureContext::SourcesOf(const std::set<std::string>& articles) const {
  std::map<std::string, int64_t> counts;
  for (const std::string& article : articles) {
    const graph::Node* const node = Find(article);
    if (node == nullptr) continue;
    const std::string source = TextOf(node->properties, "source");
    if (!source.empty()) --counts[source];
  }
  std::vector<std::pair<int64_t, std::string>> order;
  for (const auto& [source, count] : counts) order.emplace_back(count, source);
  std::sort(order.begin(), order.end());
  constexpr size_t kNamed = 4;
  std::vector<std::string> names;
  for (size_t i = 0; i < std::min(kNamed, order.size()); ++i) {
    names.push_back(Shorten(order[i].second, 40));
  }
  const std::string named = absl::StrJoin(names, ", ");
  if (order.size() <= kNamed) return named;
  return absl::StrCat(named, " and ", order.size() - kNamed, " more");
}

}  // namespace norn::tools
