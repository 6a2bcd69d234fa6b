#include "tests/external/given_trees.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

std::string WithoutSpaces(absl::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (!absl::ascii_isspace(static_cast<unsigned char>(c))) letters.push_back(c);
  }
  return letters;
}

uint32_t HeadOf(const ConlluRow& row) {
  uint32_t head = 0;
  return absl::SimpleAtoi(row[ConlluColumn::kHead], &head) ? head : 0;
}

// universaldependencies.org/v2/summary.html.
void BringToVersion2(ConlluSentence& tree) {
  static const auto& renamed =
      *new absl::flat_hash_map<std::string, std::string>{{"dobj", "obj"},
                                                         {"nsubjpass", "nsubj:pass"},
                                                         {"csubjpass", "csubj:pass"},
                                                         {"auxpass", "aux:pass"},
                                                         {"name", "flat"},
                                                         {"mwe", "fixed"},
                                                         {"neg", "advmod"}};
  for (ConlluRow& row : tree.rows) {
    if (row[ConlluColumn::kUpos] == "CONJ") row[ConlluColumn::kUpos] = "CCONJ";
    std::string& relation = row[ConlluColumn::kDeprel];
    const uint32_t head = HeadOf(row);
    if (relation == "nmod" && head > 0 && head <= tree.rows.size() &&
        tree.rows[head - 1][ConlluColumn::kUpos] == "VERB") {
      relation = "obl";
    }
    if (const auto found = renamed.find(relation); found != renamed.end()) {
      relation = found->second;
    }
  }
}

void AppendNames(const AnnotatedText& text, std::vector<Name>& names) {
  for (const Sentence& sentence : text.sentences) {
    const uint32_t end = sentence.first_token + sentence.token_count;
    for (uint32_t at = sentence.first_token; at < end; ++at) {
      const Token& token = text.tokens[at];
      if (token.upos != "PROPN" || !token.is_capitalized) continue;
      const bool continues = !names.empty() && at > sentence.first_token &&
                             names.back().first_token + names.back().token_count == at;
      if (!continues) {
        names.emplace_back().first_token = at;
        names.back().bytes.begin = token.bytes.begin;
      }
      ++names.back().token_count;
      names.back().bytes.end = token.bytes.end;
    }
  }
}

}  // namespace

GivenTrees::GivenTrees(std::vector<ConlluSentence> trees) : trees_(std::move(trees)) {
  for (size_t i = 0; i < trees_.size(); ++i) {
    BringToVersion2(trees_[i]);
    std::string letters;
    for (const ConlluRow& row : trees_[i].rows) absl::StrAppend(&letters, row[ConlluColumn::kForm]);
    tree_of_.emplace(WithoutSpaces(letters), i);
  }
}

void GivenTrees::Fill(const ConlluSentence& tree, AnnotatedText& text) const {
  // Both are the same letters, perhaps cut in other places: rows and tokens are matched by where
  // they begin.
  std::vector<int32_t> token_of(tree.rows.size() + 1, -1);  // by the row's number
  std::vector<size_t> row_of(text.tokens.size());
  size_t row = 0;
  size_t row_end = tree.rows.empty() ? 0 : tree.rows[0][ConlluColumn::kForm].size();
  size_t at = 0;
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    while (row + 1 < tree.rows.size() && row_end <= at) {
      row_end += tree.rows[++row][ConlluColumn::kForm].size();
    }
    row_of[i] = row;
    if (token_of[row + 1] < 0) token_of[row + 1] = static_cast<int32_t>(i);
    at += WithoutSpaces(text.Form(text.tokens[i])).size();
  }
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    const ConlluRow& from = tree.rows[row_of[i]];
    Token& token = text.tokens[i];
    token.upos = from[ConlluColumn::kUpos];
    token.feats = from[ConlluColumn::kFeats];
    token.lemma = from[ConlluColumn::kLemma];
    const auto first = static_cast<uint32_t>(token_of[row_of[i] + 1]);
    if (first != i) {  // the rest of a row that is several tokens here
      token.deprel = "goeswith";
      token.head = static_cast<int32_t>(first);
      continue;
    }
    token.deprel = from[ConlluColumn::kDeprel];
    const uint32_t head = HeadOf(from);
    token.head = head < token_of.size() ? token_of[head] : -1;
  }
}

std::vector<Name> GivenTrees::Annotate(AnnotatedText& text) const {
  std::vector<Name> names;
  std::string letters;
  for (const Token& token : text.tokens) letters += WithoutSpaces(text.Form(token));
  const auto found = tree_of_.find(letters);
  if (found == tree_of_.end()) return names;
  Fill(trees_[found->second], text);
  AppendNames(text, names);
  return names;
}

}  // namespace norn::ingest
