#include "base/csv_field.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::base {
namespace {

TEST(CsvFieldTest, IsQuotedWhereNeeded) {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : std::vector<Row>{
           {"", "\"\""},
           {"a", "a"},
           {"a b", "a b"},
           {"a,b", "\"a,b\""},
           {"\"", "\"\"\"\""},
           {"a\nb", "\"a\nb\""},
           {"a\r", "\"a\r\""},
           {" a", "\" a\""},
           {"a ", "\"a \""},
       }) {
    EXPECT_EQ(CsvField(row.text), row.expected);
  }
}

}  // namespace
}  // namespace norn::base
