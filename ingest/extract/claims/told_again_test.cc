#include "ingest/extract/claims/told_again.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/extract/time/day_range.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

// "" has no date.
proto::EventClaim Event(const std::string& type, const std::string& date,
                        const std::vector<uint32_t>& participants, double confidence) {
  proto::EventClaim event;
  event.set_type(type);
  event.set_status("happened");
  event.set_confidence(confidence);
  if (!date.empty()) SetRange(*ParseIsoDate(date), *event.mutable_date());
  for (const uint32_t one : participants) event.add_participants()->set_entity(one);
  return event;
}

// How many are left of an event and a surer one.
size_t Left(proto::EventClaim event, proto::EventClaim surer) {
  return JoinToldAgain({&event, &surer}).size();
}

TEST(ToldAgainTest, WhatASurerEventHoldsIsThatEvent) {
  const proto::EventClaim surer = Event("meeting", "2025-06-14", {1, 2, 3}, 0.8);
  struct Case {
    proto::EventClaim event;
    bool is_same;
  };
  const Case cases[] = {
      {Event("meeting", "2025-06-14", {1, 2, 3}, 0.4), true},
      {Event("meeting", "2025-06-14", {2, 3}, 0.4), true},
      {Event("meeting", "2025-06", {1, 2}, 0.4), true},
      {Event("meeting", "", {1, 2}, 0.4), true},
      {Event("meeting", "2025-06-15", {1, 2}, 0.4), false},
      {Event("meeting", "2025-06-14", {1, 4}, 0.4), false},
      {Event("meeting", "2025-06-14", {1, 2, 3, 4}, 0.4), false},
      {Event("call", "2025-06-14", {1, 2}, 0.4), false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Left(c.event, surer), c.is_same ? 1 : 2) << c.event.DebugString();
  }
}

TEST(ToldAgainTest, AnotherStatusIsAnotherEvent) {
  proto::EventClaim planned = Event("meeting", "2025-06-14", {1, 2}, 0.4);
  planned.set_status("planned");
  EXPECT_EQ(Left(planned, Event("meeting", "2025-06-14", {1, 2}, 0.8)), 2);
}

TEST(ToldAgainTest, TwoWithoutADateStayTwo) {
  EXPECT_EQ(Left(Event("attack", "", {1, 2}, 0.4), Event("attack", "", {1, 2}, 0.8)), 2);
}

TEST(ToldAgainTest, TheSurestGetsTheReportsAndTheMostExactDate) {
  proto::EventClaim a = Event("call", "2025-06-14", {1, 2}, 0.3);
  proto::EventClaim b = Event("call", "2025-06", {1, 2}, 0.9);
  proto::EventClaim c = Event("call", "", {1, 2}, 0.5);
  a.add_reports()->mutable_sentence()->set_start(7);
  b.add_reports()->mutable_sentence()->set_start(7);
  c.add_reports()->mutable_sentence()->set_start(40);
  EXPECT_THAT(JoinToldAgain({&a, &b, &c}), ElementsAre(1));
  ASSERT_EQ(b.reports_size(), 2);
  EXPECT_EQ(b.reports(1).sentence().start(), 40);
  EXPECT_EQ(IsoText(ToDayRange(b.date())), "2025-06-14");
}

TEST(ToldAgainTest, TheOthersKeepTheirOrder) {
  proto::EventClaim a = Event("call", "2025-06-14", {1, 2}, 0.3);
  proto::EventClaim b = Event("call", "2025-06-15", {1, 2}, 0.9);
  EXPECT_THAT(JoinToldAgain({&a, &b}), ElementsAre(0, 1));
}

}  // namespace
}  // namespace norn::ingest
