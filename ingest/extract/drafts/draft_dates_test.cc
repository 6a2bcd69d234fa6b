#include "ingest/extract/drafts/draft_dates.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

DayRange Published() { return *ParseIsoDate("2025-07-14"); }

EventDraft Meeting() {
  EventDraft draft;
  draft.claim.set_type("meeting");
  draft.claim.set_status("happened");
  return draft;
}

EventDraft On(const std::string& day) {
  EventDraft draft = Meeting();
  SetRange(*ParseIsoDate(day), *draft.claim.mutable_date());
  draft.claim.mutable_date()->set_derivation("date");
  return draft;
}

// "2025-07-03", "2025-07-01..2025-07-14".
std::string DateOf(const EventDraft& draft) {
  const proto::DateRange& date = draft.claim.date();
  return date.from() == date.to() ? date.from() : absl::StrCat(date.from(), "..", date.to());
}

std::string Coarse(EventDraft draft) {
  std::vector<EventDraft> events = {std::move(draft)};
  SetCoarseDates(LexiconSet::BuiltIn().events(), Published(), events);
  return DateOf(events[0]);
}

TEST(DraftDatesTest, EitherEndTellsTheOthersDate) {
  std::vector<EventDraft> forward = {Meeting(), On("2025-07-01")};
  ResolveRelativeDates({{0, 1, 2}}, forward);
  EXPECT_EQ(DateOf(forward[0]), "2025-07-03");
  EXPECT_EQ(forward[0].claim.date().derivation(), "days from another event, date");
  std::vector<EventDraft> back = {On("2025-07-03"), Meeting()};
  ResolveRelativeDates({{0, 1, 2}}, back);
  EXPECT_EQ(DateOf(back[1]), "2025-07-01");
}

TEST(DraftDatesTest, DatesThatContradictStay) {
  std::vector<EventDraft> events = {On("2025-07-10"), On("2025-07-01")};
  ResolveRelativeDates({{0, 1, 2}}, events);
  EXPECT_EQ(DateOf(events[0]), "2025-07-10");
  EXPECT_EQ(DateOf(events[1]), "2025-07-01");
}

TEST(DraftDatesTest, NewsWithoutADateIsOfTheMonthUpToItsPublication) {
  EXPECT_EQ(Coarse(Meeting()), "2025-07-01..2025-07-14");
}

TEST(DraftDatesTest, WhatIsNoNewsStaysUndated) {
  EventDraft background = Meeting();
  background.is_background = true;
  EventDraft unknown = Meeting();
  unknown.has_unknown_date = true;
  EventDraft later = Meeting();
  later.is_in_preterite = true;
  later.first_sentence = 2;
  EventDraft denied = Meeting();
  denied.claim.set_status("denied");
  for (const EventDraft& draft : {background, unknown, later, denied}) {
    EXPECT_EQ(Coarse(draft), "");
  }
}

TEST(DraftDatesTest, TheDateOfTheSentenceBeforeGoesBeforeTheMonth) {
  EventDraft draft = Meeting();
  draft.carried_date = On("2025-07-02").claim.date();
  EXPECT_EQ(Coarse(draft), "2025-07-02");
}

TEST(DraftDatesTest, WhatHappenedHappenedBeforeItWasPublished) {
  EventDraft draft = Meeting();
  SetRange({absl::CivilDay(2025, 7, 1), absl::CivilDay(2025, 7, 31)}, *draft.claim.mutable_date());
  EXPECT_EQ(Coarse(draft), "2025-07-01..2025-07-14");
  draft.claim.set_status("planned");
  EXPECT_EQ(Coarse(draft), "2025-07-01..2025-07-31");
}

}  // namespace
}  // namespace norn::ingest
