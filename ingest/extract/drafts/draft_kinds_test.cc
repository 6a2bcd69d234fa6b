#include "ingest/extract/drafts/draft_kinds.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/extract/drafts/given_drafts.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

const EventSchema& Schema() { return LexiconSet::BuiltIn().events(); }

TEST(DraftKindsTest, TypesDifferInWhatTheyAre) {
  const struct {
    const char* type;
    bool is_transfer;
    bool deed_joins_plan;
    bool has_casualties;
  } cases[] = {
      {"supply", true, true, false},         {"attack", false, false, true},
      {"meeting", false, false, false},      {"call", false, true, false},
      {"no such type", false, false, false},
  };
  for (const auto& one : cases) {
    const EventDraft draft = DraftOf(one.type, "happened", {0, 1});
    EXPECT_EQ(IsTransfer(Schema(), draft.claim), one.is_transfer) << one.type;
    EXPECT_EQ(DeedJoinsPlan(Schema(), draft.claim), one.deed_joins_plan) << one.type;
    EXPECT_EQ(HasCasualties(Schema(), draft.claim), one.has_casualties) << one.type;
  }
}

TEST(DraftKindsTest, ADefiniteNounPointsAtADeliveryThatWasMade) {
  EventDraft draft = DraftOf("supply", "happened", {});
  draft.is_definite = draft.is_noun = true;
  EXPECT_TRUE(PointsAtTransfer(Schema(), draft));
  EventDraft planned = draft;
  planned.claim.set_status("planned");
  EXPECT_FALSE(PointsAtTransfer(Schema(), planned));
  EventDraft indefinite = draft;
  indefinite.is_definite = false;
  EXPECT_FALSE(PointsAtTransfer(Schema(), indefinite));
  EventDraft meeting = draft;
  meeting.claim.set_type("meeting");
  EXPECT_FALSE(PointsAtTransfer(Schema(), meeting));
}

TEST(DraftKindsTest, AConversationNeedsTwo) {
  EXPECT_TRUE(LacksPartner(Schema(), DraftOf("meeting", "happened", {0})));
  EXPECT_FALSE(LacksPartner(Schema(), DraftOf("meeting", "happened", {0, 1})));
  EXPECT_FALSE(LacksPartner(Schema(), DraftOf("attack", "happened", {0})));
}

TEST(DraftKindsTest, OfSeveralInARoleTheLastIsMeant) {
  EventDraft draft = DraftOf("attack", "happened", {3, 5});
  EXPECT_EQ(InRole(draft.claim, "participant"), 5);
  EXPECT_EQ(InRole(draft.claim, "attacker"), std::nullopt);
}

}  // namespace
}  // namespace norn::ingest
