// norn backup and norn restore.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

class BackupTest : public testing::Test {
 protected:
  BackupTest() : graph_(folder_.Path("graph")), backup_(folder_.Path("backup")) {
    PublishSmallGraph(graph_);
  }

  Ran Backup() { return RunNorn({"backup", "--graph", graph_, backup_}); }
  Ran Restore() { return RunNorn({"restore", "--graph", graph_, backup_}); }
  static std::string Dump(const std::string& graph) {
    return RunNorn({"export", "--graph", graph, "--format", "jsonl"}).out;
  }

  TempFolder folder_;
  std::string graph_;
  std::string backup_;
};

TEST_F(BackupTest, ABackupIsAGraphAndComesBack) {
  const std::string before = Dump(graph_);
  const Ran backup = Backup();
  EXPECT_EQ(backup.code, 0) << backup.err;
  EXPECT_EQ(RunNorn({"check", "--graph", backup_}).code, 0);
  EXPECT_EQ(Dump(backup_), before);
  PublishGraph(graph_, {});
  ASSERT_NE(Dump(graph_), before);
  EXPECT_EQ(Restore().code, 0);
  EXPECT_EQ(Dump(graph_), before);
  std::filesystem::remove_all(graph_);
  EXPECT_EQ(Restore().code, 0);
  EXPECT_EQ(Dump(graph_), before);
}

TEST_F(BackupTest, WhatWasRolledBackComesBackWhenItIsAskedFor) {
  ASSERT_EQ(Backup().code, 0);
  const std::string before = Dump(graph_);
  std::filesystem::remove_all(graph_);
  PublishGraph(graph_, {});
  PublishSmallGraph(graph_);
  ASSERT_EQ(RunNorn({"rollback", "--graph", graph_}).code, 0);
  EXPECT_EQ(Restore().code, 0);
  EXPECT_EQ(Dump(graph_), before);
}

TEST_F(BackupTest, ADamagedGraphIsNotBackedUpOverASoundOne) {
  ASSERT_EQ(Backup().code, 0);
  const std::string before = Dump(backup_);
  std::filesystem::remove_all(graph_ + "/CURRENT/store");
  const Ran ran = Backup();
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr(graph_));
  EXPECT_EQ(Dump(backup_), before);
}

// Of one generation or the other, whole, whatever is removed while it is read.
TEST_F(BackupTest, ABackupDuringRebuildsIsSound) {
  const std::string small = Dump(graph_);
  std::atomic<bool> is_done{false};
  std::thread rebuilds([&] {
    for (int i = 0; i < 20; ++i) {
      PublishGraph(graph_, {});
      PublishSmallGraph(graph_);
    }
    is_done = true;
  });
  int backups = 0;
  while (!is_done || backups < 10) {
    const Ran backup = Backup();
    EXPECT_EQ(backup.code, 0) << backup.err;
    const std::string dump = Dump(backup_);
    EXPECT_TRUE(dump.empty() || dump == small) << dump;
    ++backups;
  }
  rebuilds.join();
  EXPECT_EQ(RunNorn({"check", "--graph", backup_}).code, 0);
  EXPECT_EQ(RunNorn({"check", "--graph", graph_}).code, 0);
  std::cout << backups << " backups during 40 swaps\n";
}

TEST_F(BackupTest, RefusesPlacesThatWillNotDo) {
  folder_.Write("thesis/a.txt", "dear");
  for (const std::string& place : {folder_.Path("thesis"), folder_.Path("thesis/a.txt")}) {
    backup_ = place;
    EXPECT_EQ(Backup().code, 73) << place;
  }
  for (const std::string& place : {graph_, graph_ + "/generations/backup"}) {
    backup_ = place;
    EXPECT_EQ(Backup().code, 64) << place;
  }
  backup_ = folder_.Path("none");
  EXPECT_EQ(Restore().code, 66);
}

}  // namespace
}  // namespace norn::tests
