// Trains the scorer "who" (ingest/extract/mentions/meaning/meanings.h) on the event corpus: of the
// entities that a phrase without a name may mean, which one it does.
//
//   MeaningExamples examples(lexicon, article);
//   FindMentions(text, grammar, gazetteer, published, {.visitor = &examples.visitor()});
//   … examples.Take(text, found) …
//   ingest::Scorer scorer = TrainMeanings(all);
//
// A multinomial logistic regression over the entities of each phrase and nobody, by AdaGrad with a
// fixed order: the same examples give the same scorer.
#ifndef NORN_TOOLS_TRAIN_MEANING_TRAINER_H_
#define NORN_TOOLS_TRAIN_MEANING_TRAINER_H_

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/mentions/meaning/meanings.h"
#include "ingest/extract/scoring/scoring.pb.h"
#include "ingest/lexicon/lexicon.pb.h"
#include "tools/train/event_corpus.h"

namespace norn::train {

// One phrase: by entity that was asked, its features and whether it is meant.
struct MeaningExample {
  std::vector<std::vector<uint64_t>> features;
  std::vector<bool> is_meant;
};

// Collects the examples of one article.
class MeaningExamples {
 public:
  MeaningExamples();
  MeaningExamples(const MeaningExamples&) = delete;
  MeaningExamples& operator=(const MeaningExamples&) = delete;

  // Sees all decisions while mentions are found; lives as long as this.
  const ingest::MeaningVisitor& visitor() const { return visitor_; }

  // Those that the corpus has an answer for.
  std::vector<MeaningExample> Take(const CorpusArticle& article, const ingest::AnnotatedText& text,
                                   const ingest::MentionedEntities& found,
                                   const ingest::Lexicon& lexicon) const;

 private:
  struct Asked {
    std::vector<uint32_t> entities;
    std::vector<std::vector<uint64_t>> features;
  };

  std::map<uint32_t, Asked> asked_;  // by the phrase's head
  ingest::MeaningVisitor visitor_;
};

// The scorer's only label is the entity's; nobody's score is 0.
ingest::Scorer TrainMeanings(absl::string_view name, const std::vector<MeaningExample>& examples);

// Of each entity, whether the corpus lists it among the article's actors; optional ones are left
// out. For the scorer "actor".
std::vector<MeaningExample> ActorExamples(const CorpusArticle& article,
                                          const ingest::MentionedEntities& found,
                                          const std::vector<ingest::EntityFeatures>& features,
                                          const ingest::Lexicon& lexicon);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MEANING_TRAINER_H_
