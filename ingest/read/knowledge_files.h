// What marks an article that is no news but a file in which a person says what norn does not know:
// judgements (proto/judgements.proto), or names in the form of a lexicon
// (ingest/lexicon/lexicon.proto). It is read, kept and hashed like an article, so that every later
// build honours it; resolution knows what judgements say, extraction what a lexicon does.
#ifndef NORN_INGEST_READ_KNOWLEDGE_FILES_H_
#define NORN_INGEST_READ_KNOWLEDGE_FILES_H_

#include "proto/article.pb.h"

namespace norn::ingest {

inline constexpr char kJudgementsEnding[] = ".judgements";
inline constexpr char kJudgementsLanguage[] = "x-judgements";
inline constexpr char kLexiconEnding[] = ".lexicon";
inline constexpr char kLexiconLanguage[] = "x-lexicon";

inline bool IsJudgements(const proto::Article& article) {
  return article.language() == kJudgementsLanguage;
}

inline bool IsLexicon(const proto::Article& article) {
  return article.language() == kLexiconLanguage;
}

inline bool IsNews(const proto::Article& article) {
  return !IsJudgements(article) && !IsLexicon(article);
}

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_KNOWLEDGE_FILES_H_
