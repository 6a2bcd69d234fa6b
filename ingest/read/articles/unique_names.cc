#include "ingest/read/articles/unique_names.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/digest.h"

namespace norn::ingest {
namespace {

using proto::Article;

constexpr size_t kDigits = 8;  // of a hash behind a name, or more of them

bool IsFromStandardInput(const Article& article) {
  return article.origin() == kStandardInputOrigin;
}

bool HasStoredId(const Article& article) { return absl::StartsWith(article.origin(), kIdOrigin); }

bool IsFile(const Article& article) {
  return !article.origin().empty() && !IsFromStandardInput(article) && !HasStoredId(article);
}

// What makes an article the one that it is, whatever it says.
std::string IdentityOf(const Article& article) {
  if (IsFile(article)) return absl::StrCat("file\n", article.origin());
  if (IsFromStandardInput(article)) return absl::StrCat("text\n", article.sha256());
  return absl::StrCat("id\n", article.name(), "\n", article.source());
}

// The last `parts` of a file's path.
std::string EndOfPath(absl::string_view path, size_t parts) {
  const std::vector<absl::string_view> all = absl::StrSplit(path, '/', absl::SkipEmpty());
  return absl::StrJoin(all.end() - static_cast<std::ptrdiff_t>(std::min(parts, all.size())),
                       all.end(), "/");
}

// Older norns did not store what an id was before it carried digits of a hash.
std::string NameWithoutHash(const Article& article) {
  const size_t mark = article.name().rfind('#');
  // Its name is the reader's; nobody else put a hash into it.
  if (IsFromStandardInput(article)) return article.name().substr(0, mark);
  // An id of a source's own may have a mark too; digits of a hash are eight at least.
  if (mark == std::string::npos || mark == 0 || article.name().size() - mark - 1 < kDigits) {
    return article.name();
  }
  const absl::string_view digits = absl::string_view(article.name()).substr(mark + 1);
  Article named = article;
  named.clear_text();
  named.set_name(article.name().substr(0, mark));
  const std::string hash = base::Sha256Hex(IdentityOf(named));
  return absl::StartsWith(hash, digits) ? named.name() : article.name();
}

// Before another article of the same name made it carry more. `norn add` names all of them anew.
std::string BaseName(const Article& article) {
  if (IsFile(article)) return EndOfPath(article.origin(), 1);
  if (HasStoredId(article)) return article.origin().substr(sizeof(kIdOrigin) - 1);
  return NameWithoutHash(article);
}

// Whether `b`, which was read later, is to stand in the place of `a`.
bool IsNewer(const Article& a, const Article& b) {
  if (a.version() != b.version() && a.version() != 0 && b.version() != 0) {
    return b.version() > a.version();
  }
  return a.updated().empty() || b.updated().empty() || b.updated() >= a.updated();
}

void FillFrom(const Article& other, Article& article) {
  const auto fill = [](const std::string& from, std::string* to) {
    if (to->empty()) *to = from;
  };
  fill(other.published(), article.mutable_published());
  fill(other.title(), article.mutable_title());
  fill(other.source(), article.mutable_source());
  fill(other.url(), article.mutable_url());
  fill(other.language(), article.mutable_language());
}

Article::Version VersionOf(const Article& article) {
  Article::Version version;
  version.set_sha256(article.sha256());
  version.set_published(article.published());
  version.set_updated(article.updated());
  version.set_version(article.version());
  version.set_title(article.title());
  version.set_text(article.text());
  return version;
}

// The same text twice in a row is one, with what either says.
void AddVersion(Article::Version version, std::vector<Article::Version>& versions) {
  if (!versions.empty() && versions.back().sha256() == version.sha256()) {
    if (version.published().empty()) version.set_published(versions.back().published());
    if (version.title().empty()) version.set_title(versions.back().title());
    versions.pop_back();
  }
  versions.push_back(std::move(version));
}

// One article of two texts with one identity; `kept` was read first. What was said before is in the
// order in which it was said, however the texts came: one by one, or some of them together.
void Merge(Article other, Article& kept) {
  if (IsNewer(kept, other)) std::swap(other, kept);
  std::vector<Article::Version> before;
  for (const Article::Version& version : other.earlier()) AddVersion(version, before);
  AddVersion(VersionOf(other), before);
  for (const Article::Version& version : kept.earlier()) AddVersion(version, before);
  if (before.back().sha256() == kept.sha256()) {
    before.pop_back();
    if (other.sha256() == kept.sha256()) FillFrom(other, kept);
  }
  kept.mutable_earlier()->Assign(before.begin(), before.end());
}

// Leaves one article for each identity; the identities whose text was replaced.
absl::flat_hash_set<std::string> MergeVersions(std::vector<Article>& articles) {
  absl::flat_hash_map<std::string, size_t> places;
  absl::flat_hash_set<std::string> replaced;
  std::vector<Article> merged;
  for (Article& article : articles) {
    if (!IsFile(article)) {
      article.set_name(BaseName(article));
      if (!IsFromStandardInput(article))
        article.set_origin(absl::StrCat(kIdOrigin, article.name()));
    }
    const std::string identity = IdentityOf(article);
    const auto [place, is_new] = places.try_emplace(identity, merged.size());
    if (is_new) {
      merged.push_back(std::move(article));
      continue;
    }
    Article& kept = merged[place->second];
    if (kept.sha256() != article.sha256()) replaced.insert(identity);
    Merge(std::move(article), kept);
  }
  articles = std::move(merged);
  return replaced;
}

// Copies of one file in several folders are one article: that of the first path.
void DropCopies(std::vector<Article>& articles) {
  std::map<std::pair<std::string, std::string>, std::string> first;
  for (const Article& article : articles) {
    if (!IsFile(article)) continue;
    const auto [place, is_new] =
        first.try_emplace({BaseName(article), article.sha256()}, article.origin());
    if (!is_new) place->second = std::min(place->second, article.origin());
  }
  std::erase_if(articles, [&](const Article& article) {
    return IsFile(article) && first.at({BaseName(article), article.sha256()}) != article.origin();
  });
}

// Files of one name get as many of their folders as tell all of them apart.
void NameFiles(std::vector<Article>& articles) {
  std::map<std::string, std::vector<Article*>> by_name;
  for (Article& article : articles) {
    if (IsFile(article)) by_name[BaseName(article)].push_back(&article);
  }
  for (const auto& [base, files] : by_name) {
    constexpr size_t kMaxParts = 64;
    absl::flat_hash_set<std::string> names;
    size_t parts = 0;
    while (names.size() < files.size() && parts < kMaxParts) {
      ++parts;
      names.clear();
      for (const Article* file : files) names.insert(EndOfPath(file->origin(), parts));
    }
    for (Article* file : files) file->set_name(EndOfPath(file->origin(), parts));
  }
}

// Enough digits of the hash that nobody has the name yet; more than so many only by ill will.
std::string FreeName(const Article& article, const absl::flat_hash_set<std::string>& taken) {
  const std::string hash = base::Sha256Hex(IdentityOf(article));
  std::string name;
  for (size_t digits = kDigits; digits <= hash.size(); digits *= 2) {
    name = absl::StrCat(article.name(), "#", hash.substr(0, digits));
    if (!taken.contains(name)) break;
  }
  return name;
}

}  // namespace

std::vector<std::string> MakeNamesUnique(std::vector<Article>& articles) {
  const absl::flat_hash_set<std::string> replaced = MergeVersions(articles);
  DropCopies(articles);
  NameFiles(articles);
  std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) {
    return a.name() != b.name() ? a.name() < b.name() : IdentityOf(a) < IdentityOf(b);
  });
  absl::flat_hash_set<std::string> taken;
  std::vector<std::pair<Article*, std::string>> unnamed;
  for (Article& article : articles) {
    if (!taken.insert(article.name()).second) unnamed.push_back({&article, ""});
  }
  std::vector<std::string> names;
  for (auto& [article, name] : unnamed) {
    name = FreeName(*article, taken);
    taken.insert(name);
  }
  for (const Article& article : articles) {
    const bool is_replaced = replaced.contains(IdentityOf(article));
    if (is_replaced) names.push_back(article.name());
  }
  for (auto& [article, name] : unnamed) article->set_name(std::move(name));
  std::sort(articles.begin(), articles.end(),
            [](const Article& a, const Article& b) { return a.name() < b.name(); });
  return names;
}

}  // namespace norn::ingest
