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

PictureContext::PictureContext(const graph::PropertyGraph& graph, const PictureIndex& index)
    : graph_(graph), index_(index) {
  for (const Edge& edge : graph.edges) {
    const size_t from = index.at(edge.from);
    const size_t to = index.at(edge.to);
    if (edge.type == "REPORTED_IN") {
      first_report_.emplace(from, to);
    } else if (edge.type == "HOLDS_OFFICE" && HasLabel(At(to), "State")) {
      auto& [seen, state] = last_office_.emplace(from, std::pair("", to)).first->second;
      std::string last_seen = TextOf(edge.properties, "last_seen");
      if (last_seen <= seen) continue;
      seen = std::move(last_seen);
      state = to;
    }
  }
}

std::string PictureContext::UrlOf(size_t node) const {
  const auto url_of = [this](size_t article) {
    const std::string url = TextOf(At(article).properties, "url");
    return absl::StartsWith(url, "https://") || absl::StartsWith(url, "http://") ? Address(url)
                                                                                 : std::string();
  };
  if (HasLabel(At(node), "Article")) return url_of(node);
  const auto first = first_report_.find(node);
  return first == first_report_.end() ? "" : url_of(first->second);
}

std::string PictureContext::StateOf(size_t node) const {
  if (HasLabel(At(node), "State")) return TextOf(At(node).properties, "name");
  const auto office = last_office_.find(node);
  if (office == last_office_.end()) return "";
  return TextOf(At(office->second.second).properties, "name");
}

std::string PictureContext::SourcesOf(const std::set<std::string>& articles) const {
  std::map<std::string, int64_t> counts;
  for (const std::string& article : articles) {
    const auto node = index_.find(article);
    if (node == index_.end()) continue;
    const std::string source = TextOf(At(node->second).properties, "source");
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
