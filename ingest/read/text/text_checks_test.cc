#include "ingest/read/text/text_checks.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

TEST(TextChecksTest, SaysWhatIsWrongAndWhere) {
  struct Case {
    std::string bytes;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"", "empty"},
           {"\xEF\xBB\xBF \n", "empty"},
           {"12345678901", "larger than the limit of 10 bytes"},
           {std::string("a\n\n\0", 4), "a NUL at line 3, byte 3"},
           {"a\n\xFF", "byte 0xFF at line 2, byte 2"},
           {"a\xC3", "byte 0xC3 at line 1, byte 1"},
           {"\xED\xA0\x80", "byte 0xED at line 1, byte 0"},
           {"\xC0\xAF", "byte 0xC0"},
       }) {
    const absl::Status status = CheckText(c.bytes, 10);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(status.ToString(), HasSubstr(c.problem));
  }
}

TEST(TextChecksTest, AcceptsText) {
  for (const char* text : {"a", "Київ", "1234567890", "\xEF\xBB\xBFx", "😀"}) {
    EXPECT_EQ(CheckText(text, 10), absl::OkStatus()) << text;
  }
}

}  // namespace
}  // namespace norn::ingest
