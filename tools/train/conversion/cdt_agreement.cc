// How far the conversion of the Copenhagen Dependency Treebank agrees with the development part of
// UD's Danish treebank, on the sentences that both have word for word.
//
//   cdt_agreement da-cdt.conll.gz da-dev.conllu.gz
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/train/conversion/cdt_conversion.h"
#include "tools/train/treebank/treebank.h"

namespace norn::train {
namespace {

std::string WordsOf(const TreebankSentence& sentence) {
  std::string words;
  for (const TreebankToken& token : sentence.tokens) absl::StrAppend(&words, token.form, " ");
  return words;
}

std::string Universal(const std::string& relation) {
  return relation.substr(0, relation.find(':'));
}

struct Agreement {
  int sentences = 0;
  int words = 0;
  int tags = 0;
  int features = 0;
  int lemmas = 0;
  int heads = 0;
  int relations = 0;  // with the head

  void Add(const TreebankToken& a, const TreebankToken& b) {
    ++words;
    tags += a.upos == b.upos;
    features += a.feats == b.feats;
    lemmas += a.lemma == b.lemma;
    heads += a.head == b.head;
    relations += a.head == b.head && Universal(a.deprel) == Universal(b.deprel);
  }

  double Share(int count) const { return words == 0 ? 0 : 100.0 * count / words; }
};

int Main(const std::string& cdt_path, const std::string& dev_path) {
  absl::StatusOr<std::vector<TreebankSentence>> cdt = ReadTreebank(cdt_path);
  const absl::StatusOr<std::vector<TreebankSentence>> dev = ReadTreebank(dev_path);
  for (const absl::Status& status : {cdt.status(), dev.status()}) {
    if (status.ok()) continue;
    std::cerr << "cdt_agreement: " << status.message() << "\n";
    return 66;
  }
  std::map<std::string, TreebankSentence*> by_words;
  for (TreebankSentence& sentence : *cdt) by_words.emplace(WordsOf(sentence), &sentence);
  Agreement agreement;
  for (const TreebankSentence& gold : *dev) {
    const auto at = by_words.find(WordsOf(gold));
    if (at == by_words.end()) continue;
    TreebankSentence converted = *at->second;
    ConvertCdt(converted);
    ++agreement.sentences;
    for (size_t i = 0; i < gold.tokens.size(); ++i) {
      agreement.Add(converted.tokens[i], gold.tokens[i]);
    }
  }
  std::printf("%d sentences, %d words: UPOS %.1f features %.1f lemmas %.1f UAS %.1f LAS %.1f\n",
              agreement.sentences, agreement.words, agreement.Share(agreement.tags),
              agreement.Share(agreement.features), agreement.Share(agreement.lemmas),
              agreement.Share(agreement.heads), agreement.Share(agreement.relations));
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  if (argc == 3) return norn::train::Main(argv[1], argv[2]);
  std::cerr << "usage: cdt_agreement CDT DEV\n";
  return 64;
}
