#include "ingest/extract/conformance/facts.h"

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

// "Dahl møtte Koval": a meeting of the two in Oslo for forty minutes, Dahl in office.
proto::Extraction Record() {
  proto::Extraction record;
  const auto add = [&](proto::Entity::Kind kind, const char* name, uint32_t start, uint32_t end) {
    proto::Entity* entity = record.add_entities();
    entity->set_kind(kind);
    entity->set_name(name);
    if (end > 0) {
      proto::Span* span = entity->add_mentions();
      span->set_start(start);
      span->set_end(end);
    }
  };
  add(proto::Entity::PERSON, "Jens Dahl", 0, 4);
  add(proto::Entity::PERSON, "Olena Koval", 12, 17);
  add(proto::Entity::PLACE, "Oslo", 0, 0);
  add(proto::Entity::STATE, "Norge", 0, 0);
  proto::EventClaim* event = record.add_events();
  event->set_type("meeting");
  event->set_status("happened");
  event->mutable_date()->set_from("2025-07-03");
  event->mutable_date()->set_to("2025-07-03");
  for (uint32_t entity : {0u, 1u}) {
    proto::Participant* participant = event->add_participants();
    participant->set_entity(entity);
    participant->set_role(entity == 0 ? "host" : "participant");
  }
  event->set_place(3);
  event->set_duration_minutes(40);
  proto::OfficeClaim* office = record.add_offices();
  office->set_holder(0);
  office->set_of(3);
  office->set_title("statsminister");
  return record;
}

TEST(FactsTest, WritesFactsAsExpectationsAreWritten) {
  EXPECT_EQ(FactsOf(Record()),
            (std::vector<std::string>{"meeting happened 2025-07-03 Jens Dahl + Olena Koval "
                                      "duration=40 host=Jens Dahl place=Oslo",
                                      "office Jens Dahl statsminister Norge",
                                      "actor Jens Dahl person", "actor Olena Koval person",
                                      "actor Oslo place", "actor Norge state"}));
}

TEST(FactsTest, HoldsWhatTheRecordSays) {
  for (const std::string& line : FactsOf(Record())) {
    EXPECT_TRUE(Mismatches({line}, Record()).empty()) << line;
  }
  for (const char* line : {"meeting happened Olena Koval + Jens Dahl", "no call", "duration 40",
                           "place Oslo", "meeting happened Jens Dahl + Olena Koval place=Oslo"}) {
    EXPECT_TRUE(Mismatches({line}, Record()).empty()) << line;
  }
}

TEST(FactsTest, RefusesWhatTheRecordDoesNotSay) {
  for (const char* line :
       {"nothing", "no meeting", "duration 41", "place Kyiv", "actor Oslo state",
        "office Jens Dahl statsminister Sverige", "meeting planned Jens Dahl + Olena Koval",
        "call happened Jens Dahl + Olena Koval", "meeting happened Jens Dahl",
        "meeting happened 2025-07-04 Jens Dahl + Olena Koval",
        "meeting happened Jens Dahl + Olena Koval place=Kyiv",
        "meeting happened Jens Dahl + Olena Koval killed=1"}) {
    EXPECT_FALSE(Mismatches({line}, Record()).empty()) << line;
  }
}

TEST(FactsTest, EveryEventIsExpectedOnce) {
  proto::Extraction record = Record();
  *record.add_events() = record.events(0);
  const std::string line = "meeting happened Jens Dahl + Olena Koval";
  EXPECT_EQ(Mismatches({line}, record).size(), 1u);
  EXPECT_TRUE(Mismatches({line, line}, record).empty());
}

TEST(FactsTest, ShowsEntitiesInTheText) {
  EXPECT_EQ(Annotated("Dahl møtte Koval.", Record()), "[Dahl|person] møtte [Koval|person].");
}

}  // namespace
}  // namespace norn::ingest
