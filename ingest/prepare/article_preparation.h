// What every article goes through between reading and extraction: its language is found, and its
// lines are mended.
//
//   ArticlePreparation preparation(LexiconSet::BuiltIn());
//   for (proto::Article& article : read.articles) preparation.Prepare(article);
#ifndef NORN_INGEST_PREPARE_ARTICLE_PREPARATION_H_
#define NORN_INGEST_PREPARE_ARTICLE_PREPARATION_H_

#include <map>
#include <string>
#include <vector>

#include "ingest/analysis/vocabulary.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"

namespace norn::ingest {

class ArticlePreparation {
 public:
  // `lexicons` outlives this. For one thread at a time.
  explicit ArticlePreparation(const LexiconSet& lexicons) : lexicons_(lexicons) {}

  // Sets `language`, `text` and `sha256`. What is in no language that is read stays as it is.
  void Prepare(proto::Article& article);

 private:
  const Vocabulary& VocabularyOf(const std::string& language);

  // Of a handful of words, the language that most of them are words of; in doubt `found`, and of
  // the two kinds of Norwegian the one that more is written in. `und`: they are none's.
  std::string LanguageByWords(const std::vector<std::string>& words, const std::string& found);

  const LexiconSet& lexicons_;
  std::map<std::string, Vocabulary> vocabularies_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_ARTICLE_PREPARATION_H_
