#include "tools/train/reading/entity_examples.h"

#include "absl/strings/str_cat.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::train {

ingest::Scorer EntityExamples::Train(absl::string_view name, const GroupFilter& use) const {
  std::vector<MeaningExample> used;
  for (const Group& group : groups_) {
    if (use(group.number)) used.insert(used.end(), group.examples.begin(), group.examples.end());
  }
  return TrainMeanings(name, used);
}

proto::Article ToArticle(const CorpusArticle& gold) {
  proto::Article article;
  article.set_name(absl::StrCat(gold.number, "-", gold.language, ".txt"));
  article.set_published(gold.published);
  article.set_language(gold.language);
  article.set_text(gold.text);
  return article;
}

void AddMeanings(const CorpusArticle& gold, const ingest::ArticleReader& reader,
                 EntityExamples& meanings, EntityExamples& actors) {
  MeaningExamples examples;
  std::vector<ingest::EntityFeatures> features;
  ingest::MeaningOptions options;
  options.visitor = &examples.visitor();
  options.actor_features = &features;
  const auto reading = reader.Read(ToArticle(gold), options);
  if (reading == nullptr) return;
  const ingest::Lexicon& lexicon = ingest::LexiconSet::BuiltIn().For(gold.language);
  meanings.Add(gold.number, examples.Take(gold, reading->text, reading->mentioned, lexicon));
  actors.Add(gold.number, ActorExamples(gold, reading->mentioned, features, lexicon));
}

}  // namespace norn::train
