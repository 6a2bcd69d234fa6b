#include "graph/columns/property_column.h"

#include <cstdint>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using Kind = PropertyColumn::Kind;

struct Case {
  std::vector<Value> values;  // null: absent
  Kind kind;
  bool is_wide = false;
};

TEST(PropertyColumn, KeepsValuesInTheKindThatAllOfThemFit) {
  const Value list(Value::List{Value(1), Value("a")});
  const std::vector<Case> cases = {
      {{}, Kind::kAbsent},
      {{Value(true), Value(), Value(false)}, Kind::kBool},
      {{Value(), Value(-7), Value(7)}, Kind::kInteger},
      {{Value(-7), Value(), Value(int64_t{1} << 40), Value(-1)}, Kind::kInteger, true},
      {{Value(0.5), Value(), Value(-0.0)}, Kind::kReal},
      {{Value("Oslo"), Value(""), Value(), Value("Oslo")}, Kind::kString},
      {{Value(), Value(Date{7}), Value(), list}, Kind::kMixed},
      {{Value("Oslo"), Value(), Value(7)}, Kind::kMixed},
      {{Value(7), Value(int64_t{1} << 40), Value("Oslo")}, Kind::kMixed},
      {{Value(true), Value(1)}, Kind::kMixed},
      {{Value(1), Value(1.0)}, Kind::kMixed},
  };
  for (const Case& one : cases) {
    TextTable texts;
    PropertyColumn column;
    uint32_t count = 0;
    for (uint32_t row = 0; row < one.values.size(); ++row) {
      if (one.values[row].is_null()) continue;
      column.Set(row, one.values[row], texts);
      ++count;
    }
    EXPECT_EQ(column.kind(), one.kind);
    EXPECT_EQ(column.count(), count);
    EXPECT_EQ(column.is_wide(), one.is_wide);
    for (uint32_t row = 0; row < one.values.size(); ++row) {
      EXPECT_EQ(column.Get(row, texts), one.values[row]) << row;
      EXPECT_EQ(column.Has(row), !one.values[row].is_null()) << row;
    }
    EXPECT_FALSE(column.Has(static_cast<uint32_t>(one.values.size())));
  }
}

TEST(PropertyColumn, TextsTakeTheirNewNumbers) {
  TextTable texts;
  texts.Add("not a value here");
  PropertyColumn column;
  column.SetText(1, texts.Add("b"), texts);
  column.SetText(2, texts.Add("a"), texts);
  std::vector<bool> is_used(texts.size(), false);
  column.MarkTexts(is_used);
  EXPECT_EQ(is_used, std::vector<bool>({false, true, true}));
  column.Renumber(texts.Sort(is_used));
  EXPECT_EQ(column.TextAt(1), 1);
  EXPECT_EQ(column.Get(2, texts), Value("a"));
}

}  // namespace
}  // namespace norn::graph
