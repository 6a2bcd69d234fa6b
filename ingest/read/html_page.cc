#include "ingest/read/html_page.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "ingest/read/html_reducer.h"
#include "ingest/read/html_text.h"
#include "ingest/read/iso_date.h"
#include "ingest/read/text_checks.h"

namespace norn::ingest {
namespace {

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

// What the page says of itself; of several places the first in this list that says it.
struct PageFacts {
  std::string title_meta;
  std::string title_element;
  std::string date_meta;
  std::string date_item;
  std::string date_time;
  std::string source;
  std::string language;
};

void SetOnce(std::string& field, absl::string_view value) {
  if (field.empty()) field = std::string(absl::StripAsciiWhitespace(value));
}

// A date that the page's maker wrote in another way is passed over: the reader cannot mend it.
void SetDateOnce(std::string& field, absl::string_view value) {
  if (auto date = DateOfTimestamp(value); date.ok()) SetOnce(field, *date);
}

void NoteMeta(const GumboNode& meta, PageFacts& facts) {
  const absl::string_view content = Attribute(meta, "content");
  const absl::string_view property = Attribute(meta, "property");
  const std::string name = absl::AsciiStrToLower(Attribute(meta, "name"));
  if (property == "og:title") SetOnce(facts.title_meta, content);
  if (property == "og:site_name") SetOnce(facts.source, content);
  if (property == "article:published_time" || name == "date" || name == "dc.date" ||
      name == "dc.date.issued" || name == "pubdate" || name == "publish-date") {
    SetDateOnce(facts.date_meta, content);
  }
}

PageFacts CollectFacts(const GumboNode& root) {
  PageFacts facts;
  ForEachElement(root, [&](const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_HTML:
        SetOnce(facts.language, Attribute(node, "lang"));
        break;
      case GUMBO_TAG_META:
        NoteMeta(node, facts);
        break;
      case GUMBO_TAG_TITLE:
        SetOnce(facts.title_element, ReadableText(node));
        break;
      case GUMBO_TAG_TIME:
        SetDateOnce(facts.date_time, Attribute(node, "datetime"));
        break;
      default:
        break;
    }
    if (Attribute(node, "itemprop") == "datePublished") {
      SetDateOnce(facts.date_item, Attribute(node, "content"));
      SetDateOnce(facts.date_item, Attribute(node, "datetime"));
    }
    return Walk::kInto;
  });
  return facts;
}

// The longest text of the outermost elements that `fits`.
std::string LongestText(const GumboNode& root, const std::function<bool(const GumboNode&)>& fits) {
  std::string longest;
  ForEachElement(root, [&](const GumboNode& node) {
    if (!fits(node)) return Walk::kInto;
    std::string text = ReadableText(node);
    if (text.size() > longest.size()) longest = std::move(text);
    return Walk::kOver;
  });
  return longest;
}

// The article's own part of the page: what is marked as its body, else the longest <article>, else
// <main>, else all of it.
std::string FindBody(const GumboNode& root) {
  const auto is_tag = [](GumboTag tag) {
    return [tag](const GumboNode& node) { return node.v.element.tag == tag; };
  };
  std::string text = LongestText(
      root, [](const GumboNode& node) { return Attribute(node, "itemprop") == "articleBody"; });
  if (text.empty()) text = LongestText(root, is_tag(GUMBO_TAG_ARTICLE));
  if (text.empty()) text = LongestText(root, is_tag(GUMBO_TAG_MAIN));
  return text.empty() ? ReadableText(root) : text;
}

}  // namespace

absl::StatusOr<proto::Article> ReadHtmlPage(absl::string_view name, absl::string_view html,
                                            size_t max_bytes) {
  NORN_RETURN_IF_ERROR(CheckText(html, max_bytes));
  NORN_ASSIGN_OR_RETURN(const std::string reduced, ReduceHtml(html));
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, reduced.data(), reduced.size()));
  const PageFacts facts = CollectFacts(*output->document);
  proto::Article article;
  article.set_name(std::string(name));
  article.set_text(FindBody(*output->document));
  if (article.text().empty()) {
    return absl::InvalidArgumentError(
        "there is no readable text in the page; save the article as plain text instead");
  }
  NORN_RETURN_IF_ERROR(CheckText(article.text(), max_bytes));
  article.set_title(facts.title_meta.empty() ? facts.title_element : facts.title_meta);
  article.set_published(!facts.date_meta.empty()   ? facts.date_meta
                        : !facts.date_item.empty() ? facts.date_item
                                                   : facts.date_time);
  article.set_source(facts.source);
  const std::pair<std::string, std::string> tag =
      absl::StrSplit(facts.language, absl::MaxSplits('-', 1));
  article.set_language(absl::AsciiStrToLower(tag.first));
  return article;
}

}  // namespace norn::ingest
