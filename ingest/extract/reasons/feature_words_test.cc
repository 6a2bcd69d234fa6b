#include "ingest/extract/reasons/feature_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "ingest/analysis/annotator.h"
#include "ingest/extract/article_reading.h"
#include "ingest/extract/claims/event_features.h"
#include "ingest/extract/evocation/evocation_features.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

using ::testing::IsEmpty;

TEST(FeatureWordsTest, SayWhatAReaderUnderstands) {
  const struct {
    std::vector<std::string> parts;
    const char* words;
  } cases[] = {
      {{"lemma", "ringe"}, "the word itself"},
      {{"after 1", "telefon"}, "\"telefon\" right after it"},
      {{"sense", "armed_force"}, "it is a word for \"armed force\""},
      {{"senses", "attack!", "casualty?"}, "a word for \"casualty\" in the sentence"},
      {{"governed by", "up 1", "nekte"}, "it depends on \"nekte\""},
      {{"clause word", "up 0", "advmod", "ikke"}, "\"ikke\" in its clause"},
      {{"kind path", "person", "^nsubj"}, "a person stands with it"},
      {{"kind path", "plural-pronoun-unknown", "^nsubj"},
       "a pronoun for somebody or something without a name stands with it"},
      {{"sense sport", "meeting!", "0"}, "the article says nothing of sport"},
      {{"titles in article", "9"}, "the article has very many titles of office"},
      {{"persons states", "2", "0"}, "2 persons and no states in the sentence"},
      {{"role kind", "host", "STATE", "meeting"}, "a state as host"},
  };
  for (const auto& one : cases) EXPECT_EQ(FeatureInWords(one.parts), one.words);
}

TEST(FeatureWordsTest, AreEmptyForAFeatureThatHasNone) {
  EXPECT_EQ(FeatureInWords({"no such feature", "value"}), "");
}

// What values a feature lacks is left out; nothing is read beyond them.
TEST(FeatureWordsTest, DoWithoutValues) {
  EXPECT_EQ(FeatureInWords({"head"}), "it depends on \"\"");
}

std::set<std::string> WithoutWords(const Features& features) {
  std::set<std::string> without;
  for (const auto& parts : features.parts()) {
    if (FeatureInWords(parts).empty()) without.insert(parts[0]);
  }
  return without;
}

TEST(FeatureWordsTest, EveryFeatureOfWholeEventsHasSome) {
  EventDraft event;
  event.claim.set_type("supply");
  event.claim.set_killed(1);
  event.claim.add_participants()->set_role("supplier");
  event.evidence = {.evocation = kWholeShare,
                    .any_event = 1,
                    .status = kWholeShare,
                    .weakest_role = kWholeShare,
                    .best_left_out = kWholeShare,
                    .inferred_roles = 1,
                    .words = {"levere"},
                    .senses = {"supply!"}};
  EventDraft surer = event;
  surer.evidence.any_event = kWholeShare;
  MentionedEntities mentioned;
  mentioned.entities.emplace_back().set_kind(proto::Entity::STATE);
  std::vector<EventDraft> all = {event, surer};
  Features features(true);
  AddEventFeatures(all[0], all, mentioned, {}, features);
  EXPECT_GT(features.parts().size(), 60);
  EXPECT_THAT(WithoutWords(features), IsEmpty());
}

TEST(FeatureWordsTest, EveryFeatureOfEvokingWordsHasSome) {
  const ArticleReader reader(LexiconSet::BuiltIn(), Annotator::BuiltIn());
  proto::Article article;
  article.set_language("nb");
  article.set_text(
      "Statsministeren ringte presidenten\n\n"
      "Norges statsminister Jonas Gahr Støre snakket mandag på telefon med USAs president Donald "
      "Trump om NASAMS. – Vi har ikke fått møtet ennå, sa han. \"Når skal de levere 14 missiler "
      "til Ukraina?\" Hæren vil kanskje angripe byen, og kampen i serien ble vunnet.\n");
  const auto reading = reader.Read(article, {});
  ASSERT_NE(reading, nullptr);
  std::set<std::string> without;
  size_t seen = 0;
  for (const auto& view : reading->views) {
    if (view == nullptr) continue;
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      if (!MayEvoke(view->token(at))) continue;
      Features features(true);
      AddEvocationFeatures(*view, at, features);
      seen += features.parts().size();
      without.merge(WithoutWords(features));
    }
  }
  EXPECT_GT(seen, 1000);
  EXPECT_THAT(without, IsEmpty());
}

}  // namespace
}  // namespace norn::ingest
