#include "ingest/read/pages/page_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "ingest/read/dates/article_date.h"
#include "ingest/read/pages/html_tags.h"
#include "ingest/read/pages/html_text.h"
#include "ingest/read/syntax/json_value.h"

namespace norn::ingest {
namespace {

using nlohmann::json;

void SetOnce(std::string& field, absl::string_view value) {
  if (field.empty()) field = std::string(absl::StripAsciiWhitespace(value));
}

// A date that the page's maker wrote in another way is passed over: the reader cannot mend it.
void SetDateOnce(std::string& field, absl::string_view value) {
  if (field.empty()) field = FindArticleDate(value);
}

// "no" and "nb-NO" and "nb_NO".
void SetLanguageOnce(std::string& field, absl::string_view tag) {
  SetOnce(field, absl::AsciiStrToLower(tag.substr(0, tag.find_first_of("-_"))));
}

// Contents of <script type="application/ld+json">.
std::vector<absl::string_view> JsonLdScripts(absl::string_view html) {
  constexpr absl::string_view kStart = "<script";
  std::vector<absl::string_view> scripts;
  for (size_t at = 0; at < html.size();) {
    at = html.find('<', at);
    if (at == absl::string_view::npos) break;
    if (!absl::StartsWithIgnoreCase(html.substr(at, kStart.size()), kStart)) {
      ++at;
      continue;
    }
    const HtmlTag tag = ScanTag(html, at);
    const size_t end = FindRawTextEnd(html, tag.end, "script");
    if (absl::StrContains(html.substr(at, tag.end - at), "ld+json")) {
      scripts.push_back(html.substr(tag.end, end - tag.end));
    }
    at = std::max(end, at + 1);
  }
  return scripts;
}

bool IsArticleType(const json& type) {
  static constexpr std::array<absl::string_view, 4> kEndings = {"Article", "BlogPosting",
                                                                "LiveBlogPosting", "Report"};
  if (type.is_array()) return std::any_of(type.begin(), type.end(), IsArticleType);
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](absl::string_view ending) { return absl::EndsWith(name, ending); });
}

// The first article in a script: by itself, in a list, or in a graph.
const json* FindArticle(const json& value, int depth = 0) {
  constexpr int kDeepest = 3;
  if (depth > kDeepest) return nullptr;
  if (value.is_array()) {
    for (const json& item : value) {
      if (const json* article = FindArticle(item, depth + 1)) return article;
    }
    return nullptr;
  }
  if (!value.is_object()) return nullptr;
  const auto type = value.find("@type");
  if (type != value.end() && IsArticleType(*type)) return &value;
  for (const char* name : {"@graph", "mainEntity"}) {
    const auto inner = value.find(name);
    if (inner == value.end()) continue;
    if (const json* article = FindArticle(*inner, depth + 1)) return article;
  }
  return nullptr;
}

// "Nordlys", {"name": "Nordlys"} and lists of them.
std::vector<std::string> NamesOf(const json& value) {
  std::vector<std::string> names;
  if (value.is_string()) names.push_back(value.get<std::string>());
  if (value.is_object()) {
    if (std::string name = StringAt(value, "name"); !name.empty()) names.push_back(std::move(name));
  }
  if (value.is_array()) {
    for (const json& item : value) {
      if (item.is_array()) continue;
      for (std::string& name : NamesOf(item)) names.push_back(std::move(name));
    }
  }
  return names;
}

std::string FirstName(const json& article, const char* member) {
  const json* value = FindMember(article, member);
  if (value == nullptr) return "";
  std::vector<std::string> names = NamesOf(*value);
  return names.empty() ? "" : names[0];
}

bool IsFalse(const json& value) {
  return (value.is_boolean() && !value.get<bool>()) ||
         (value.is_string() &&
          absl::EqualsIgnoreCase(value.get_ref<const std::string&>(), "false"));
}

