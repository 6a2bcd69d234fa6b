#include "tools/rebuild/export_ledger.h"

#include <filesystem>
#include <fstream>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;

class ExportLedgerTest : public testing::Test {
 protected:
  ExportLedgerTest() {
    fs::remove_all(graph_);
    fs::create_directories(graph_);
  }
  ~ExportLedgerTest() override { fs::remove_all(graph_); }

  const std::string graph_ = testing::TempDir() + "/export_ledger_test";
};

TEST_F(ExportLedgerTest, RemembersWhatEachOutputWasMadeFrom) {
  const std::string odd = "a \\ path\nof two lines.svg";
  {
    ExportLedger ledger = ExportLedger::Read(graph_);
    EXPECT_FALSE(ledger.Knows("a.svg"));
    ASSERT_TRUE(ledger.Record("a.svg", "one").ok());
    ASSERT_TRUE(ledger.Record("a.svg", "two").ok());
    ASSERT_TRUE(ledger.Record(odd, "three").ok());
  }
  const ExportLedger ledger = ExportLedger::Read(graph_);
  EXPECT_TRUE(ledger.Knows("a.svg"));
  EXPECT_FALSE(ledger.IsCurrent("a.svg", "one"));
  EXPECT_TRUE(ledger.IsCurrent("a.svg", "two"));
  EXPECT_TRUE(ledger.IsCurrent(odd, "three"));
  EXPECT_FALSE(ledger.IsCurrent("b.svg", "two"));
}

TEST_F(ExportLedgerTest, OfADamagedLedgerNothingIsKnown) {
  std::ofstream(graph_ + "/EXPORTS") << "nonsense\n\n" << std::string(64, 'a') << "\n";
  ExportLedger ledger = ExportLedger::Read(graph_);
  EXPECT_FALSE(ledger.Knows("nonsense"));
  EXPECT_TRUE(ledger.Record("a.svg", "one").ok());
  EXPECT_TRUE(ExportLedger::Read(graph_).IsCurrent("a.svg", "one"));
}

}  // namespace
}  // namespace norn::tools
