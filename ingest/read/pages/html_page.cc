#include "ingest/read/pages/html_page.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "ingest/read/dates/article_date.h"
#include "ingest/read/pages/html_paragraphs.h"
#include "ingest/read/pages/html_reducer.h"
#include "ingest/read/pages/html_text.h"
#include "ingest/read/pages/live_entries.h"
#include "ingest/read/pages/page_facts.h"
#include "ingest/read/pages/page_furniture.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

using ParsedPage = std::unique_ptr<GumboOutput, OutputDeleter>;

// `html` outlives what is returned.
ParsedPage ParsePage(const std::string& html) {
  return ParsedPage(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
}

// The longest article's text of the outermost elements that `fits`.
std::string LongestText(const GumboNode& root, const Furniture& furniture,
                        const std::function<bool(const GumboNode&)>& fits) {
  std::string longest;
  ForEachElement(root, [&](const GumboNode& node) {
    if (!fits(node)) return Walk::kInto;
    std::string text = ArticleText(node, furniture);
    if (text.size() > longest.size()) longest = std::move(text);
    return Walk::kOver;
  });
  return longest;
}

// A byline, a date, a list of subjects: few words that are no sentence.
bool IsScrap(absl::string_view paragraph) {
  constexpr size_t kLongest = 100;
  if (paragraph.size() > kLongest) return false;
  for (const absl::string_view end : {".", "!", "?", "…", "\"", "”", "»", "’", ")", "。", ":"}) {
    if (absl::EndsWith(paragraph, end)) return false;
  }
  return true;
}

// A byline or a date behind the standfirst, where a heading may stand as well.
bool IsByline(absl::string_view scrap) {
  if (std::any_of(scrap.begin(), scrap.end(), absl::ascii_isdigit)) return true;
  for (const absl::string_view by : {"Av ", "Af ", "By "}) {
    if (absl::StartsWithIgnoreCase(scrap, by)) return true;
  }
  return false;
}

// Without scraps before the first sentence and behind the last one, and without a byline behind the
// first one, which may be a standfirst; between them they are headings. A text of scraps alone
// stays as it is.
std::string WithoutScrapsAround(std::string text) {
  std::vector<absl::string_view> paragraphs = absl::StrSplit(text, "\n\n");
  const auto last = std::find_if_not(paragraphs.rbegin(), paragraphs.rend(), IsScrap);
  if (last == paragraphs.rend()) return text;
  paragraphs.erase(last.base(), paragraphs.end());
  int sentences = 0;
  std::erase_if(paragraphs, [&](absl::string_view paragraph) {
    const bool is_scrap = IsScrap(paragraph);
    sentences += is_scrap ? 0 : 1;
    return is_scrap && (sentences == 0 || (sentences == 1 && IsByline(paragraph)));
  });
  return absl::StrJoin(paragraphs, "\n\n");
}

bool IsShorter(const std::string& a, const std::string& b) { return a.size() < b.size(); }

// The article's own part of the page: what is marked as its body, else the longest <article>, else
// <main>, unless the paragraphs stand elsewhere; else all of it.
std::string FindBody(const GumboNode& root, bool is_live) {
  const auto is_tag = [](GumboTag tag) {
    return [tag](const GumboNode& node) { return node.v.element.tag == tag; };
  };
  const Furniture furniture(root);
  if (is_live) {
    const std::vector<LiveEntry> entries = FindLiveEntries(root, furniture);
    if (!entries.empty()) {
      return absl::StrJoin(entries, "\n\n", [](std::string* out, const LiveEntry& entry) {
        absl::StrAppend(out, entry.title, entry.title.empty() ? "" : "\n\n", entry.text);
      });
    }
  }
  const std::string paragraphs = ParagraphsText(root, furniture);
  std::string text = LongestText(root, furniture, [](const GumboNode& node) {
    return Attribute(node, "itemprop") == "articleBody";
  });
  // An <article> may be a teaser's, and <main> only one of many.
  const auto is_too_short = [&] { return text.empty() || text.size() * 2 < paragraphs.size(); };
  if (text.empty()) text = LongestText(root, furniture, is_tag(GUMBO_TAG_ARTICLE));
  if (is_too_short())
    text = std::max(text, LongestText(root, furniture, is_tag(GUMBO_TAG_MAIN)), IsShorter);
  if (is_too_short()) text = paragraphs;
  if (text.empty()) text = ArticleText(root, furniture);
  return text.empty() ? ReadableText(root) : WithoutScrapsAround(std::move(text));
}

// With the page's standfirst in front, where it stands outside what was found.
std::string WithStandfirst(const GumboNode& root, std::string text) {
  constexpr size_t kShortest = 40;  // a label is shorter
  const Furniture furniture(root);
  std::string standfirst;
  ForEachElement(root, [&](const GumboNode& node) {
    if (!standfirst.empty() || furniture.Has(node)) return Walk::kOver;
    if (!Names(node, &NamesStandfirst)) return Walk::kInto;
    std::string words = ArticleText(node, furniture);
    const bool is_one =
        words.size() >= kShortest && !IsScrap(words) && !absl::StrContains(words, "\n\n");
    if (is_one) standfirst = std::move(words);
    return is_one ? Walk::kOver : Walk::kInto;
  });
  if (standfirst.empty() || absl::StrContains(text, standfirst)) return text;
  return absl::StrCat(standfirst, "\n\n", text);
}

// The captions of the article's own pictures, behind its text and marked as what they are.
void AddCaptions(const GumboNode& root, size_t max_bytes, proto::Article& article) {
  constexpr size_t kShortest = 25;  // a photographer's name is shorter
  const Furniture furniture(root);
  std::set<std::string> captions;
  const auto is_own = [](const GumboNode& node) {
    return node.v.element.tag == GUMBO_TAG_ARTICLE || node.v.element.tag == GUMBO_TAG_MAIN ||
           Attribute(node, "itemprop") == "articleBody";
  };
  const std::function<Walk(const GumboNode&)> within = [&](const GumboNode& node) {
    if (node.v.element.tag == GUMBO_TAG_FIGURE) return Walk::kInto;
    if (node.v.element.tag != GUMBO_TAG_FIGCAPTION) {
      return furniture.Has(node) ? Walk::kOver : Walk::kInto;
    }
    std::string caption = absl::StrReplaceAll(ReadableText(node), {{"\n\n", " "}});
    const size_t size = article.text().size() + caption.size() + 2;
    if (caption.size() < kShortest || size > max_bytes || !captions.insert(caption).second) {
      return Walk::kOver;
    }
    proto::Article::Passage& passage = *article.add_passage();
    passage.set_kind(proto::Article::Passage::CAPTION);
    passage.set_start(static_cast<uint32_t>(article.text().size() + 2));
    passage.set_end(static_cast<uint32_t>(size));
    absl::StrAppend(article.mutable_text(), "\n\n", caption);
    return Walk::kOver;
  };
  ForEachElement(root, [&](const GumboNode& node) {
    if (furniture.Has(node)) return Walk::kOver;
    if (!is_own(node)) return Walk::kInto;
    ForEachElement(node, within);
    return Walk::kOver;
  });
}

// Pages that programs in the browser fill have only the beginning of the text in their elements.
absl::StatusOr<std::string> BetterBody(std::string text, absl::string_view told, size_t max_bytes) {
  if (told.size() < text.size() * 2) return text;
  NORN_ASSIGN_OR_RETURN(std::string told_text, TextOfHtml(told, max_bytes));
  if (told_text.size() < text.size() * 2) return text;
  return WithoutScrapsAround(std::move(told_text));
}

// A page that is parsed, with what it says of itself.
class Page {
 public:
  static absl::StatusOr<Page> Parse(absl::string_view html, size_t max_bytes) {
    NORN_RETURN_IF_ERROR(CheckText(html, max_bytes));
    Page page;
    page.reduced_ = std::make_unique<std::string>();
    NORN_ASSIGN_OR_RETURN(*page.reduced_, ReduceHtml(html));
    page.parsed_ = ParsePage(*page.reduced_);
    page.facts_ = FactsOfJsonLd(html);
    AddFactsOfTags(page.root(), page.facts_);
    return page;
  }

  absl::StatusOr<proto::Article> AsOne(absl::string_view name, size_t max_bytes) const {
    proto::Article article = WithFacts(name);
    NORN_ASSIGN_OR_RETURN(
        *article.mutable_text(),
        BetterBody(WithStandfirst(root(), FindBody(root(), is_live())), facts_.body, max_bytes));
    if (article.text().empty()) {
      return absl::InvalidArgumentError(
          "there is no readable text in the page; "
          "save the article as plain text instead");
    }
    AddCaptions(root(), max_bytes, article);
    NORN_RETURN_IF_ERROR(CheckText(article.text(), max_bytes));
    return article;
  }

  // Empty: it is no live page.
  std::vector<proto::Article> AsEntries(absl::string_view name) const {
    std::vector<proto::Article> articles;
    if (!is_live()) return articles;
    const Furniture furniture(root());
    for (LiveEntry& entry : FindLiveEntries(root(), furniture)) {
      proto::Article article = WithFacts(name);
      const std::string id =
          entry.id.empty() ? absl::StrCat(articles.size() + 1) : std::move(entry.id);
      article.set_name(absl::StrCat(name, "#", id));
      if (!article.url().empty()) article.set_url(absl::StrCat(article.url(), "#", id));
      if (!entry.title.empty()) article.set_title(std::move(entry.title));
      const std::string published = FindArticleDate(entry.time);
      if (!published.empty()) article.set_published(published);
      article.set_updated(ToUtcTimestamp(entry.time));
      article.set_text(std::move(entry.text));
      articles.push_back(std::move(article));
    }
    return articles;
  }

 private:
  const GumboNode& root() const { return *parsed_->document; }
  bool is_live() const { return facts_.is_live || HasLiveNames(root()); }

  proto::Article WithFacts(absl::string_view name) const {
    proto::Article article;
    article.set_name(std::string(name));
    article.set_title(facts_.title);
    article.set_published(facts_.published);
    article.set_updated(facts_.updated);
    article.set_source(facts_.source);
    article.set_language(facts_.language);
    article.set_url(facts_.url);
    article.set_section(facts_.section);
    article.set_has_paywall(facts_.has_paywall);
    for (const std::string& author : facts_.authors) article.add_author(author);
    return article;
  }

  std::unique_ptr<std::string> reduced_;  // outlives what is parsed of it
  ParsedPage parsed_;
  PageFacts facts_;
};

}  // namespace

absl::StatusOr<std::string> TextOfHtml(absl::string_view html, size_t max_bytes) {
  if (html.size() > max_bytes) return TooLarge(max_bytes);
  NORN_ASSIGN_OR_RETURN(const std::string reduced, ReduceHtml(html));
  return ReadableText(*ParsePage(reduced)->document);
}

absl::StatusOr<proto::Article> ReadHtmlPage(absl::string_view name, absl::string_view html,
                                            size_t max_bytes) {
  NORN_ASSIGN_OR_RETURN(const Page page, Page::Parse(html, max_bytes));
  return page.AsOne(name, max_bytes);
}

absl::StatusOr<std::vector<proto::Article>> ReadHtmlArticles(absl::string_view name,
                                                             absl::string_view html,
                                                             size_t max_bytes) {
  NORN_ASSIGN_OR_RETURN(const Page page, Page::Parse(html, max_bytes));
  std::vector<proto::Article> articles = page.AsEntries(name);
  if (articles.empty()) {
    NORN_ASSIGN_OR_RETURN(proto::Article article, page.AsOne(name, max_bytes));
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace norn::ingest