PageFacts FactsOf(const json& article) {
  PageFacts facts;
  facts.title = StringAt(article, "headline");
  facts.published = FindArticleDate(StringAt(article, "datePublished"));
  facts.updated = ToUtcTimestamp(StringAt(article, "dateModified"));
  facts.source = FirstName(article, "publisher");
  facts.section = FirstName(article, "articleSection");
  facts.body = StringAt(article, "articleBody");
  facts.is_live = StringAt(article, "@type") == "LiveBlogPosting";
  SetLanguageOnce(facts.language, FirstName(article, "inLanguage"));
  for (const char* path : {"url", "mainEntityOfPage", "mainEntityOfPage.@id"}) {
    const std::string url = StringAt(article, path);
    if (absl::StartsWith(url, "http")) SetOnce(facts.url, url);
  }
  if (const json* authors = FindMember(article, "author")) facts.authors = NamesOf(*authors);
  if (const json* is_free = FindMember(article, "isAccessibleForFree")) {
    facts.has_paywall = IsFalse(*is_free);
  }
  return facts;
}

// What <meta> elements say: Open Graph's names before others.
void AddMeta(const GumboNode& root, PageFacts& facts) {
  std::map<std::string, std::string> said;
  ForEachElement(root, [&](const GumboNode& node) {
    if (node.v.element.tag == GUMBO_TAG_META) {
      const absl::string_view content = Attribute(node, "content");
      for (const char* key : {"property", "name", "itemprop"}) {
        const std::string name = absl::AsciiStrToLower(Attribute(node, key));
        if (!name.empty()) said.emplace(name, content);
      }
    }
    return Walk::kInto;
  });
  const auto first = [&](std::initializer_list<const char*> names) -> std::string {
    for (const char* name : names) {
      const auto found = said.find(name);
      if (found != said.end() && !found->second.empty()) return found->second;
    }
    return "";
  };
  SetOnce(facts.title, first({"og:title", "twitter:title"}));
  SetOnce(facts.source, first({"og:site_name", "application-name"}));
  SetOnce(facts.url, first({"og:url"}));
  SetOnce(facts.section, first({"article:section"}));
  SetLanguageOnce(facts.language, first({"content-language"}));
  for (const char* name :
       {"article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued", "dcterms.created", "pubdate", "publish-date", "publishdate",
        "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"}) {
    SetDateOnce(facts.published, first({name}));
  }
  SetOnce(facts.updated,
          ToUtcTimestamp(first({"article:modified_time", "og:updated_time", "datemodified"})));
  if (facts.authors.empty()) {
    const std::string author = first({"author", "article:author", "byl"});
    if (!author.empty() && !absl::StartsWith(author, "http")) facts.authors.push_back(author);
  }
}

// Marks in the text: microdata first, then the first time of the page's only article.
void AddMarks(const GumboNode& root, PageFacts& facts) {
  const Furniture furniture(root);
  std::string first_time;
  int articles = 0;
  ForEachElement(root, [&](const GumboNode& node) {
    // What is hidden may be the page's own all the same: <meta itemprop> in <head>.
    const GumboTag tag = node.v.element.tag;
    if (tag != GUMBO_TAG_HEAD && furniture.Has(node)) return Walk::kOver;
    articles += tag == GUMBO_TAG_ARTICLE ? 1 : 0;
    const std::string property(Attribute(node, "itemprop"));
    if (property == "datePublished") {
      for (const char* name : {"content", "datetime"}) {
        SetDateOnce(facts.published, Attribute(node, name));
      }
      SetDateOnce(facts.published, ReadableText(node));
    }
    if (tag == GUMBO_TAG_TIME) {
      SetDateOnce(first_time, Attribute(node, "datetime"));
    }
    return Walk::kInto;
  });
  if (articles <= 1) SetOnce(facts.published, first_time);
}

}  // namespace

PageFacts FactsOfJsonLd(absl::string_view html) {
  for (const absl::string_view script : JsonLdScripts(html)) {
    const absl::StatusOr<json> value = ParseJson(absl::StripAsciiWhitespace(script));
    if (!value.ok()) continue;
    if (const json* article = FindArticle(*value)) return FactsOf(*article);
  }
  return {};
}

void AddFactsOfTags(const GumboNode& root, PageFacts& facts) {
  AddMeta(root, facts);
  ForEachElement(root, [&](const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_HTML:
        SetLanguageOnce(facts.language, Attribute(node, "lang"));
        break;
      case GUMBO_TAG_TITLE:
        SetOnce(facts.title, ReadableText(node));
        break;
      case GUMBO_TAG_LINK:
        if (Attribute(node, "rel") == "canonical") SetOnce(facts.url, Attribute(node, "href"));
        break;
      default:
        break;
    }
    return Walk::kInto;
  });
  AddMarks(root, facts);
}

}  // namespace norn::ingest
