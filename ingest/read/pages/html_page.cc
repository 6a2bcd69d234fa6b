#include "ingest/read/pages/html_page.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "ingest/read/pages/html_paragraphs.h"
#include "ingest/read/pages/html_reducer.h"
#include "ingest/read/pages/html_text.h"
#include "ingest/read/pages/page_facts.h"
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

// Without scraps before the first sentence and behind the last one; between them they are headings.
// A text of scraps alone stays as it is.
std::string WithoutScrapsAround(std::string text) {
  const std::vector<absl::string_view> paragraphs = absl::StrSplit(text, "\n\n");
  const auto first = std::find_if_not(paragraphs.begin(), paragraphs.end(), IsScrap);
  if (first == paragraphs.end()) return text;
  const auto last = std::find_if_not(paragraphs.rbegin(), paragraphs.rend(), IsScrap);
  return absl::StrJoin(first, last.base(), "\n\n");
}

bool IsShorter(const std::string& a, const std::string& b) { return a.size() < b.size(); }

// The article's own part of the page: what is marked as its body, else the longest <article>, else
// <main>, unless the paragraphs stand elsewhere; else all of it.
std::string FindBody(const GumboNode& root) {
  const auto is_tag = [](GumboTag tag) {
    return [tag](const GumboNode& node) { return node.v.element.tag == tag; };
  };
  const Furniture furniture(root);
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

// Pages that programs in the browser fill have only the beginning of the text in their elements.
absl::StatusOr<std::string> BetterBody(std::string text, absl::string_view told, size_t max_bytes) {
  if (told.size() < text.size() * 2) return text;
  NORN_ASSIGN_OR_RETURN(std::string told_text, TextOfHtml(told, max_bytes));
  return told_text.size() < text.size() * 2 ? std::move(text) : std::move(told_text);
}

}  // namespace

absl::StatusOr<std::string> TextOfHtml(absl::string_view html, size_t max_bytes) {
  if (html.size() > max_bytes) return TooLarge(max_bytes);
  NORN_ASSIGN_OR_RETURN(const std::string reduced, ReduceHtml(html));
  return ReadableText(*ParsePage(reduced)->document);
}

absl::StatusOr<proto::Article> ReadHtmlPage(absl::string_view name, absl::string_view html,
                                            size_t max_bytes) {
  NORN_RETURN_IF_ERROR(CheckText(html, max_bytes));
  NORN_ASSIGN_OR_RETURN(const std::string reduced, ReduceHtml(html));
  const ParsedPage output = ParsePage(reduced);
  PageFacts facts = FactsOfJsonLd(html);
  AddFactsOfTags(*output->document, facts);
  proto::Article article;
  article.set_name(std::string(name));
  NORN_ASSIGN_OR_RETURN(*article.mutable_text(),
                        BetterBody(FindBody(*output->document), facts.body, max_bytes));
  if (article.text().empty()) {
    return absl::InvalidArgumentError(
        "there is no readable text in the page; "
        "save the article as plain text instead");
  }
  NORN_RETURN_IF_ERROR(CheckText(article.text(), max_bytes));
  article.set_title(std::move(facts.title));
  article.set_published(std::move(facts.published));
  article.set_updated(std::move(facts.updated));
  article.set_source(std::move(facts.source));
  article.set_language(std::move(facts.language));
  article.set_url(std::move(facts.url));
  article.set_section(std::move(facts.section));
  article.set_has_paywall(facts.has_paywall);
  for (std::string& author : facts.authors) article.add_author(std::move(author));
  return article;
}

}  // namespace norn::ingest
