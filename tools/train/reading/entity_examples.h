// What annotated articles teach of entities, by article: whom phrases mean, who is an actor, who
// fills roles that are open.
//
//   EntityExamples meanings, actors;
//   AddMeanings(gold, reader, meanings, actors);
//   Scorer who = meanings.Train(ingest::kMeaningScorer, SeenBy(fold, folds));
#ifndef NORN_TOOLS_TRAIN_READING_ENTITY_EXAMPLES_H_
#define NORN_TOOLS_TRAIN_READING_ENTITY_EXAMPLES_H_

#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/extract/article_reading.h"
#include "ingest/extract/scoring/scoring.pb.h"
#include "proto/article.pb.h"
#include "tools/train/event_corpus.h"
#include "tools/train/meaning_trainer.h"
#include "tools/train/reading/folds.h"

namespace norn::train {

class EntityExamples {
 public:
  void Add(int group, std::vector<MeaningExample> examples) {
    groups_.push_back({group, std::move(examples)});
  }

  ingest::Scorer Train(absl::string_view name, const GroupFilter& use) const;

 private:
  struct Group {
    int number = 0;
    std::vector<MeaningExample> examples;
  };

  std::vector<Group> groups_;
};

// The annotated article as reading takes it.
proto::Article ToArticle(const CorpusArticle& gold);

// What the article teaches of whom its phrases mean and which entities are actors.
void AddMeanings(const CorpusArticle& gold, const ingest::ArticleReader& reader,
                 EntityExamples& meanings, EntityExamples& actors);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_ENTITY_EXAMPLES_H_
