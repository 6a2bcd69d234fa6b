#include "ingest/extract/claims/role_filling.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Features Of(const std::string& name) {
  Features features;
  features.Add(name);
  return features;
}

// With one weight a feature, in natural logarithms.
void AddScorer(absl::string_view name, const std::map<std::string, int>& weights,
               ScorerSet& scorers) {
  Scorer& scorer = *scorers.add_scorer();
  scorer.set_name(std::string(name));
  scorer.add_label("meant");
  scorer.add_bias(0);
  std::vector<std::pair<uint64_t, int>> rows;
  for (const auto& [name, weight] : weights) rows.push_back({Of(name).hashes()[0], weight * 1024});
  std::sort(rows.begin(), rows.end());
  for (const auto& [hash, weight] : rows) {
    scorer.add_feature(static_cast<uint32_t>(hash));
    const auto bits = static_cast<uint16_t>(static_cast<int16_t>(weight));
    scorer.mutable_weights()->push_back(static_cast<char>(bits & 0xFF));
    scorer.mutable_weights()->push_back(static_cast<char>(bits >> 8));
  }
}

ScorerModels Models() {
  ScorerSet scorers;
  scorers.set_format_version(kScorerFormatVersion);
  const std::map<std::string, int> weights = {{"sure", 4}, {"likely", 1}, {"unlikely", -3}};
  AddScorer(kMissingRoleScorer, weights, scorers);
  AddScorer(kHolderScorer, weights, scorers);
  AddScorer(kFurtherScorer, weights, scorers);
  return *ScorerModels::FromBytes(scorers.SerializeAsString());
}

MissingRole Ask(const std::string& role, int open, const std::vector<std::string>& features) {
  MissingRole missing;
  missing.role = role;
  missing.open = open;
  for (const std::string& one : features) {
    missing.asked.push_back(static_cast<uint32_t>(missing.asked.size()) + 10);
    missing.features.push_back(Of(one));
  }
  return missing;
}

std::vector<std::string> Filled(const EventDraft& event) {
  std::vector<std::string> filled;
  for (const proto::Participant& one : event.claim.participants()) {
    filled.push_back(one.role() + " " + std::to_string(one.entity()));
  }
  return filled;
}

class RoleFillingTest : public testing::Test {
 protected:
  std::vector<std::string> Fill(const MissingRole& missing, bool by_rules = false) {
    std::vector<EventDraft> events(1);
    events[0].evidence.by_rules = by_rules;
    if (missing.holder) {
      proto::Participant* participant = events[0].claim.add_participants();
      participant->set_entity(*missing.holder);
      participant->set_role(missing.role);
    }
    FillMissingRoles(models_, {missing}, events);
    inferred_ = events[0].evidence.inferred_roles;
    return Filled(events[0]);
  }
  // The first of those asked has the role.
  static MissingRole Held(const std::vector<std::string>& features) {
    MissingRole missing = Ask("supplier", 1, features);
    missing.vacancy = Vacancy::kHeld;
    missing.holder = missing.asked[0];
    return missing;
  }

  const ScorerModels models_ = Models();
  uint32_t inferred_ = 0;
};

TEST_F(RoleFillingTest, TheLikeliestActorGetsTheRole) {
  EXPECT_THAT(Fill(Ask("supplier", 1, {"unlikely", "sure", "likely"})), ElementsAre("supplier 11"));
  EXPECT_EQ(inferred_, 1);
}

TEST_F(RoleFillingTest, NobodyGetsItWhereNobodyIsLikely) {
  EXPECT_THAT(Fill(Ask("supplier", 1, {"unlikely", "unlikely"})), IsEmpty());
  EXPECT_THAT(Fill(Ask("supplier", 1, {})), IsEmpty());
  EXPECT_EQ(inferred_, 0);
}

TEST_F(RoleFillingTest, WhatRulesFoundNeedsMore) {
  EXPECT_THAT(Fill(Ask("target", 1, {"likely"})), ElementsAre("target 10"));
  EXPECT_THAT(Fill(Ask("target", 1, {"likely"}), true), IsEmpty());
  EXPECT_THAT(Fill(Ask("target", 1, {"sure"}), true), ElementsAre("target 10"));
}

TEST_F(RoleFillingTest, AConversationMayLackBothPartners) {
  EXPECT_THAT(Fill(Ask("participant", 2, {"sure", "unlikely", "sure"})),
              ElementsAre("participant 10", "participant 12"));
}

TEST_F(RoleFillingTest, WhoeverIsMuchLikelierTakesTheHoldersPlace) {
  EXPECT_THAT(Fill(Held({"unlikely", "sure"})), ElementsAre("supplier 11"));
  EXPECT_EQ(inferred_, 1);
}

TEST_F(RoleFillingTest, TheHolderStaysWhereNobodyIsMuchLikelier) {
  for (const std::vector<std::string>& features : std::vector<std::vector<std::string>>{
           {"sure", "likely"}, {"likely", "likely"}, {"unlikely", "unlikely"}, {"unlikely"}}) {
    EXPECT_THAT(Fill(Held(features)), ElementsAre("supplier 10"));
    EXPECT_EQ(inferred_, 0);
  }
}

TEST_F(RoleFillingTest, WhomRulesFoundStays) {
  EXPECT_THAT(Fill(Held({"unlikely", "sure"}), true), ElementsAre("supplier 10"));
}

TEST_F(RoleFillingTest, OneMoreTakesPartWhoIsLikelierThanNot) {
  for (const auto& [feature, takes_part] :
       std::map<std::string, bool>{{"sure", true}, {"likely", true}, {"unlikely", false}}) {
    MissingRole further = Ask("participant", 1, {feature});
    further.vacancy = Vacancy::kFurther;
    EXPECT_EQ(Fill(further).size(), takes_part ? 1 : 0) << feature;
    EXPECT_EQ(inferred_, 0);
  }
}

TEST_F(RoleFillingTest, NobodyTakesPartTwice) {
  std::vector<EventDraft> events(1);
  for (const uint32_t entity : {10, 11}) {
    events[0].claim.add_participants()->set_entity(entity);
    events[0].claim.mutable_participants()->rbegin()->set_role("participant");
  }
  FillMissingRoles(models_, {Held({"unlikely", "sure"})}, events);
  EXPECT_THAT(Filled(events[0]), ElementsAre("participant 10", "participant 11"));
}

TEST_F(RoleFillingTest, WithoutScorersNothingChanges) {
  std::vector<EventDraft> events(1);
  FillMissingRoles(ScorerModels(), {Ask("target", 1, {"sure"})}, events);
  EXPECT_THAT(Filled(events[0]), IsEmpty());
}

}  // namespace
}  // namespace norn::ingest
