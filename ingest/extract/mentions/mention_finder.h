// Finds an article's mentions: names with the titles and genitives in front of them, groups that
// act for a state, descriptions and pronouns; and who holds which office by the article's words.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MENTION_FINDER_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MENTION_FINDER_H_

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/meaning/meanings.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/time/day_range.h"

namespace norn::ingest {

MentionedEntities FindMentions(const AnnotatedText& text, const Grammar& grammar,
                               const Gazetteer& gazetteer, const DayRange& published,
                               const MeaningOptions& meaning = {});

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MENTION_FINDER_H_
