#include "ingest/lexicon/event_schema.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

EventSchema Schema() {
  Lexicon lexicon;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        event_type {
          type: "dance"
          label: "Dance"
          family: CONVERSATION
          role { name: "participant" generic: true }
          role { name: "host" }
          detail: MINUTES
        }
        event_type {
          type: "shot"
          label: "Shot"
          family: ACT
          role { name: "gun" filler: WEAPON }
          role { name: "host" direction: TO }
          role { name: "shooter" direction: FROM }
        })pb",
      &lexicon));
  return EventSchema(lexicon);
}

TEST(EventSchemaTest, FindsWhatTheDataSaysOfAType) {
  const EventSchema schema = Schema();
  EXPECT_TRUE(schema.IsConversation("dance"));
  EXPECT_FALSE(schema.IsConversation("shot"));
  EXPECT_TRUE(schema.HasDetail("dance", EventType::MINUTES));
  EXPECT_FALSE(schema.HasDetail("shot", EventType::MINUTES));
  EXPECT_EQ(schema.RoleTowards("shot", Role::FROM), "shooter");
  EXPECT_EQ(schema.RoleTowards("shot", Role::TO), "host");
  EXPECT_EQ(schema.RoleTowards("dance", Role::TO), "");
  EXPECT_EQ(schema.GenericRole("dance"), "participant");
  EXPECT_EQ(schema.GenericRole("shot"), "");
}

TEST(EventSchemaTest, ARoleMayMeanSomethingElseInAnotherType) {
  const EventSchema schema = Schema();
  EXPECT_EQ(schema.RoleOf("dance", "host").direction(), Role::NO_DIRECTION);
  EXPECT_EQ(schema.RoleOf("shot", "host").direction(), Role::TO);
  EXPECT_TRUE(schema.IsGeneric("participant"));
  EXPECT_FALSE(schema.IsGeneric("host"));
  EXPECT_TRUE(schema.IsWeaponRole("gun"));
  EXPECT_FALSE(schema.IsWeaponRole("shooter"));
}

TEST(EventSchemaTest, WhatItDoesNotKnowIsOfNoFamilyAndHasNoRoles) {
  const EventSchema schema = Schema();
  EXPECT_EQ(schema.Find("supply"), nullptr);
  EXPECT_EQ(schema.Of("supply").family(), EventType::FAMILY_UNSPECIFIED);
  EXPECT_FALSE(schema.IsConversation("supply"));
  EXPECT_EQ(schema.RoleOf("supply", "gun").filler_size(), 0);
  EXPECT_EQ(schema.RoleOf("shot", "participant").name(), "");
  EXPECT_FALSE(schema.IsGeneric("dancer"));
  EXPECT_FALSE(schema.IsWeaponRole("dancer"));
}

TEST(EventSchemaTest, TheBuiltInTypesAreThoseOfTheGraphsSchema) {
  std::vector<std::string> labels;
  for (const EventType& type : EventSchema::BuiltIn().types()) labels.push_back(type.label());
  EXPECT_THAT(labels, testing::ElementsAre("Call", "Talks", "Meeting", "Supply", "Attack", "Visit",
                                           "Sanction"));
}

}  // namespace
}  // namespace norn::ingest
