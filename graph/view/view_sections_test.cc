#include "graph/view/view_sections.h"

#include <array>
#include <cstring>
#include <string>

#include "graph/view/block_guard.h"
#include "gtest/gtest.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using view_format::Header;
using view_format::SectionRecord;
using Table = std::array<SectionRecord, view_format::kSectionCount>;

std::string Assembled(ViewSections& sections) {
  std::string bytes;
  const absl::Status status = sections.Assemble({3, 2, 1, 0}, [&bytes](absl::string_view piece) {
    bytes.append(piece.data(), piece.size());
  });
  EXPECT_TRUE(status.ok()) << status;
  return bytes;
}

Header HeaderOf(const std::string& bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  return header;
}

Table TableOf(const std::string& bytes) {
  Table table;
  std::memcpy(table.data(), bytes.data() + sizeof(Header), sizeof(table));
  return table;
}

TEST(ViewSectionsTest, TheTableSaysWhereEachSectionIs) {
  ViewSections sections("");
  sections[view_format::kTargets].AppendNumber(uint32_t{7});
  sections[view_format::kStringBytes].Append("Fram");
  const std::string bytes = Assembled(sections);
  const Header header = HeaderOf(bytes);
  EXPECT_EQ(header.file_size, bytes.size());
  EXPECT_EQ(header.sections, view_format::kSectionCount);
  const Table table = TableOf(bytes);
  EXPECT_EQ(header.table_checksum, XXH3_64bits(table.data(), sizeof(table)));
  uint64_t end = sizeof(Header) + sizeof(Table);
  for (const SectionRecord& record : table) {
    EXPECT_EQ(record.offset, view_format::Align(end));
    // Between two sections are zeros.
    EXPECT_EQ(bytes.substr(end, record.offset - end), std::string(record.offset - end, '\0'));
    EXPECT_EQ(record.checksum, XXH3_64bits(bytes.data() + record.offset, record.length));
    end = record.offset + record.length;
  }
  EXPECT_EQ(bytes.substr(table[view_format::kStringBytes].offset, 4), "Fram");
  EXPECT_EQ(table[view_format::kTargets].length, 4);
  EXPECT_EQ(table[view_format::kMeta].length, sizeof(view_format::Meta));
}

TEST(ViewSectionsTest, EveryBlockBehindTheSmallSectionsHasAChecksum) {
  ViewSections sections("");
  sections[view_format::kStringBytes].Append(std::string(BlockGuard::kBlockBytes, 'a'));
  sections[view_format::kTargets].Append(std::string(BlockGuard::kBlockBytes + 3, 'b'));
  const std::string bytes = Assembled(sections);
  const SectionRecord blocks = TableOf(bytes)[view_format::kBlocks];
  const std::string rest = bytes.substr(view_format::Align(blocks.offset + blocks.length));
  ASSERT_EQ(blocks.length / sizeof(uint64_t), BlockGuard::BlockCount(rest.size()));
  ASSERT_EQ(blocks.length / sizeof(uint64_t), 3);
  for (size_t i = 0; i < 3; ++i) {
    uint64_t checksum;
    std::memcpy(&checksum, bytes.data() + blocks.offset + i * sizeof(checksum), sizeof(checksum));
    EXPECT_EQ(checksum, BlockGuard::Checksum(rest, i)) << i;
  }
}

TEST(ViewSectionsTest, SpoolsGiveTheBytesThatMemoryGives) {
  std::array<std::string, 2> assembled;
  for (size_t i = 0; i < 2; ++i) {
    ViewSections sections(i == 0 ? "" : testing::TempDir());
    for (uint32_t number = 0; number < 400'000; ++number) {
      sections[view_format::kTargets].AppendNumber(number);
    }
    assembled[i] = Assembled(sections);
  }
  EXPECT_TRUE(assembled[0] == assembled[1]);
}

}  // namespace
}  // namespace norn::graph
