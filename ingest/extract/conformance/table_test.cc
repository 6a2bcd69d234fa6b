#include "ingest/extract/conformance/table.h"

#include "absl/status/status.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(ConformanceTableTest, ReadsCasesInOrderWithTheirLines) {
  const auto cases = ParseConformanceTable(
      "# Calls.\n"
      "\n"
      "# first\npublished: 2025-07-04\nOne sentence.\nAnother one.\n=> nothing\n=> no call\n"
      "\n\n"
      "# second\nText.\n=> place Oslo\n");
  ASSERT_TRUE(cases.ok()) << cases.status();
  ASSERT_EQ(cases->size(), 2u);
  EXPECT_EQ(cases->at(0).line, 3);
  EXPECT_EQ(cases->at(0).label, "first");
  EXPECT_EQ(cases->at(0).published, "2025-07-04");
  EXPECT_EQ(cases->at(0).text, "One sentence. Another one.");
  EXPECT_EQ(cases->at(0).expected, (std::vector<std::string>{"nothing", "no call"}));
  EXPECT_EQ(cases->at(1).line, 11);
  EXPECT_EQ(cases->at(1).published, "");
}

TEST(ConformanceTableTest, RefusesCasesThatAreNotWhole) {
  for (const char* table :
       {"Text.\n=> nothing\n", "# no text\n=> nothing\n", "# nothing\nText.\n"}) {
    const auto cases = ParseConformanceTable(table);
    EXPECT_EQ(cases.status().code(), absl::StatusCode::kInvalidArgument) << table;
    EXPECT_NE(cases.status().message().find("line 1"), absl::string_view::npos) << table;
  }
}

}  // namespace
}  // namespace norn::ingest
