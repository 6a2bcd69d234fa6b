#include "tools/train/recipe/recipe.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/neural/token_features.h"
#include "tools/train/conversion/cdt_conversion.h"
#include "tools/train/conversion/talbanken_conversion.h"

namespace norn::train {
namespace {

void KeepPart(std::vector<TreebankSentence>& sentences, absl::string_view part) {
  const auto is_other = [&](const TreebankSentence& sentence) { return sentence.part != part; };
  sentences.erase(std::remove_if(sentences.begin(), sentences.end(), is_other), sentences.end());
}

absl::StatusOr<Corpus> LoadCorpus(absl::Span<const std::string> fields, const std::string& folder) {
  Corpus corpus;
  corpus.language = fields[1];
  corpus.scheme = fields[2];
  corpus.file = fields[4];
  if (!absl::SimpleAtoi(fields[3], &corpus.repeat) || corpus.repeat < 1) {
    return absl::InvalidArgumentError("the fourth word must be a count of at least 1");
  }
  absl::StatusOr<std::vector<TreebankSentence>> sentences =
      ReadTreebank(absl::StrCat(folder, "/", corpus.file));
  if (!sentences.ok()) return sentences.status();
  corpus.sentences = *std::move(sentences);
  if (absl::StrContains(corpus.file, "-ud10-")) {
    for (TreebankSentence& sentence : corpus.sentences) ConvertTalbanken(sentence);
  }
  if (absl::StrContains(corpus.file, ".conll.") || absl::EndsWith(corpus.file, ".conll")) {
    KeepPart(corpus.sentences, "train");
    for (TreebankSentence& sentence : corpus.sentences) ConvertCdt(sentence);
  }
  return corpus;
}

std::string KeyOf(const Corpus& corpus, const TreebankSentence& sentence) {
  std::string key = absl::StrCat(corpus.language, "\t", corpus.scheme);
  for (const TreebankToken& token : sentence.tokens) absl::StrAppend(&key, "\t", token.form);
  return key;
}

// Gives each sentence with a tree the names that a later file has for it, and drops the latter.
void Join(std::vector<Corpus>& corpora) {
  std::map<std::string, TreebankSentence*> first;
  for (Corpus& corpus : corpora) {
    std::vector<TreebankSentence> kept;
    kept.reserve(corpus.sentences.size());
    for (TreebankSentence& sentence : corpus.sentences) {
      const auto [at, is_new] = first.try_emplace(KeyOf(corpus, sentence), nullptr);
      TreebankSentence* known = at->second;
      const bool adds_names = known != nullptr && sentence.has_names() && !sentence.has_tree();
      if (adds_names && !known->has_names()) {
        for (size_t i = 0; i < sentence.tokens.size(); ++i) {
          known->tokens[i].name = sentence.tokens[i].name;
        }
      }
      if (adds_names) continue;
      kept.push_back(std::move(sentence));
      if (is_new) at->second = &kept.back();
    }
    corpus.sentences = std::move(kept);
  }
}

// The lists' names in the order of their bits (lexical_flags.h).
constexpr absl::string_view kLists[ingest::kLexicalFlagCount] = {
    "given", "family", "place", "state", "organization", "weapon", "title"};

absl::StatusOr<ingest::LexicalFlags> ReadFlags(const std::string& path) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  std::vector<std::pair<uint32_t, uint32_t>> flags;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::pair<absl::string_view, absl::string_view> fields = absl::StrSplit(line, '\t');
    const auto* list = std::find(std::begin(kLists), std::end(kLists), fields.first);
    if (list == std::end(kLists) || fields.second.empty()) {
      return absl::DataLossError(absl::StrCat(path, ":", number, ": not LIST<tab>WORD"));
    }
    flags.emplace_back(ingest::WordHash(fields.second), 1U << (list - kLists));
  }
  return ingest::LexicalFlags(std::move(flags));
}

absl::Status ReadCounts(const std::string& path, std::map<std::string, WordCounts>& counts) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    int64_t count = 0;
    if (fields.size() != 3 || !absl::SimpleAtoi(fields[2], &count)) {
      return absl::DataLossError(
          absl::StrCat(path, ":", number, ": not LANGUAGE<tab>WORD<tab>COUNT"));
    }
    counts[fields[0]][fields[1]] = count;
  }
  return absl::OkStatus();
}

absl::Status AddLine(const std::vector<std::string>& fields, const std::string& treebanks,
                     const std::string& word_lists, Recipe& recipe) {
  if (fields.size() != 5) return absl::InvalidArgumentError("not five words");
  if (fields[0] == "train" || fields[0] == "dev") {
    absl::StatusOr<Corpus> corpus = LoadCorpus(fields, treebanks);
    if (!corpus.ok()) return corpus.status();
    (fields[0] == "train" ? recipe.train : recipe.dev).push_back(*std::move(corpus));
    return absl::OkStatus();
  }
  const std::string path = absl::StrCat(word_lists, "/", fields[4]);
  if (fields[0] == "vectors") {
    int count = 0;
    int dimensions = 0;
    if (!absl::SimpleAtoi(fields[2], &count) || !absl::SimpleAtoi(fields[3], &dimensions)) {
      return absl::InvalidArgumentError("the third and fourth words must be numbers");
    }
    absl::StatusOr<WordVectors> vectors = ReadWordVectors(path, count, dimensions);
    if (!vectors.ok()) return vectors.status();
    recipe.vectors.push_back({*std::move(vectors), absl::StrSplit(fields[1], ',')});
    return absl::OkStatus();
  }
  if (fields[0] == "start") {
    recipe.start = path;
    return absl::OkStatus();
  }
  if (fields[0] == "counts") return ReadCounts(path, recipe.counts);
  if (fields[0] == "flags") {
    absl::StatusOr<ingest::LexicalFlags> flags = ReadFlags(path);
    if (!flags.ok()) return flags.status();
    recipe.flags = *std::move(flags);
    return absl::OkStatus();
  }
  for (const auto& [name, number] :
       {std::pair{"epochs", &recipe.epochs}, std::pair{"units", &recipe.units},
        std::pair{"name_units", &recipe.name_units}, std::pair{"narrow", &recipe.narrow}}) {
    const int least = fields[0] == "epochs" ? 0 : 1;
    if (fields[0] == name && absl::SimpleAtoi(fields[4], number) && *number >= least) {
      return absl::OkStatus();
    }
  }
  for (const auto& [name, share] :
       {std::pair{"input_dropout", &recipe.input_dropout}, std::pair{"dropout", &recipe.dropout},
        std::pair{"rate", &recipe.rate}}) {
    if (fields[0] == name && absl::SimpleAtof(fields[4], share) && *share >= 0 && *share < 1) {
      return absl::OkStatus();
    }
  }
  return absl::InvalidArgumentError(absl::StrCat("unknown or incomplete: ", fields[0]));
}

}  // namespace

absl::StatusOr<Recipe> LoadRecipe(const std::string& path, const std::string& treebanks,
                                  const std::string& word_lists) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  Recipe recipe;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    line.erase(std::min(line.size(), line.find('#')));
    const std::vector<std::string> fields =
        absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    if (fields.empty()) continue;
    if (const absl::Status status = AddLine(fields, treebanks, word_lists, recipe); !status.ok()) {
      return absl::Status(status.code(), absl::StrCat(path, ":", number, ": ", status.message()));
    }
  }
  if (recipe.train.empty()) return absl::InvalidArgumentError(absl::StrCat(path, ": no corpora"));
  Join(recipe.train);
  return recipe;
}

}  // namespace norn::train
