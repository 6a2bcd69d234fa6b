#include "ingest/extract/drafts/earlier_events.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "ingest/extract/drafts/given_drafts.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

class EarlierEventsTest : public testing::Test {
 protected:
  void Tell(EventDraft event) {
    recency_.push_back(events_.size());
    events_.push_back(std::move(event));
  }

  EarlierEvents Earlier() const {
    return EarlierEvents(LexiconSet::BuiltIn().events(), mentioned_, events_, recency_);
  }

  MentionedEntities mentioned_;
  std::vector<EventDraft> events_;
  std::vector<size_t> recency_;
};

TEST_F(EarlierEventsTest, TheSameIsOfTheSamePeopleAndStatus) {
  Tell(DraftOf("meeting", "happened", {0, 1}, 0));
  EXPECT_EQ(Earlier().FindSame(DraftOf("meeting", "happened", {0, 1}, 5)), 0);
  EXPECT_FALSE(Earlier().FindSame(DraftOf("meeting", "happened", {0, 2}, 5)));
  EXPECT_FALSE(Earlier().FindSame(DraftOf("meeting", "denied", {0, 1}, 5)));
  EXPECT_FALSE(Earlier().FindSame(DraftOf("attack", "happened", {0, 1}, 5)));
}

TEST_F(EarlierEventsTest, ADefiniteNounMayNameSomeOfThoseWhoMet) {
  Tell(DraftOf("meeting", "happened", {0, 1, 2}, 0));
  EventDraft draft = DraftOf("meeting", "happened", {0, 1}, 5);
  draft.is_definite = true;
  draft.is_noun = true;
  EXPECT_EQ(Earlier().FindSame(draft), 0);
  EXPECT_EQ(Earlier().FindAntecedent(draft), 0);
}

TEST_F(EarlierEventsTest, WordsPointAtTheEventSpokenOfLast) {
  Tell(DraftOf("meeting", "happened", {0, 1}, 0));
  Tell(DraftOf("meeting", "happened", {0, 2}, 1));
  EventDraft draft = DraftOf("meeting", "happened", {0}, 2);
  EXPECT_EQ(Earlier().FindAntecedent(draft), 1);
  recency_ = {1, 0};
  EXPECT_EQ(Earlier().FindAntecedent(draft), 0);
}

TEST_F(EarlierEventsTest, WhatRulesFoundGoesBeforeWhatMayHaveBeenTold) {
  Tell(DraftOf("meeting", "happened", {0, 1}, 0));
  EventDraft scored = DraftOf("meeting", "happened", {0, 1}, 1);
  scored.evidence.by_rules = false;
  Tell(scored);
  EXPECT_EQ(Earlier().FindAntecedent(DraftOf("meeting", "happened", {0}, 2)), 0);
}

TEST_F(EarlierEventsTest, WordsForHarmBelongToAnAttackNearBy) {
  Tell(DraftOf("attack", "happened", {0, 1}, 0));
  EXPECT_EQ(Earlier().FindOpenEvent(DraftOf("attack", "happened", {}, kCounterpartReach)), 0);
  EXPECT_FALSE(Earlier().FindOpenEvent(DraftOf("attack", "happened", {}, kCounterpartReach + 1)));
  EXPECT_FALSE(Earlier().FindOpenEvent(DraftOf("attack", "planned", {}, 1)));
}

TEST_F(EarlierEventsTest, AnOpenMeetingIsTheOneToldOfJustBefore) {
  EXPECT_FALSE(Earlier().FindOpenMeeting(DraftOf("meeting", "happened", {2}, 1)));
  Tell(DraftOf("meeting", "happened", {0, 1}, 0));
  EXPECT_EQ(Earlier().FindOpenMeeting(DraftOf("meeting", "happened", {2}, 1)), 0);
  Tell(DraftOf("attack", "happened", {0, 1}, 1));
  EXPECT_FALSE(Earlier().FindOpenMeeting(DraftOf("meeting", "happened", {2}, 1)));
}

TEST_F(EarlierEventsTest, ANounBeforeItsEventMeansOneOfPeopleNamedByThen) {
  mentioned_.mentions.resize(2);
  for (const uint32_t entity : {0U, 1U}) {
    mentioned_.mentions[entity].emplace_back().entities = {entity};
  }
  Tell(DraftOf("meeting", "happened", {0, 1}, 4));
  EXPECT_FALSE(Earlier().FindLater(DraftOf("meeting", "happened", {}, 0)));
  EXPECT_EQ(Earlier().FindLater(DraftOf("meeting", "happened", {}, 1)), 0);
}

}  // namespace
}  // namespace norn::ingest
