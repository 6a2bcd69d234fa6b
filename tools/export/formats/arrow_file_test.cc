#include "tools/export/formats/arrow_file.h"

#include <cstdint>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

// Foreign readers are asked in //tests/foreign; here is what a reader relies on first.
int32_t NumberAt(const std::string& bytes, size_t at) {
  int32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof(number));
  return number;
}

std::string Written(size_t rows, size_t rows_in_batch) {
  std::ostringstream out;
  ArrowFile file({{"text", ArrowType::kText},
                  {"texts", ArrowType::kTextList},
                  {"integer", ArrowType::kInteger},
                  {"real", ArrowType::kReal},
                  {"boolean", ArrowType::kBoolean}},
                 out, rows_in_batch);
  for (size_t i = 0; i < rows; ++i) {
    file.AddText(0, "row " + std::to_string(i));
    if (i % 2 == 0) file.AddTexts(1, {"a", "b"});
    if (i % 3 == 0) file.AddInteger(2, static_cast<int64_t>(i));
    if (i % 5 == 0) file.AddReal(3, 0.5);
    if (i % 7 == 0) file.AddBoolean(4, true);
    file.EndRow();
  }
  file.Finish();
  return out.str();
}

size_t Count(const std::string& bytes, const std::string& part) {
  size_t count = 0;
  for (size_t at = bytes.find(part); at != std::string::npos; at = bytes.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(ArrowFile, BeginsAndEndsAsTheFormatSays) {
  const std::string bytes = Written(10, 4);
  EXPECT_EQ(bytes.substr(0, 8), std::string("ARROW1\0\0", 8));
  EXPECT_EQ(bytes.substr(bytes.size() - 6), "ARROW1");
  // The schema's message: a mark, a length that keeps what follows at multiples of eight.
  EXPECT_EQ(NumberAt(bytes, 8), -1);
  EXPECT_EQ(NumberAt(bytes, 12) % 8, 0);
  const int32_t footer = NumberAt(bytes, bytes.size() - 10);
  EXPECT_GT(footer, 0);
  EXPECT_LT(static_cast<size_t>(footer), bytes.size());
}

TEST(ArrowFile, RowsComeInBatches) {
  // Ten rows by fours are three batches: each has the first column's texts in one piece.
  const std::string bytes = Written(10, 4);
  EXPECT_EQ(Count(bytes, "row 0row 1row 2row 3"), 1);
  EXPECT_EQ(Count(bytes, "row 4row 5row 6row 7"), 1);
  EXPECT_EQ(Count(bytes, "row 8row 9"), 1);
  EXPECT_EQ(Count(bytes, "row 3row 4"), 0);
}

TEST(ArrowFile, TheSameRowsGiveTheSameBytes) { EXPECT_EQ(Written(100, 8), Written(100, 8)); }

TEST(ArrowFile, WithoutRowsThereIsNoBatch) {
  EXPECT_EQ(Count(Written(0, 8), "row"), 0);
  EXPECT_EQ(Written(0, 8).substr(Written(0, 8).size() - 6), "ARROW1");
}

}  // namespace
}  // namespace norn::tools
