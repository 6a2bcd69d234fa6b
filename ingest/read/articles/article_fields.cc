#include "ingest/read/articles/article_fields.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "ingest/read/articles/unique_names.h"
#include "ingest/read/dates/article_date.h"
#include "ingest/read/pages/html_page.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

// Text that has tags, or characters that only mark-up writes so.
bool IsMarkup(absl::string_view text) {
  if (absl::StrContains(text, "&amp;") || absl::StrContains(text, "&#") ||
      absl::StrContains(text, "&nbsp;") || absl::StrContains(text, "&quot;")) {
    return true;
  }
  for (size_t at = text.find('<'); at != absl::string_view::npos; at = text.find('<', at + 1)) {
    const absl::string_view rest = text.substr(at + 1);
    for (const absl::string_view tag :
         {"p>", "p ",   "/p>",  "br>",        "br/",    "br ",  "div",    "a href",
          "h1", "h2",   "h3",   "ul>",        "li>",    "em>",  "strong", "b>",
          "i>", "img ", "span", "blockquote", "figure", "html", "body"}) {
      if (absl::StartsWithIgnoreCase(rest, tag)) return true;
    }
  }
  return false;
}

}  // namespace

void SetPublished(absl::string_view text, proto::Article& article) {
  if (article.published().empty()) article.set_published(FindArticleDate(text));
}

void SetUpdated(absl::string_view text, proto::Article& article) {
  if (article.updated().empty()) article.set_updated(ToUtcTimestamp(text));
}

void SetLanguage(absl::string_view tag, proto::Article& article) {
  if (!article.language().empty()) return;
  tag = absl::StripAsciiWhitespace(tag);
  article.set_language(absl::AsciiStrToLower(tag.substr(0, tag.find_first_of("-_"))));
}

absl::Status SetText(absl::string_view text, size_t max_bytes, proto::Article& article) {
  if (IsMarkup(text)) {
    NORN_ASSIGN_OR_RETURN(*article.mutable_text(), TextOfHtml(text, max_bytes));
  } else {
    article.set_text(std::string(absl::StripAsciiWhitespace(text)));
  }
  return CheckText(article.text(), max_bytes);
}

absl::Status SetBody(absl::string_view body, absl::string_view summary, size_t max_bytes,
                     proto::Article& article) {
  for (const absl::string_view text : {body, summary}) {
    if (IsBlankText(text)) continue;
    const absl::Status status = SetText(text, max_bytes, article);
    // A picture alone is mark-up without a word.
    if (status.ok() || !IsBlankText(article.text())) return status;
  }
  return SetText(article.title(), max_bytes, article);
}

void NameArticle(absl::string_view id, const InputName& input, size_t number,
                 proto::Article& article) {
  id = absl::StripAsciiWhitespace(id);
  if (id.empty()) id = article.url();
  if (!id.empty()) {
    article.set_name(std::string(id));
    return;
  }
  article.set_name(absl::StrCat(input.name, ":", number));
  // Standard input has no places that could be found again.
  article.set_origin(input.origin == kStandardInputOrigin
                         ? input.origin
                         : absl::StrCat(input.origin, ":", number));
}

}  // namespace norn::ingest
