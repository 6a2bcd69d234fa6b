#include "ingest/read/documents/text_header.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "ingest/read/dates/article_date.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr absl::string_view kFence = "---";
constexpr size_t kMostLines = 40;

enum class Field : unsigned char { kPublished, kTitle, kUrl, kSource, kAuthor, kLanguage, kOther };

// In the five languages, in lower case.
std::optional<Field> FieldOf(absl::string_view name) {
  static const auto* const kFields = new std::map<std::string, Field, std::less<>>{
      {"date", Field::kPublished},
      {"published", Field::kPublished},
      {"dato", Field::kPublished},
      {"publisert", Field::kPublished},
      {"datum", Field::kPublished},
      {"publicerad", Field::kPublished},
      {"publiceret", Field::kPublished},
      {"udgivet", Field::kPublished},
      {"pubdate", Field::kPublished},
      {"title", Field::kTitle},
      {"tittel", Field::kTitle},
      {"titel", Field::kTitle},
      {"rubrik", Field::kTitle},
      {"headline", Field::kTitle},
      {"overskrift", Field::kTitle},
      {"url", Field::kUrl},
      {"link", Field::kUrl},
      {"lenke", Field::kUrl},
      {"source", Field::kSource},
      {"kilde", Field::kSource},
      {"kjelde", Field::kSource},
      {"källa", Field::kSource},
      {"author", Field::kAuthor},
      {"byline", Field::kAuthor},
      {"forfatter", Field::kAuthor},
      {"författare", Field::kAuthor},
      {"av", Field::kAuthor},
      {"by", Field::kAuthor},
      {"language", Field::kLanguage},
      {"lang", Field::kLanguage},
      {"språk", Field::kLanguage},
      {"sprog", Field::kLanguage},
      {"section", Field::kOther},
      {"category", Field::kOther},
      {"updated", Field::kOther},
      {"tags", Field::kOther},
  };
  const auto field = kFields->find(absl::AsciiStrToLower(absl::StripAsciiWhitespace(name)));
  if (field == kFields->end()) return std::nullopt;
  return field->second;
}

// The line at `at`, without its break; `at` moves behind it.
absl::string_view TakeLine(absl::string_view text, size_t& at) {
  const size_t end = std::min(text.find('\n', at), text.size());
  const absl::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  return absl::StripSuffix(line, "\r");
}

absl::string_view Unquoted(absl::string_view value) {
  value = absl::StripAsciiWhitespace(value);
  const bool is_quoted =
      value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

void Set(Field field, absl::string_view value, TextHeader& header) {
  const auto set_once = [&](std::string& to) {
    if (to.empty()) to = std::string(value);
  };
  switch (field) {
    case Field::kPublished:
      if (header.published.empty()) header.published = FindArticleDate(value);
      break;
    case Field::kTitle:
      return set_once(header.title);
    case Field::kUrl:
      return set_once(header.url);
    case Field::kSource:
      return set_once(header.source);
    case Field::kAuthor:
      return set_once(header.author);
    case Field::kLanguage:
      return set_once(header.language);
    case Field::kOther:
      break;
  }
}

// "Dato: 5. mars 2025"; false: it is no field.
bool ReadField(absl::string_view line, TextHeader& header) {
  const size_t colon = line.find(':');
  if (colon == absl::string_view::npos) return false;
  const std::optional<Field> field = FieldOf(line.substr(0, colon));
  if (!field) return false;
  Set(*field, Unquoted(line.substr(colon + 1)), header);
  return true;
}

// Between two fences; fields that it does not know may stand there too.
std::optional<TextHeader> FrontMatter(absl::string_view text, size_t begin) {
  size_t at = begin;
  if (TakeLine(text, at) != kFence) return std::nullopt;
  TextHeader header;
  for (size_t lines = 0; at < text.size() && lines < kMostLines; ++lines) {
    const absl::string_view line = TakeLine(text, at);
    if (absl::StripTrailingAsciiWhitespace(line) == kFence) {
      header.end = at;
      return header;
    }
    ReadField(line, header);
  }
  return std::nullopt;
}

std::optional<TextHeader> FieldLines(absl::string_view text, size_t begin) {
  TextHeader header;
  header.end = begin;
  for (size_t lines = 0; header.end < text.size() && lines < kMostLines; ++lines) {
    size_t next = header.end;
    if (!ReadField(TakeLine(text, next), header)) break;
    header.end = next;
  }
  if (header.published.empty()) return std::nullopt;
  return header;
}

// A first line that is nothing but a date.
std::optional<TextHeader> DateLine(absl::string_view text, size_t begin) {
  constexpr size_t kLongest = 40;
  TextHeader header;
  header.end = begin;
  const absl::string_view line = TakeLine(text, header.end);
  if (line.size() > kLongest || absl::EndsWith(line, ".")) return std::nullopt;
  // The month's name, and a weekday's or a word such as "Publisert".
  constexpr int kMostWords = 2;
  int words = 0;
  for (const absl::string_view word : absl::StrSplit(line, ' ', absl::SkipEmpty())) {
    words += absl::ascii_isdigit(word[0]) || word == "den" || word == "kl." ? 0 : 1;
  }
  if (words <= kMostWords) header.published = FindArticleDate(line);
  constexpr size_t kDay = 10;
  if (header.published.size() < kDay) return std::nullopt;
  return header;
}

size_t SkipWhiteSpace(absl::string_view text, size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

}  // namespace

TextHeader FindTextHeader(absl::string_view text) {
  const size_t begin =
      SkipWhiteSpace(text, absl::StartsWith(text, kByteOrderMark) ? kByteOrderMark.size() : 0);
  for (const auto find : {&FrontMatter, &FieldLines, &DateLine}) {
    if (std::optional<TextHeader> header = find(text, begin)) {
      header->end = SkipWhiteSpace(text, header->end);
      return *std::move(header);
    }
  }
  TextHeader none;
  none.end = absl::StartsWith(text, kByteOrderMark) ? kByteOrderMark.size() : 0;
  return none;
}

}  // namespace norn::ingest
