// Where an annotated article's words stand in what reading sees of it: which tokens evoke an event,
// which mentions fill its roles, which entities are its actors.
#ifndef NORN_TOOLS_TRAIN_READING_GOLD_ALIGNMENT_H_
#define NORN_TOOLS_TRAIN_READING_GOLD_ALIGNMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/article_reading.h"
#include "ingest/extract/claims/missing_roles.h"
#include "ingest/extract/extractor.h"
#include "proto/extraction.pb.h"
#include "tools/train/event_corpus.h"
#include "tools/train/filler_alignment.h"
#include "tools/train/meaning_trainer.h"

namespace norn::train {

// The trigger's words, each as a token of the text, in order; those that are not found are left
// out.
std::vector<uint32_t> TriggerTokens(const ingest::AnnotatedText& text, const CorpusArticle& article,
                                    const CorpusMention& mention);

// The filler's words in the mention's quote, the nearest to the trigger where they stand in it
// several times.
std::optional<TokenSpan> FillerTokens(const ingest::AnnotatedText& text,
                                      const CorpusArticle& article, const CorpusMention& mention,
                                      const CorpusFiller& filler, uint32_t trigger);

// By mention of the sentence that holds `trigger`: the role that it fills, or "none".
std::vector<std::string> RolesOfMentions(const ingest::ArticleReading& reading,
                                         const CorpusArticle& article, const CorpusMention& mention,
                                         const ingest::SentenceView& view, uint32_t trigger);

// Whether the entity is the actor, by its names.
bool IsActor(const proto::Entity& entity, const CorpusActor& actor);

// Of the roles of the article's events that are asked for that reason: who of those asked fills
// them. Events that are none of the corpus's teach nothing.
std::vector<MeaningExample> RoleExamples(const ingest::Extractor::Trace& trace,
                                         const CorpusArticle& article, ingest::Vacancy vacancy);

// What becomes of the record's events, by index.
enum class EventVerdict { kRight, kWrong, kOptional };

// An event is right if it is one of the article's by its type, status, core participants and date
// (each gold event is found once); optional if that one may be left out.
std::vector<EventVerdict> JudgeEvents(const proto::Extraction& record,
                                      const CorpusArticle& article);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_GOLD_ALIGNMENT_H_
