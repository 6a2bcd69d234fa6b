#include "ingest/read/pages/html_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "ingest/read/pages/html_page.h"
#include "ingest/read/syntax/xml_document.h"
#include "ingest/read/text/text_encoding.h"

namespace norn::ingest {
namespace {

bool HasPageName(const Input& input) {
  const std::string name = absl::AsciiStrToLower(input.name().name);
  return absl::EndsWith(name, ".html") || absl::EndsWith(name, ".htm") ||
         absl::EndsWith(name, ".xhtml");
}

// A page, or a piece of one that begins with a tag.
Fit Fits(const Input& input) {
  static constexpr std::array<absl::string_view, 16> kRoots = {
      "html", "head", "body", "meta", "title", "article", "main", "section",
      "div",  "p",    "h1",   "h2",   "span",  "table",   "ul",   "blockquote"};
  const std::string root = RootElement(input.head());
  if (std::find(kRoots.begin(), kRoots.end(), root) != kRoots.end()) return Fit::kContent;
  return HasPageName(input) ? Fit::kName : Fit::kNone;
}

// What <meta charset> or its older form says; it stands at the page's beginning.
std::string DeclaredEncoding(absl::string_view html) {
  constexpr size_t kSearched = 4096;
  const std::string head = absl::AsciiStrToLower(html.substr(0, kSearched));
  constexpr absl::string_view kWord = "charset=";
  const size_t at = head.find(kWord.data(), 0, kWord.size());
  if (at == std::string::npos) return "";
  absl::string_view rest = absl::string_view(head).substr(at + kWord.size());
  rest = rest.substr(std::min(rest.find_first_not_of("\"' "), rest.size()));
  return std::string(rest.substr(0, rest.find_first_of("\"'; />")));
}

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  const InputName name = input.name();
  absl::StatusOr<std::string> bytes = input.ReadAll(options.max_article_bytes);
  if (!bytes.ok()) return output.AddProblem(name.place, bytes.status());
  const std::string declared = DeclaredEncoding(*bytes);
  const absl::StatusOr<DecodedText> html = ToUtf8(*std::move(bytes), options.encoding, declared);
  if (!html.ok()) return output.AddProblem(name.place, html.status());
  absl::StatusOr<std::vector<proto::Article>> page =
      ReadHtmlArticles(name.name, html->text, options.max_article_bytes);
  if (!page.ok()) return output.AddProblem(name.place, page.status());
  if (html->is_guess) output.AddNote(name.place, GuessNote(*html));
  for (proto::Article& article : *page) {
    // An entry of a live page has its place in the file behind the name.
    const size_t place =
        std::min(article.name().find('#', name.name.size()), article.name().size());
    article.set_origin(absl::StrCat(name.origin, article.name().substr(place)));
    output.Add(std::move(article));
  }
}

}  // namespace

const Format& HtmlFormat() {
  static constexpr Format kFormat = {"HTML", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kHtml(HtmlFormat());

}  // namespace norn::ingest
