#include "tools/train/treebank/treebank.h"

#include <zlib.h>

#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "ingest/analysis/conllu.h"

namespace norn::train {
namespace {

using ingest::ConlluColumn;

enum class Format { kConllu, kConll, kIob2, kColumns };

Format FormatOf(absl::string_view path) {
  path = absl::StripSuffix(path, ".gz");
  if (absl::EndsWith(path, ".conllu")) return Format::kConllu;
  if (absl::EndsWith(path, ".conll")) return Format::kConll;
  return absl::EndsWith(path, ".iob2") ? Format::kIob2 : Format::kColumns;
}

absl::StatusOr<std::string> ReadWhole(const std::string& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (file == nullptr) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  std::string bytes;
  char block[1 << 16];
  int read = 0;
  while ((read = gzread(file.get(), block, sizeof(block))) > 0) bytes.append(block, read);
  if (read < 0) return absl::DataLossError(absl::StrCat(path, ": not a whole gzip file"));
  return bytes;
}

absl::StatusOr<std::vector<TreebankSentence>> FromConllu(absl::string_view bytes) {
  absl::StatusOr<std::vector<ingest::ConlluSentence>> parsed = ingest::ParseConllu(bytes);
  if (!parsed.ok()) return parsed.status();
  std::vector<TreebankSentence> sentences;
  for (const ingest::ConlluSentence& in : *parsed) {
    TreebankSentence& sentence = sentences.emplace_back();
    for (absl::string_view comment : in.comments) {
      if (absl::ConsumePrefix(&comment, "# text = ")) sentence.text = std::string(comment);
    }
    for (const ingest::ConlluRow& row : in.rows) {
      if (!row.is_word()) continue;
      TreebankToken& token = sentence.tokens.emplace_back();
      const std::string& misc = row[ConlluColumn::kMisc];
      token.form = row[ConlluColumn::kForm];
      token.name = std::string(ingest::MiscValue(misc, "name"));
      token.space_after = ingest::MiscValue(misc, "SpaceAfter") != "No";
      // A file with names alone has X and no relation everywhere.
      if (row[ConlluColumn::kUpos] == "_" || row[ConlluColumn::kDeprel] == "_") continue;
      if (row[ConlluColumn::kLemma] != "_") token.lemma = row[ConlluColumn::kLemma];
      token.upos = row[ConlluColumn::kUpos];
      token.feats = row[ConlluColumn::kFeats];
      token.deprel = row[ConlluColumn::kDeprel];
      if (!absl::SimpleAtoi(row[ConlluColumn::kHead], &token.head)) {
        return absl::InvalidArgumentError(absl::StrCat("no head at ", token.form));
      }
    }
  }
  return sentences;
}

// Number, form, lemma, coarse and full tag, features, head, relation.
absl::Status AddConllWord(absl::string_view line, TreebankSentence& sentence) {
  const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
  if (columns.size() < 8) return absl::DataLossError("too few columns");
  TreebankToken token;
  token.form = std::string(columns[1]);
  token.lemma = std::string(columns[2]);
  token.upos = std::string(columns[4]);
  token.feats = std::string(columns[5]);
  token.deprel = std::string(columns[7]);
  if (!absl::SimpleAtoi(columns[6], &token.head) || token.head < 0) {
    return absl::DataLossError("no head");
  }
  sentence.tokens.push_back(std::move(token));
  return absl::OkStatus();
}

absl::Status AddColumns(absl::string_view line, Format format, TreebankSentence& sentence) {
  if (format == Format::kConll) return AddConllWord(line, sentence);
  const std::vector<absl::string_view> columns =
      absl::StrSplit(line, absl::ByAnyChar("\t "), absl::SkipEmpty());
  const size_t form = format == Format::kIob2 ? 1 : 0;
  if (columns.size() < form + 1) return absl::DataLossError("too few columns");
  TreebankToken token;
  token.form = std::string(columns[form]);
  // A lone form is of no name: the web-news corpus has a line of that kind.
  const bool is_bare = columns.size() == form + 1;
  token.name = is_bare ? "O" : std::string(columns[form == 1 ? 2 : columns.size() - 1]);
  sentence.tokens.push_back(std::move(token));
  return absl::OkStatus();
}

void MendNames(TreebankSentence& sentence) {
  std::string before;  // the type of the name that the previous token belongs to
  for (TreebankToken& token : sentence.tokens) {
    if (token.name.empty()) return;
    absl::string_view type = token.name;
    const bool begins = absl::ConsumePrefix(&type, "B-");
    if (!begins) absl::ConsumePrefix(&type, "I-");
    // Types are words such as PER and GPE_LOC; else the column is something else, or "O" or "0".
    const bool is_type = type.size() > 1 && type.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") ==
                                                absl::string_view::npos;
    if (!is_type) {
      token.name.assign(1, 'O');  // gcc 12 warns of a plain assignment when it optimises
      before.clear();
      continue;
    }
    const std::string kind(type);
    token.name = absl::StrCat(begins || kind != before ? "B-" : "I-", kind);
    before = kind;
  }
}

absl::StatusOr<std::vector<TreebankSentence>> FromColumns(absl::string_view bytes, Format format) {
  std::vector<TreebankSentence> sentences(1);
  size_t number = 0;
  for (absl::string_view line : absl::StrSplit(bytes, '\n')) {
    ++number;
    line = absl::StripSuffix(line, "\r");
    absl::string_view rest = line;
    if (absl::StripAsciiWhitespace(line).empty()) {
      if (!sentences.back().tokens.empty()) sentences.emplace_back();
    } else if (line[0] == '#' && !absl::StrContains(line, '\t')) {
      if (absl::ConsumePrefix(&rest, "# text = ")) sentences.back().text = std::string(rest);
      if (absl::ConsumePrefix(&rest, "# part = ")) sentences.back().part = std::string(rest);
    } else if (const absl::Status s = AddColumns(line, format, sentences.back()); !s.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(number, ": ", s.message()));
    }
  }
  if (sentences.back().tokens.empty()) sentences.pop_back();
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankToken& token : sentence.tokens) {
      if (token.head > static_cast<int>(sentence.tokens.size())) {
        return absl::InvalidArgumentError(absl::StrCat(" no head at ", token.form));
      }
    }
  }
  return sentences;
}

}  // namespace

absl::StatusOr<std::vector<TreebankSentence>> ReadTreebank(const std::string& path) {
  const absl::StatusOr<std::string> bytes = ReadWhole(path);
  if (!bytes.ok()) return bytes.status();
  const Format format = FormatOf(path);
  absl::StatusOr<std::vector<TreebankSentence>> sentences =
      format == Format::kConllu ? FromConllu(*bytes) : FromColumns(*bytes, format);
  if (!sentences.ok()) {
    return absl::DataLossError(absl::StrCat(path, ":", sentences.status().message()));
  }
  for (TreebankSentence& sentence : *sentences) MendNames(sentence);
  return sentences;
}

}  // namespace norn::train
