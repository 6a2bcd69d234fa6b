// What marks an article that is no news but a file of judgements (proto/judgements.proto). It is
// read, kept and hashed like an article; resolution knows what it says.
#ifndef NORN_INGEST_READ_JUDGEMENTS_FILE_H_
#define NORN_INGEST_READ_JUDGEMENTS_FILE_H_

#include "proto/article.pb.h"

namespace norn::ingest {

inline constexpr char kJudgementsEnding[] = ".judgements";
inline constexpr char kJudgementsLanguage[] = "x-judgements";

inline bool IsJudgements(const proto::Article& article) {
  return article.language() == kJudgementsLanguage;
}

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_JUDGEMENTS_FILE_H_
