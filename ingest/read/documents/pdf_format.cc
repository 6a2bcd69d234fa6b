#include "ingest/read/documents/pdf_format.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "ingest/read/format/only_article.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

constexpr int kMostPages = 5000;

Fit Fits(const Input& input) {
  // Some writers put a few bytes in front.
  constexpr size_t kSearched = 1024;
  const bool is_marked = absl::StrContains(input.head().substr(0, kSearched), "%PDF-");
  return is_marked ? Fit::kSignature : Fit::kNone;
}

std::string Utf8Of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

absl::StatusOr<proto::Article> ReadDocument(Input& input, const FormatOptions& options) {
  NORN_ASSIGN_OR_RETURN(const std::string bytes, input.ReadAll(options.max_file_bytes));
  if (bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max())) {
    return TooLarge(std::numeric_limits<int>::max());
  }
  // What it would print on standard error comes back as a status.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) return absl::InvalidArgumentError("the PDF is damaged; save it anew");
  if (document->is_locked()) {
    return absl::InvalidArgumentError("the PDF has a password; save it without one");
  }
  if (document->pages() > kMostPages) {
    return absl::InvalidArgumentError(
        absl::StrCat("the PDF has more than ", kMostPages, " pages; split it"));
  }
  proto::Article article;
  std::string text;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page == nullptr) continue;
    const std::string on_page =
        Utf8Of(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    const absl::string_view words = absl::StripAsciiWhitespace(on_page);
    // A sentence goes on over the page's end: a line's end like others.
    if (!words.empty()) absl::StrAppend(&text, text.empty() ? "" : "\n", words);
    if (text.size() > options.max_article_bytes) return TooLarge(options.max_article_bytes);
  }
  if (IsBlankText(text)) {
    return absl::InvalidArgumentError(
        "the PDF has no text layer (scanned pages); recognise its text first, or leave it out");
  }
  NORN_RETURN_IF_ERROR(CheckText(text, options.max_article_bytes));
  article.set_text(std::move(text));
  article.set_title(Utf8Of(document->get_title()));
  return article;
}

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  AddOnlyArticle(ReadDocument(input, options), input.name(), output);
}

}  // namespace

const Format& PdfFormat() {
  static constexpr Format kFormat = {"PDF", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kPdf(PdfFormat());

}  // namespace norn::ingest
