#include "tools/train/model/encoder.h"

#include <algorithm>
#include <set>

#include "ingest/analysis/neural/token_features.h"

namespace norn::train {
namespace {

constexpr int kMinWordCount = 2;

std::vector<std::string> Sorted(const std::set<std::string>& labels) {
  return {labels.begin(), labels.end()};
}

// O first: the order of the rest is of no matter.
std::vector<std::string> NameLabels(const std::set<std::string>& types) {
  std::vector<std::string> labels = {"O"};
  for (const std::string& type : types) {
    labels.push_back("B-" + type);
    labels.push_back("I-" + type);
  }
  return labels;
}

}  // namespace

Encoder::Encoder(const Recipe& recipe) : recipe_(recipe) {
  std::set<std::string> languages;
  std::set<std::string> tags;
  std::set<std::string> features;
  std::set<std::string> relations;
  std::map<std::string, std::set<std::string>> names;
  std::map<uint32_t, int> counts;
  for (const Corpus& corpus : recipe.train) {
    languages.insert(corpus.language);
    for (const TreebankSentence& sentence : corpus.sentences) {
      for (const TreebankToken& token : sentence.tokens) {
        ++counts[ingest::WordHash(token.form)];
        if (sentence.has_tags()) {
          tags.insert(token.upos);
          features.insert(token.feats);
        }
        if (sentence.has_tree()) relations.insert(token.deprel);
        if (sentence.has_names() && token.name != "O") {
          names[corpus.scheme].insert(token.name.substr(2));
        }
      }
    }
  }
  for (const auto& [hash, count] : counts) {
    if (count < kMinWordCount) continue;
    word_hashes_.push_back(hash);
    words_[hash] = {static_cast<int>(word_hashes_.size()), count};
  }
  languages_ = Sorted(languages);
  tags_ = Sorted(tags);
  features_ = Sorted(features);
  relations_ = Sorted(relations);
  for (const auto& [scheme, types] : names) {
    schemes_.push_back(scheme);
    names_.push_back(NameLabels(types));
  }
}

int Encoder::Index(const std::vector<std::string>& labels, const std::string& label) const {
  const auto at = std::find(labels.begin(), labels.end(), label);
  return at == labels.end() ? -1 : static_cast<int>(at - labels.begin());
}

int Encoder::SchemeOf(const std::string& language) const {
  for (const Corpus& corpus : recipe_.train) {
    if (corpus.language == language) return std::max(0, Index(schemes_, corpus.scheme));
  }
  return 0;
}

void Encoder::FillShape(NetworkShape& shape) const {
  shape.words = static_cast<int>(word_hashes_.size()) + 1;
  shape.pieces = ingest::kPieceBuckets;
  shape.shapes = 2 * static_cast<int>(ingest::WordShape::kCount);
  shape.languages = static_cast<int>(languages_.size());
  shape.lexicon_bits = ingest::kLexicalFlagCount;
  for (const OutsideVectors& table : recipe_.vectors) {
    shape.vector += static_cast<int>(table.words.vectors.rows());
  }
  shape.tags = static_cast<int>(tags_.size());
  shape.features = static_cast<int>(features_.size());
  shape.relations = static_cast<int>(relations_.size());
  for (const auto& labels : names_) shape.name_tags.push_back(static_cast<int>(labels.size()));
}

EncodedSentence Encoder::Encode(const TreebankSentence& sentence, const std::string& language,
                                const std::string& scheme) const {
  EncodedSentence encoded;
  encoded.language = Index(languages_, language);
  encoded.scheme = std::max(0, Index(schemes_, scheme));
  encoded.has_tags = sentence.has_tags();
  encoded.has_tree = sentence.has_tree();
  encoded.has_names = sentence.has_names();
  for (const TreebankToken& token : sentence.tokens) {
    const ingest::TokenFeatures features = ingest::MakeTokenFeatures(token.form);
    EncodedToken& out = encoded.tokens.emplace_back();
    if (const auto word = words_.find(features.word); word != words_.end()) {
      std::tie(out.word, out.word_count) = word->second;
    }
    out.pieces.assign(features.pieces.begin(), features.pieces.end());
    // A capital at a sentence's start says less: shapes there count as their own.
    const bool opens = encoded.tokens.size() == 1;
    out.shape = 2 * static_cast<int>(features.shape) + (opens ? 1 : 0);
    out.lexicon = recipe_.flags.Find(features);
    // Of a table of other languages' words a language shares the names only.
    for (const OutsideVectors& table : recipe_.vectors) {
      const bool sees = features.has_capital() || table.languages.count(language) > 0;
      out.vectors.push_back(sees ? table.words.Find(features) : -1);
    }
    if (encoded.has_tags) {
      out.tag = Index(tags_, token.upos);
      out.feature = Index(features_, token.feats);
    }
    if (encoded.has_tree) {
      out.head = token.head;
      out.relation = Index(relations_, token.deprel);
    }
    if (encoded.has_names) out.name = std::max(0, Index(names_[encoded.scheme], token.name));
  }
  return encoded;
}

}  // namespace norn::train
