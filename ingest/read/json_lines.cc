#include "ingest/read/json_lines.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "base/status_macros.h"
#include "ingest/read/iso_date.h"
#include "ingest/read/line_reader.h"
#include "ingest/read/text_checks.h"
#include "ingest/read/unique_names.h"

namespace norn::ingest {
namespace {

// A character of the text takes at most six bytes in JSON (\u0001); and something for the rest.
constexpr size_t kEscaped = 6;
constexpr size_t kOtherMembers = size_t{1} << 16;

// Keeps the members of the outermost object that are strings or numbers, and builds nothing for
// the rest, however deep it is.
class MemberCollector {
 public:
  struct Value {
    std::string text;
    bool is_string = false;
  };

  bool null() { return true; }
  bool boolean(bool value) { return Keep(value ? "true" : "false", false); }
  bool number_integer(int64_t value) { return Keep(std::to_string(value), false); }
  bool number_unsigned(uint64_t value) { return Keep(std::to_string(value), false); }
  bool number_float(double /*value*/, const std::string& text) { return Keep(text, false); }
  bool string(std::string& value) { return Keep(std::move(value), true); }
  bool binary(std::vector<uint8_t>& /*value*/) { return true; }
  bool key(std::string& value) {
    if (depth_ == 1) key_ = std::move(value);
    return true;
  }
  bool start_object(size_t /*size*/) {
    is_object_ |= depth_ == 0;
    return Open("{");
  }
  bool start_array(size_t /*size*/) { return Open("["); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool parse_error(size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) {
    error_at_ = position;
    return false;
  }

  bool is_object() const { return is_object_; }
  size_t error_at() const { return error_at_; }
  // Null where the object does not have it, or has null.
  const Value* Find(const std::string& key) const {
    const auto found = members_.find(key);
    return found == members_.end() ? nullptr : &found->second;
  }

 private:
  bool Keep(std::string text, bool is_string) {
    if (depth_ == 1) members_[key_] = {std::move(text), is_string};
    return true;
  }
  bool Open(const char* bracket) {
    Keep(bracket, false);
    ++depth_;
    return true;
  }
  bool Close() {
    --depth_;
    return true;
  }

  bool is_object_ = false;
  size_t depth_ = 0;
  size_t error_at_ = 0;
  std::string key_;
  std::map<std::string, Value> members_;
};

// The member's string, or empty where there is none.
absl::StatusOr<std::string> StringMember(const MemberCollector& members, const std::string& key) {
  const MemberCollector::Value* value = members.Find(key);
  if (value == nullptr) return std::string();
  if (!value->is_string) {
    return absl::InvalidArgumentError(
        absl::StrCat("`", key, "` is not a string; put it in quotes"));
  }
  return value->text;
}

absl::StatusOr<std::string> NameOf(const MemberCollector& members,
                                   absl::string_view fallback_name) {
  if (const MemberCollector::Value* id = members.Find("id"); id != nullptr && !id->text.empty()) {
    if (id->text == "{" || id->text == "[") {
      return absl::InvalidArgumentError("`id` is neither a string nor a number");
    }
    return id->text;
  }
  NORN_ASSIGN_OR_RETURN(std::string url, StringMember(members, "url"));
  return url.empty() ? std::string(fallback_name) : url;
}

// Standard input has no lines that could be found again.
std::string OriginOfLine(const LinesOrigin& from, uint64_t line) {
  return from.origin == kStandardInputOrigin ? from.origin : absl::StrCat(from.origin, ":", line);
}

absl::StatusOr<proto::Article> ToArticle(const MemberCollector& members,
                                         absl::string_view fallback_name, size_t max_bytes) {
  if (members.Find("text") == nullptr) {
    return absl::InvalidArgumentError("there is no `text`; put the article's words there");
  }
  proto::Article article;
  NORN_ASSIGN_OR_RETURN(*article.mutable_text(), StringMember(members, "text"));
  NORN_RETURN_IF_ERROR(CheckText(article.text(), max_bytes));
  NORN_ASSIGN_OR_RETURN(*article.mutable_name(), NameOf(members, fallback_name));
  NORN_ASSIGN_OR_RETURN(*article.mutable_url(), StringMember(members, "url"));
  NORN_ASSIGN_OR_RETURN(*article.mutable_title(), StringMember(members, "title"));
  NORN_ASSIGN_OR_RETURN(*article.mutable_source(), StringMember(members, "source"));
  NORN_ASSIGN_OR_RETURN(const std::string language, StringMember(members, "language"));
  const std::pair<std::string, std::string> tag = absl::StrSplit(language, absl::MaxSplits('-', 1));
  article.set_language(absl::AsciiStrToLower(tag.first));
  NORN_ASSIGN_OR_RETURN(const std::string published, StringMember(members, "published"));
  if (!published.empty()) {
    absl::StatusOr<std::string> date = DateOfTimestamp(published);
    if (!date.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("`published`: ", date.status().message()));
    }
    article.set_published(*std::move(date));
  }
  return article;
}

}  // namespace

absl::StatusOr<proto::Article> ParseJsonArticle(absl::string_view line,
                                                absl::string_view fallback_name, size_t max_bytes) {
  NORN_RETURN_IF_ERROR(CheckText(line, line.size()));
  MemberCollector members;
  const bool is_json = nlohmann::json::sax_parse(line.begin(), line.end(), &members);
  if (!is_json) {
    return absl::InvalidArgumentError(
        absl::StrCat("not JSON: a mistake at byte ", std::min(members.error_at(), line.size()),
                     " of the line; each line must be one object such as {\"text\": \"…\"}"));
  }
  if (!members.is_object()) {
    return absl::InvalidArgumentError("not a JSON object; write {\"text\": \"…\"}");
  }
  return ToArticle(members, fallback_name, max_bytes);
}

void ReadJsonLines(std::istream& in, const LinesOrigin& from, size_t max_bytes,
                   ReadResult& result) {
  LineReader lines(in, max_bytes * kEscaped + kOtherMembers);
  bool is_empty = true;
  while (lines.Next()) {
    absl::string_view line = lines.line();
    if (lines.number() == 1) line = absl::StripPrefix(line, "\xEF\xBB\xBF");
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    is_empty = false;
    const std::string name = absl::StrCat(from.base_name, ":", lines.number());
    absl::StatusOr<proto::Article> article =
        lines.too_long() ? TooLarge(max_bytes) : ParseJsonArticle(line, name, max_bytes);
    if (article.ok()) {
      if (article->name() == name) article->set_origin(OriginOfLine(from, lines.number()));
      result.articles.push_back(*std::move(article));
    } else {
      result.problems.push_back({absl::StrCat(from.place, ":", lines.number()), article.status()});
    }
  }
  if (is_empty) {
    result.problems.push_back(
        {from.place, absl::InvalidArgumentError("empty: there is no article in it")});
  }
}

}  // namespace norn::ingest
