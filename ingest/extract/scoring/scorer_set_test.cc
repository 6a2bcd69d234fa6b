#include "ingest/extract/scoring/scorer_set.h"

#include <gtest/gtest.h>

#include "ingest/extract/scoring/scoring.pb.h"

namespace norn::ingest {
namespace {

TEST(ScorerModelsTest, TheShippedScorersAreWhole) {
  const ScorerModels& models = ScorerModels::BuiltIn();
  for (const char* name : {"evocation", "role", "status"}) {
    EXPECT_FALSE(models.Get(name).empty()) << name;
  }
  EXPECT_TRUE(models.Get("no such scorer").empty());
}

TEST(ScorerModelsTest, RefusesDamageAndOtherVersions) {
  EXPECT_EQ(ScorerModels::FromBytes("\xff\xff\xff").status().code(), absl::StatusCode::kDataLoss);
  ScorerSet set;
  set.set_format_version(kScorerFormatVersion + 1);
  EXPECT_EQ(ScorerModels::FromBytes(set.SerializeAsString()).status().code(),
            absl::StatusCode::kFailedPrecondition);
  set.set_format_version(kScorerFormatVersion);
  set.add_scorer()->set_name("empty");
  EXPECT_EQ(ScorerModels::FromBytes(set.SerializeAsString()).status().code(),
            absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace norn::ingest
