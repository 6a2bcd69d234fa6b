#include "tools/export/text/plain_text.h"

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::Value;

TEST(PlainText, IsWhatAReaderExpects) {
  struct Row {
    Value value;
    const char* text;
  };
  const Row rows[] = {
      {Value("Åse \"x\""), "Åse \"x\""},
      {Value(3), "3"},
      {Value(1.5), "1.5"},
      {Value(true), "true"},
      {Value(graph::Date{0}), "1970-01-01"},
      {Value(Value::List{Value("a"), Value(2)}), "a, 2"},
      {Value(Value::List{}), ""},
  };
  for (const Row& row : rows) EXPECT_EQ(PlainText(row.value), row.text);
}

}  // namespace
}  // namespace norn::tools
