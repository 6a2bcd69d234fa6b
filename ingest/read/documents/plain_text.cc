#include "ingest/read/documents/plain_text.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/partial_date.h"
#include "base/status_macros.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/dates/iso_date.h"
#include "ingest/read/documents/text_header.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr absl::string_view kBlanks = " \t";

size_t SkipBlanks(absl::string_view text, size_t at) {
  const size_t next = text.find_first_not_of(kBlanks, at);
  return next == absl::string_view::npos ? text.size() : next;
}

struct DateMark {
  absl::string_view date;  // empty: there is no mark
  size_t end = 0;
};

// A text may well begin with the word "date": only with a date's shape behind it is it a mark.
DateMark FindDateMark(absl::string_view text) {
  const size_t begin = absl::StartsWith(text, kByteOrderMark) ? kByteOrderMark.size() : 0;
  size_t at = SkipBlanks(text, begin);
  constexpr absl::string_view kWord = "date";
  if (!absl::StartsWith(text.substr(at), kWord)) return {{}, begin};
  const size_t word_end = at + kWord.size();
  at = SkipBlanks(text, word_end);
  const size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
  const absl::string_view date = text.substr(at, end - at);
  if (at == word_end || !base::HasDateShape(date)) return {{}, begin};
  return {date, SkipBlanks(text, end)};
}

// Sets what stands above the text; the byte at which it begins.
size_t ReadHeader(absl::string_view bytes, proto::Article& article) {
  TextHeader header = FindTextHeader(bytes);
  article.set_published(std::move(header.published));
  article.set_title(std::move(header.title));
  article.set_url(std::move(header.url));
  article.set_source(std::move(header.source));
  if (!header.author.empty()) article.add_author(std::move(header.author));
  SetLanguage(header.language, article);
  return header.end;
}

}  // namespace

absl::StatusOr<proto::Article> ReadPlainText(absl::string_view name, std::string bytes,
                                             size_t max_bytes) {
  NORN_RETURN_IF_ERROR(CheckText(bytes, max_bytes));
  const DateMark mark = FindDateMark(bytes);
  proto::Article article;
  article.set_name(std::string(name));
  if (!mark.date.empty()) {
    if (const absl::Status status = CheckIsoDate(mark.date); !status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("line 1: the date mark's ", status.message()));
    }
    article.set_published(std::string(mark.date));
  }
  const size_t begin = mark.date.empty() ? ReadHeader(bytes, article) : mark.end;
  if (IsBlankText(absl::string_view(bytes).substr(begin))) {
    return absl::InvalidArgumentError("empty: there is no text behind the date; leave it out");
  }
  article.set_body_start(static_cast<uint32_t>(begin));
  article.set_text(std::move(bytes));
  return article;
}

}  // namespace norn::ingest
