#include "ingest/read/records/json_format.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/records/json_record.h"
#include "ingest/read/records/ninjs.h"
#include "ingest/read/syntax/json_value.h"
#include "ingest/read/text/line_reader.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

using nlohmann::json;

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
// A character of the text takes at most six bytes in JSON (\u0001); and something for the rest.
constexpr size_t kEscaped = 6;
constexpr size_t kOtherMembers = size_t{1} << 16;

class JsonReader {
 public:
  JsonReader(InputName input, const FormatOptions& options, FormatOutput& output)
      : input_(std::move(input)), options_(options), output_(output) {}

  void ReadLines(std::istream& in) {
    const size_t max_bytes = options_.max_article_bytes;
    LineReader lines(in, max_bytes * kEscaped + kOtherMembers);
    bool is_empty = true;
    while (lines.Next()) {
      absl::string_view line = lines.line();
      if (lines.number() == 1) absl::ConsumePrefix(&line, kByteOrderMark);
      if (absl::StripAsciiWhitespace(line).empty()) continue;
      is_empty = false;
      if (lines.too_long()) {
        Refuse(lines.number(), TooLarge(max_bytes));
        continue;
      }
      const absl::StatusOr<json> record = ParseJson(line);
      if (record.ok()) {
        ReadRecord(*record, lines.number(), "JSON Lines");
      } else {
        Refuse(lines.number(), absl::InvalidArgumentError(absl::StrCat(
                                   record.status().message(),
                                   "; each line must be one object such as {\"text\": \"…\"}")));
      }
    }
    if (is_empty) {
      output_.AddProblem(input_.place,
                         absl::InvalidArgumentError("empty: there is no article in it"));
    }
  }

  void ReadAll(const json& all) {
    if (absl::StrContains(StringAt(all, "version"), "jsonfeed.org")) return ReadFeed(all);
    if (all.is_array()) return ReadList(all);
    if (!IsNinjs(all) && !HasText(all, options_.fields)) {
      if (const json* list = FindList(all)) return ReadList(*list);
    }
    ReadRecord(all, kWhole, "JSON");
  }

 private:
  // The number of a record that is all of the file.
  static constexpr size_t kWhole = 0;

  // "results": […], or one object deeper: "response": {"docs": […]}.
  static const json* FindList(const json& object) {
    if (!object.is_object()) return nullptr;
    const auto is_list = [](const json& value) {
      return value.is_array() && !value.empty() && value.front().is_object();
    };
    for (const json& member : object) {
      if (is_list(member)) return &member;
    }
    for (const json& member : object) {
      if (!member.is_object()) continue;
      for (const json& inner : member) {
        if (is_list(inner)) return &inner;
      }
    }
    return nullptr;
  }

  void ReadList(const json& list) {
    size_t number = 0;
    for (const json& record : list) ReadRecord(record, ++number, "JSON");
    if (number == 0) {
      output_.AddProblem(input_.place,
                         absl::InvalidArgumentError("empty: there is no article in it"));
    }
  }

  void ReadRecord(const json& record, size_t number, const char* format) {
    const size_t max_bytes = options_.max_article_bytes;
    const bool is_ninjs = IsNinjs(record);
    absl::StatusOr<proto::Article> article =
        is_ninjs ? ArticleOfNinjs(record, input_, number, max_bytes)
                 : ArticleOfRecord(record, options_.fields, input_, number, max_bytes);
    Add(std::move(article), number, is_ninjs ? "ninjs" : format);
  }

  void ReadFeed(const json& feed) {
    const json* const items = FindMember(feed, "items");
    if (items == nullptr || !items->is_array() || items->empty()) {
      output_.AddProblem(input_.place, absl::InvalidArgumentError("there is no item in the feed"));
      return;
    }
    size_t number = 0;
    for (const json& item : *items) {
      ++number;
      Add(ReadItem(feed, item, number), number, "JSON Feed");
    }
  }

