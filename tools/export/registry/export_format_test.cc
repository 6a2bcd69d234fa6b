#include "tools/export/registry/export_format.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

absl::Status WriteNothing(const graph::GraphRows&, const FormatOptions&, std::ostream&,
                          std::ostream&) {
  return absl::OkStatus();
}

const RegisterExportFormat kWide({.name = "wide", .ending = ".wide.txt", .write = WriteNothing});
const RegisterExportFormat kText({.name = "text", .ending = ".txt", .write = WriteNothing});
const RegisterExportFormat kFolder({.name = "folder", .ending = "/", .write = WriteNothing});

TEST(ExportFormat, AreSortedByName) {
  EXPECT_THAT(ExportFormatNames(), testing::ElementsAre("folder", "text", "wide"));
}

TEST(ExportFormat, AreFoundByName) {
  ASSERT_NE(FindExportFormat("wide"), nullptr);
  EXPECT_EQ(FindExportFormat("wide")->ending, std::string(".wide.txt"));
  EXPECT_EQ(FindExportFormat("wid"), nullptr);
}

TEST(ExportFormat, AreFoundByAFilesEnding) {
  struct Row {
    const char* path;
    const char* format;  // null: none
  };
  for (const Row& row : {Row{"a/b.wide.txt", "wide"}, Row{"a/b/", "folder"}, Row{"a.txt", "text"},
                         Row{"a.dot", nullptr}, Row{"", nullptr}}) {
    const ExportFormat* const found = ExportFormatOfFile(row.path);
    if (row.format == nullptr) {
      EXPECT_EQ(found, nullptr) << row.path;
    } else {
      ASSERT_NE(found, nullptr) << row.path;
      EXPECT_STREQ(found->name, row.format);
    }
  }
}

}  // namespace
}  // namespace norn::tools
