// Where the words of the event corpus stand in an analysed article, and which of the article's
// entities is an actor of the corpus.
//
//   const auto span = LocateFiller(article, text, mention, filler.words);
//   const ingest::Mention* candidate = CandidateAt(text, found, *span);
//   if (IsActor(lexicon, found.entities[candidate->entities[0]], *actor)) …
#ifndef NORN_TOOLS_TRAIN_FILLER_ALIGNMENT_H_
#define NORN_TOOLS_TRAIN_FILLER_ALIGNMENT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/lexicon/lexicon.pb.h"
#include "proto/extraction.pb.h"
#include "tools/train/event_corpus.h"

namespace norn::train {

struct TokenSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  size_t sentence = 0;
};

// The words within the mention's quote, as words of their own before as parts of one. Nothing where
// they do not stand there.
std::optional<TokenSpan> LocateFiller(const CorpusArticle& article,
                                      const ingest::AnnotatedText& text,
                                      const CorpusMention& mention, const std::string& words);

// The candidate with the head of the words, else the one that shares the most with them; null:
// none.
const ingest::Mention* CandidateAt(const ingest::AnnotatedText& text,
                                   const ingest::MentionedEntities& found, const TokenSpan& span);

// Whether one of the entity's names is one of the actor's, or the last name of a person.
bool IsActor(const ingest::Lexicon& lexicon, const proto::Entity& entity, const CorpusActor& actor);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_FILLER_ALIGNMENT_H_