  absl::StatusOr<proto::Article> ReadItem(const json& feed, const json& item, size_t number) const {
    proto::Article article;
    article.set_title(StringAt(item, "title"));
    article.set_url(StringAt(item, "url"));
    article.set_source(StringAt(feed, "title"));
    const json* authors = FindMember(item, "authors");
    if (authors == nullptr) authors = FindMember(feed, "authors");
    if (authors != nullptr && authors->is_array()) {
      for (const json& author : *authors) article.add_author(StringAt(author, "name"));
    }
    SetPublished(StringAt(item, "date_published"), article);
    SetUpdated(StringAt(item, "date_modified"), article);
    SetLanguage(StringAt(item, "language"), article);
    SetLanguage(StringAt(feed, "language"), article);
    NameArticle(StringAt(item, "id"), input_, number, article);
    const std::string html = StringAt(item, "content_html");
    const absl::Status status =
        SetBody(html.empty() ? StringAt(item, "content_text") : html, StringAt(item, "summary"),
                options_.max_article_bytes, article);
    if (!status.ok()) return status;
    return article;
  }

  void Add(absl::StatusOr<proto::Article> article, size_t number, const char* format) {
    if (!article.ok()) return Refuse(number, article.status());
    article->set_format(format);
    if (number == kWhole && !article->origin().empty()) {
      article->set_name(input_.name);
      article->set_origin(input_.origin);
    }
    output_.Add(*std::move(article));
  }

  void Refuse(size_t number, const absl::Status& problem) {
    output_.AddProblem(number == kWhole ? input_.place : absl::StrCat(input_.place, ":", number),
                       problem);
  }

  const InputName input_;
  const FormatOptions& options_;
  FormatOutput& output_;
};

bool HasLinesName(const Input& input) {
  const std::string name = absl::AsciiStrToLower(input.name().name);
  return absl::EndsWith(name, ".jsonl") || absl::EndsWith(name, ".ndjson");
}

// What begins like JSON: a bracket, and behind it what may stand there.
Fit Fits(const Input& input) {
  absl::string_view head = input.head();
  absl::ConsumePrefix(&head, kByteOrderMark);
  head = absl::StripLeadingAsciiWhitespace(head);
  if (head.empty()) return HasLinesName(input) ? Fit::kName : Fit::kNone;
  const absl::string_view rest = absl::StripLeadingAsciiWhitespace(head.substr(1));
  const char next = rest.empty() ? '\0' : rest[0];
  const bool is_json =
      head[0] == '{' ? next == '"' || next == '}' || next == '\0'
                     : head[0] == '[' && (next == '{' || next == '[' || next == '"' || next == ']');
  if (is_json) return Fit::kContent;
  return HasLinesName(input) ? Fit::kName : Fit::kNone;
}

// Whether its first line is an object by itself, and something stands behind it.
bool HasLines(const Input& input) {
  absl::string_view head = input.head();
  absl::ConsumePrefix(&head, kByteOrderMark);
  const size_t end = head.find('\n');
  if (end == absl::string_view::npos || IsBlankText(head.substr(end))) return false;
  const absl::StatusOr<json> record = ParseJson(head.substr(0, end));
  return record.ok() && record->is_object();
}

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  JsonReader reader(input.name(), options, output);
  if (HasLinesName(input) || HasLines(input)) return reader.ReadLines(input.stream());
  const absl::StatusOr<std::string> bytes = input.ReadAll(options.max_file_bytes);
  if (!bytes.ok()) return output.AddProblem(input.name().place, bytes.status());
  const absl::StatusOr<json> all = ParseJson(absl::StripPrefix(*bytes, kByteOrderMark));
  if (!all.ok()) return output.AddProblem(input.name().place, all.status());
  reader.ReadAll(*all);
}

}  // namespace

const Format& JsonFormat() {
  static constexpr Format kFormat = {"JSON", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kJson(JsonFormat());

}  // namespace norn::ingest
