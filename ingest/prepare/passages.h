// Passages of an article that are in another language than the article: a long quote, a statement
// in English below a Norwegian text.
//
//   const PassageFinder finder(LexiconSet::BuiltIn());
//   for (const LanguagePassage& passage : finder.Find(article)) Use(passage.language);
#ifndef NORN_INGEST_PREPARE_PASSAGES_H_
#define NORN_INGEST_PREPARE_PASSAGES_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ingest/analysis/vocabulary.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// Bytes [start, end) of the article's text.
struct LanguagePassage {
  uint32_t start = 0;
  uint32_t end = 0;
  std::string language;  // BCP 47; of norn's languages, or another
};

// Safe to use from many threads.
class PassageFinder {
 public:
  explicit PassageFinder(const LexiconSet& lexicons);

  // Each paragraph, and within the others each quote, of which both the model of languages and the
  // words of the lexicons say that it is in another language than the article's. In doubt it is
  // none: a name or a few words decide nothing. Empty for an article in a language without a
  // lexicon.
  std::vector<LanguagePassage> Find(const proto::Article& article) const;

 private:
  std::map<std::string, Vocabulary> vocabularies_;  // by language
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_PASSAGES_H_
