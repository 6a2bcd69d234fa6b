#include "tools/rebuild/after_publish.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class AfterPublishTest : public testing::Test {
 protected:
  AfterPublishTest() : folder_(fs::path(testing::TempDir()) / "after_publish_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "graph");
    config_.set_graph((folder_ / "graph").string());
    manifest_.set_generation(7);
  }
  absl::Status Run(const std::string& command) {
    config_.set_after_publish(command);
    return RunAfterPublish(config_, manifest_, stop_);
  }
  std::string Told() {
    std::ifstream in(folder_ / "told");
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string Tell() {
    return "echo $NORN_GRAPH $NORN_GENERATION >> " + (folder_ / "told").string();
  }

  fs::path folder_;
  proto::RebuildConfig config_;
  proto::Manifest manifest_;
  std::atomic<bool> stop_{false};
};

TEST_F(AfterPublishTest, IsToldTheGraphAndTheGenerationOnceForEach) {
  const std::string line = config_.graph() + " 7\n";
  EXPECT_EQ(Run(Tell()), absl::OkStatus());
  EXPECT_EQ(Run(Tell()), absl::OkStatus());
  EXPECT_EQ(Told(), line);
  config_.add_export_()->set_output("calls.svg");
  EXPECT_EQ(Run(Tell()), absl::OkStatus());
  EXPECT_EQ(Told(), line + line);
  manifest_.set_generation(8);
  EXPECT_EQ(Run(Tell()), absl::OkStatus());
  EXPECT_EQ(Told(), line + line + config_.graph() + " 8\n");
}

TEST_F(AfterPublishTest, WhatFailsIsSaidAndTriedAgain) {
  EXPECT_THAT(Run("exit 3").message(), HasSubstr("ended with 3: exit 3"));
  EXPECT_THAT(Run("kill -9 $$").message(), HasSubstr("ended by signal 9"));
  const std::string later = "test -e " + (folder_ / "ready").string() + " && " + Tell();
  EXPECT_FALSE(Run(later).ok());
  std::ofstream(folder_ / "ready") << "";
  EXPECT_EQ(Run(later), absl::OkStatus());
}

TEST_F(AfterPublishTest, NoCommandIsNoFailure) { EXPECT_EQ(Run(""), absl::OkStatus()); }

}  // namespace
}  // namespace norn::tools
