#include "ingest/extract/drafts/draft_joining.h"

#include <gtest/gtest.h>

#include <vector>

#include "ingest/extract/drafts/given_drafts.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

const EventSchema& Schema() { return LexiconSet::BuiltIn().events(); }

TEST(DraftJoiningTest, KeepsAllReportsAndTheSurerEvidence) {
  EventDraft event = DraftOf("meeting", "happened", {0, 1});
  event.evidence.evocation = 10;
  event.evidence.words = {"møte"};
  EventDraft draft = DraftOf("meeting", "happened", {0, 1});
  draft.evidence.evocation = 20;
  draft.evidence.words = {"treffe"};
  draft.sentence = 3;
  JoinDraft(Schema(), draft, event);
  EXPECT_EQ(event.claim.reports_size(), 2);
  EXPECT_EQ(event.claim.participants_size(), 2);
  EXPECT_EQ(event.evidence.evocation, 20);
  EXPECT_EQ(event.evidence.words.size(), 2);
  EXPECT_EQ(event.evidence.drafts, 2);
  EXPECT_EQ(event.sentence, 3);
}

TEST(DraftJoiningTest, WhatOnlyPointsAtAnEventLeavesItsStatus) {
  EventDraft event = DraftOf("meeting", "happened", {0, 1});
  JoinDraft(Schema(), DraftOf("meeting", "planned", {0}), event);
  EXPECT_EQ(event.claim.status(), "happened");
}

TEST(DraftJoiningTest, WhatRulesFoundKeepsItsType) {
  EventDraft event = DraftOf("meeting", "happened", {0, 1});
  EventDraft scored = DraftOf("call", "happened", {0, 1});
  scored.evidence.by_rules = false;
  scored.evidence.by_scorers = true;
  JoinDraft(Schema(), scored, event);
  EXPECT_EQ(event.claim.type(), "meeting");
  EventDraft found = DraftOf("call", "happened", {0, 1});
  JoinDraft(Schema(), found, scored);
  EXPECT_EQ(scored.claim.type(), "call");
}

TEST(DraftJoiningTest, TwinsAreOneEvent) {
  const EventDraft one = DraftOf("meeting", "happened", {0, 1});
  EventDraft again = one;
  again.is_another = true;
  const struct {
    std::vector<EventDraft> events;
    size_t left;
  } cases[] = {
      {{one, one}, 1},
      {{one, DraftOf("meeting", "happened", {0, 2})}, 2},
      {{one, DraftOf("meeting", "planned", {0, 1})}, 2},
      {{one, DraftOf("call", "happened", {0, 1})}, 2},
      {{one, again}, 2},
      // Attacks follow one another.
      {{DraftOf("attack", "happened", {0, 1}), DraftOf("attack", "happened", {0, 1})}, 2},
  };
  for (const auto& one_case : cases) {
    std::vector<EventDraft> events = one_case.events;
    JoinTwins(Schema(), 10, events);
    EXPECT_EQ(events.size(), one_case.left);
  }
  std::vector<EventDraft> many = {one, one, one};
  JoinTwins(Schema(), 2, many);
  EXPECT_EQ(many.size(), 2);
}

}  // namespace
}  // namespace norn::ingest
