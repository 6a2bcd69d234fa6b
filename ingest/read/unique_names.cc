#include "ingest/read/unique_names.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

// Enough digits of the hash that nobody has the name yet; more than eight only by ill will.
std::string FreeName(const proto::Article& article, const absl::flat_hash_set<std::string>& taken) {
  constexpr size_t kDigits = 8;
  std::string name;
  for (size_t digits = kDigits; digits <= article.sha256().size(); digits *= 2) {
    name = absl::StrCat(article.name(), "#", article.sha256().substr(0, digits));
    if (!taken.contains(name)) break;
  }
  return name;
}

bool IsSame(const proto::Article& a, const proto::Article& b) {
  return a.name() == b.name() && a.sha256() == b.sha256();
}

}  // namespace

void MakeNamesUnique(std::vector<proto::Article>& articles) {
  // Of two records of one text the one with more to say of itself comes first.
  std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
    const auto key = [](const proto::Article& article) {
      return std::tie(article.name(), article.sha256(), article.published(), article.title(),
                      article.source(), article.language());
    };
    return std::tie(a.name(), a.sha256()) != std::tie(b.name(), b.sha256()) ? key(a) < key(b)
                                                                            : key(b) < key(a);
  });
  articles.erase(std::unique(articles.begin(), articles.end(), IsSame), articles.end());
  absl::flat_hash_set<std::string> taken;
  std::vector<proto::Article*> unnamed;
  for (proto::Article& article : articles) {
    if (!taken.insert(article.name()).second) unnamed.push_back(&article);
  }
  for (proto::Article* article : unnamed) {
    article->set_name(FreeName(*article, taken));
    taken.insert(article->name());
  }
  std::sort(articles.begin(), articles.end(),
            [](const auto& a, const auto& b) { return a.name() < b.name(); });
}

}  // namespace norn::ingest
