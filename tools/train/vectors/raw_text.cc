#include "tools/train/vectors/raw_text.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "ingest/analysis/neural/token_features.h"
#include "ingest/analysis/tokenizer.h"
#include "ingest/analysis/vocabulary.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::train {
namespace {

class Reader {
 public:
  absl::Status Read(const std::string& path) {
    std::ifstream in(path);
    if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
    const std::string language = LanguageOfText(path);
    const ingest::Vocabulary vocabulary(ingest::LexiconSet::BuiltIn().For(language));
    const ingest::Tokenizer tokenizer(vocabulary);
    std::vector<ingest::Token> tokens;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (!base::IsUtf8(line)) {
        return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": not UTF-8"));
      }
      if (line.empty()) continue;
      tokens.clear();
      tokenizer.Tokenize(line, {0, static_cast<uint32_t>(line.size())}, tokens);
      text_.paragraphs.push_back(static_cast<uint32_t>(text_.tokens.size()));
      for (const ingest::Token& token : tokens) text_.tokens.push_back(IndexOf(token.lower));
    }
    return absl::OkStatus();
  }

  RawText Finish(int64_t min_count) && {
    text_.paragraphs.push_back(static_cast<uint32_t>(text_.tokens.size()));
    const std::vector<int32_t> renamed = Sort(min_count);
    size_t kept = 0;
    for (size_t p = 0; p + 1 < text_.paragraphs.size(); ++p) {
      const size_t begin = std::exchange(text_.paragraphs[p], static_cast<uint32_t>(kept));
      for (size_t i = begin; i < text_.paragraphs[p + 1]; ++i) {
        const int32_t word = renamed[text_.tokens[i]];
        if (word >= 0) text_.tokens[kept++] = word;
      }
    }
    text_.paragraphs.back() = static_cast<uint32_t>(kept);
    text_.tokens.resize(kept);
    return std::move(text_);
  }

 private:
  int32_t IndexOf(const std::string& form) {
    const uint32_t hash = ingest::WordHash(form);
    const auto [at, is_new] = index_.try_emplace(hash, static_cast<int32_t>(text_.words.size()));
    if (is_new) text_.words.push_back({form, 0, {}});
    ++text_.words[at->second].count;
    return at->second;
  }

  // Sorts and cuts the words; the new number of each old one, or -1.
  std::vector<int32_t> Sort(int64_t min_count) {
    std::vector<int32_t> order(text_.words.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int32_t>(i);
    std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
      const RawWord& x = text_.words[a];
      const RawWord& y = text_.words[b];
      return x.count != y.count ? x.count > y.count : x.form < y.form;
    });
    std::vector<int32_t> renamed(order.size(), -1);
    std::vector<RawWord> sorted;
    for (const int32_t old : order) {
      RawWord& word = text_.words[old];
      if (word.count < min_count) break;
      const ingest::TokenFeatures features = ingest::MakeTokenFeatures(word.form);
      word.pieces.assign(features.pieces.begin(), features.pieces.end());
      renamed[old] = static_cast<int32_t>(sorted.size());
      sorted.push_back(std::move(word));
    }
    text_.words = std::move(sorted);
    return renamed;
  }

  RawText text_;
  absl::flat_hash_map<uint32_t, int32_t> index_;
};

}  // namespace

std::string LanguageOfText(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.find('.'));
}

absl::StatusOr<RawText> ReadRawText(const std::vector<std::string>& paths, int64_t min_count) {
  Reader reader;
  for (const std::string& path : paths) {
    if (const absl::Status status = reader.Read(path); !status.ok()) return status;
  }
  return std::move(reader).Finish(min_count);
}

}  // namespace norn::train
