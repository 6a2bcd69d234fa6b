#include "ingest/extract/drafts/event_compatibility.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

using Roles = std::vector<std::pair<std::string, uint32_t>>;

const EventSchema& Schema() { return LexiconSet::BuiltIn().events(); }

proto::EventClaim ClaimOf(const std::string& type, const Roles& roles,
                          const std::string& medium = "") {
  proto::EventClaim claim;
  claim.set_type(type);
  claim.set_status("happened");
  claim.set_medium(medium);
  for (const auto& [role, entity] : roles) {
    proto::Participant& one = *claim.add_participants();
    one.set_role(role);
    one.set_entity(entity);
  }
  return claim;
}

proto::EventClaim On(const std::string& date) {
  proto::EventClaim claim = ClaimOf("meeting", {});
  SetRange(*ParseIsoDate(date), *claim.mutable_date());
  return claim;
}

TEST(EventCompatibilityTest, TalksMayBeACallOrAMeeting) {
  const struct {
    proto::EventClaim a;
    proto::EventClaim b;
    bool agree;
  } cases[] = {
      {ClaimOf("talks", {}), ClaimOf("meeting", {}), true},
      {ClaimOf("talks", {}), ClaimOf("call", {}, "telephone"), true},
      {ClaimOf("call", {}), ClaimOf("meeting", {}), true},
      {ClaimOf("call", {}, "telephone"), ClaimOf("meeting", {}), false},
      {ClaimOf("talks", {}), ClaimOf("attack", {}), false},
      {ClaimOf("attack", {}), ClaimOf("attack", {}), true},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(TypesAgree(Schema(), one.a, one.b), one.agree) << one.a.type() << one.b.type();
    EXPECT_EQ(TypesAgree(Schema(), one.b, one.a), one.agree) << one.a.type() << one.b.type();
  }
}

TEST(EventCompatibilityTest, WhatIsAheadAgrees) {
  EXPECT_TRUE(StatusesAgree("planned", "proposed"));
  EXPECT_TRUE(StatusesAgree("denied", "denied"));
  EXPECT_FALSE(StatusesAgree("planned", "happened"));
}

TEST(EventCompatibilityTest, DatesAgreeWhereADayIsLeft) {
  EXPECT_TRUE(DatesAgree(On("2025-07"), On("2025-07-04")));
  EXPECT_FALSE(DatesAgree(On("2025-07-03"), On("2025-07-04")));
  EXPECT_TRUE(DatesAgree(On("2025-07-03"), ClaimOf("meeting", {})));
}

TEST(EventCompatibilityTest, AConversationIsOfTheSamePeople) {
  const Roles two = {{"participant", 0}, {"participant", 1}};
  EXPECT_TRUE(RolesAgree(Schema(), ClaimOf("meeting", two),
                         ClaimOf("meeting", {{"host", 1}, {"participant", 0}})));
  EXPECT_FALSE(
      RolesAgree(Schema(), ClaimOf("meeting", two), ClaimOf("meeting", {{"participant", 0}})));
}

TEST(EventCompatibilityTest, OtherEventsShareARoleAndNoneIsAnothers) {
  const proto::EventClaim attack = ClaimOf("attack", {{"attacker", 0}, {"target", 1}});
  EXPECT_TRUE(RolesAgree(Schema(), attack, ClaimOf("attack", {{"target", 1}})));
  EXPECT_FALSE(RolesAgree(Schema(), attack, ClaimOf("attack", {{"attacker", 2}, {"target", 1}})));
  EXPECT_FALSE(RolesAgree(Schema(), attack, ClaimOf("attack", {})));
  EXPECT_TRUE(RolesConflict(attack, ClaimOf("attack", {{"attacker", 2}})));
  EXPECT_TRUE(RolesConflict(attack, ClaimOf("attack", {{"attacker", 1}})));  // struck by itself
  EXPECT_FALSE(RolesConflict(attack, ClaimOf("attack", {})));
}

TEST(EventCompatibilityTest, MergingAddsWhatIsMissingAndNarrows) {
  proto::EventClaim into = On("2025-07");
  into.set_type("talks");
  into.set_status("planned");
  into.set_killed(2);
  into.set_confidence(0.5);
  into.add_reports();
  proto::EventClaim from = On("2025-07-04");
  from.set_killed(3);
  from.set_place(1);
  from.set_confidence(0.9);
  from.add_reports();
  proto::Participant& one = *from.add_participants();
  one.set_entity(4);
  MergeClaim(Schema(), from, into);
  EXPECT_EQ(into.type(), "meeting");
  EXPECT_EQ(into.status(), "happened");
  EXPECT_EQ(IsoText(ToDayRange(into.date())), "2025-07-04");
  EXPECT_EQ(into.killed(), 2);
  EXPECT_EQ(into.place(), 1);
  EXPECT_EQ(into.confidence(), 0.9);
  EXPECT_EQ(into.reports_size(), 2);
  EXPECT_EQ(into.participants_size(), 1);
  MergeClaim(Schema(), from, into);
  EXPECT_EQ(into.participants_size(), 1);
}

}  // namespace
}  // namespace norn::ingest
