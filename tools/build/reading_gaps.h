// What the articles of a graph cannot tell: those in languages that nothing is read from, without a
// date, or longer than what is read. Their absence from the answers must not be taken for news
// without events.
#ifndef NORN_TOOLS_BUILD_READING_GAPS_H_
#define NORN_TOOLS_BUILD_READING_GAPS_H_

#include <vector>

#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"
#include "tools/console/streams.h"

namespace norn::tools {

// Lines on streams.err that name the articles, and count them by language.
void ReportUnreadLanguages(const std::vector<proto::Article>& articles,
                           const ingest::LexiconSet& lexicons, Streams& streams);

// Likewise for articles without a date of publication, and behind the limit of length.
void ReportGaps(const std::vector<proto::Article>& articles, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_BUILD_READING_GAPS_H_
