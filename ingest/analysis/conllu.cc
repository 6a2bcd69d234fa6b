#include "ingest/analysis/conllu.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace norn::ingest {

bool ConlluRow::is_word() const {
  const std::string& id = (*this)[ConlluColumn::kId];
  return id.find_first_not_of("0123456789") == std::string::npos;
}

absl::string_view MiscValue(absl::string_view misc, absl::string_view key) {
  for (absl::string_view part : absl::StrSplit(misc, '|')) {
    if (absl::ConsumePrefix(&part, key) && absl::ConsumePrefix(&part, "=")) return part;
  }
  return "";
}

void SetMiscValue(absl::string_view key, absl::string_view value, std::string& misc) {
  std::vector<std::string> parts;
  if (misc != "_") {
    for (const absl::string_view part : absl::StrSplit(misc, '|', absl::SkipEmpty())) {
      if (!absl::StartsWith(part, absl::StrCat(key, "="))) parts.emplace_back(part);
    }
  }
  parts.push_back(absl::StrCat(key, "=", value));
  misc = absl::StrJoin(parts, "|");
}

absl::StatusOr<std::vector<ConlluSentence>> ParseConllu(absl::string_view bytes) {
  std::vector<ConlluSentence> sentences;
  ConlluSentence sentence;
  const auto finish = [&] {
    if (!sentence.rows.empty()) sentences.push_back(std::move(sentence));
    sentence = ConlluSentence();
  };
  size_t number = 0;
  for (absl::string_view line : absl::StrSplit(bytes, '\n')) {
    ++number;
    line = absl::StripSuffix(line, "\r");
    if (absl::StripAsciiWhitespace(line).empty()) {
      finish();
      continue;
    }
    if (line[0] == '#' && !absl::StrContains(line, '\t')) {
      sentence.comments.emplace_back(line);
      continue;
    }
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    ConlluRow& row = sentence.rows.emplace_back();
    if (columns.size() != row.columns.size()) {
      return absl::InvalidArgumentError(absl::StrCat(
          number, ": ", columns.size(), " columns where CoNLL-U has ten, divided by tabs"));
    }
    for (size_t i = 0; i < columns.size(); ++i) row.columns[i] = std::string(columns[i]);
    const std::string& id = row[ConlluColumn::kId];
    if (id.empty() || id.find_first_not_of("0123456789.-") != std::string::npos) {
      return absl::InvalidArgumentError(absl::StrCat(number, ": '", id, "' is no word's number"));
    }
  }
  finish();
  return sentences;
}

std::string FormatConllu(absl::Span<const ConlluSentence> sentences) {
  std::string text;
  for (const ConlluSentence& sentence : sentences) {
    for (const std::string& comment : sentence.comments) absl::StrAppend(&text, comment, "\n");
    for (const ConlluRow& row : sentence.rows) {
      absl::StrAppend(&text, absl::StrJoin(row.columns, "\t"), "\n");
    }
    text += "\n";
  }
  return text;
}

}  // namespace norn::ingest
