#include "graph/store/evidence_check.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace norn::graph {
namespace {

template <typename T>
const T* Find(const Properties& properties, const char* name) {
  const auto found = properties.find(name);
  return found == properties.end() ? nullptr : found->second.As<T>();
}

bool Quotes(absl::string_view text, const Edge& edge, absl::string_view quote) {
  const int64_t* const start = Find<int64_t>(edge.properties, "start");
  const int64_t* const end = Find<int64_t>(edge.properties, "end");
  if (start == nullptr || end == nullptr || *start < 0 || *end < *start ||
      static_cast<size_t>(*end) > text.size()) {
    return false;
  }
  return text.substr(static_cast<size_t>(*start), static_cast<size_t>(*end - *start)) == quote;
}

}  // namespace

absl::Status CheckEvidence(const PropertyGraph& graph, absl::Span<const proto::Article> articles) {
  if (articles.empty()) return absl::OkStatus();
  absl::flat_hash_map<absl::string_view, absl::string_view> texts;
  for (const proto::Article& article : articles) texts[article.name()] = article.text();
  for (const Edge& edge : graph.edges) {
    const std::string* const quote = Find<std::string>(edge.properties, "quote");
    absl::string_view article = edge.to;
    if (quote == nullptr || !absl::ConsumePrefix(&article, "article/")) continue;
    const auto text = texts.find(article);
    if (text != texts.end() && Quotes(text->second, edge, *quote)) continue;
    return absl::DataLossError(absl::CHexEscape(
        absl::StrCat(edge.type, " from ", edge.from, " to ", edge.to,
                     text == texts.end() ? ": the article is not there"
                                         : ": what it quotes does not stand in the article")));
  }
  return absl::OkStatus();
}

}  // namespace norn::graph
