#include "tests/support/power_loss.h"

#include <filesystem>
#include <random>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/logged_call.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using ::testing::UnorderedElementsAre;

class PowerLossTest : public testing::Test {
 protected:
  PowerLossTest() {
    folder_.Write("disk/old.txt", "old");
    disk_ = folder_.Path("disk");
  }
  void Log(char what, uint64_t file, int64_t at, const std::string& one,
           const std::string& two = "") {
    const LoggedCall call = {what, file, at, static_cast<uint32_t>(one.size()),
                             static_cast<uint32_t>(two.size())};
    absl::StrAppend(&log_, std::string(reinterpret_cast<const char*>(&call), sizeof(call)), one,
                    two);
  }
  // Of each state that was met, all files with what they hold.
  std::set<std::string> States() {
    std::set<std::string> states;
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
      PowerLoss disk(disk_);
      disk.Replay(log_, PowerLoss::CountCalls(log_));
      const std::string found = folder_.Path(absl::StrCat("found", i));
      disk.WriteTo(found, random);
      std::string state;
      for (const auto& entry : std::filesystem::directory_iterator(found)) {
        absl::StrAppend(&state, entry.path().filename().string(), "=", ReadFile(entry.path()), " ");
      }
      states.insert(state);
      std::filesystem::remove_all(found);
    }
    return states;
  }

  TempFolder folder_;
  std::string disk_;
  std::string log_;
};

TEST_F(PowerLossTest, WhatWasNotSyncedMayBeThereInPart) {
  Log('C', 1, 0, disk_ + "/a");
  Log('W', 1, 0, "x");
  EXPECT_THAT(States(), UnorderedElementsAre(
                            "old.txt=old ", testing::AnyOf("a= old.txt=old ", "old.txt=old a= "),
                            testing::AnyOf("a=x old.txt=old ", "old.txt=old a=x ")));
}

TEST_F(PowerLossTest, ARenameBeforeItsFileIsSyncedMayGiveAnEmptyFile) {
  Log('C', 1, 0, disk_ + "/tmp");
  Log('W', 1, 0, "new");
  Log('R', 0, 0, disk_ + "/tmp", disk_ + "/old.txt");
  Log('D', 0, 0, disk_);
  EXPECT_THAT(States(),
              UnorderedElementsAre("old.txt= ", "old.txt=n ", "old.txt=ne ", "old.txt=new "));
}

TEST_F(PowerLossTest, SyncedInOrderThereIsTheOldOrTheNew) {
  Log('C', 1, 0, disk_ + "/tmp");
  Log('W', 1, 0, "new");
  Log('S', 1, 0, "");
  Log('D', 0, 0, disk_);
  Log('R', 0, 0, disk_ + "/tmp", disk_ + "/old.txt");
  EXPECT_THAT(States(),
              UnorderedElementsAre(testing::AnyOf("old.txt=old tmp=new ", "tmp=new old.txt=old "),
                                   "old.txt=new "));
}

}  // namespace
}  // namespace norn::tests
