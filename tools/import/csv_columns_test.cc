#include "tools/import/csv_columns.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using Role = CsvColumn::Role;

struct Header {
  const char* text;
  Role role;
  const char* name;
  const char* prefix;
};

TEST(CsvColumns, ReadsHeaders) {
  for (const Header& row : {
           Header{"name", Role::kProperty, "name", ""},
           Header{" name : STRING ", Role::kProperty, "name", ""},
           Header{":ID", Role::kId, "", ""},
           Header{"shipId:ID(Ship)", Role::kId, "shipId", "Ship/"},
           Header{":ID(Ship){id-type: long}", Role::kId, "", "Ship/"},
           Header{":START_ID(Ship)", Role::kStart, "", "Ship/"},
           Header{"key", Role::kKey, "key", ""},
           Header{"key:string", Role::kProperty, "key", ""},
           Header{"built:datetime{timezone: Europe/Oslo}", Role::kProperty, "built", ""},
           Header{"no:IGNORE", Role::kIgnore, "no", ""},
       }) {
    const absl::StatusOr<CsvColumn> column = ParseCsvColumn(row.text);
    ASSERT_TRUE(column.ok()) << row.text << column.status();
    EXPECT_EQ(column->role, row.role) << row.text;
    EXPECT_EQ(column->name, row.name) << row.text;
    EXPECT_EQ(column->prefix, row.prefix) << row.text;
  }
  for (const char* text : {"x:color", ":int", "x:int(Space)", "x:int{colour: red}", "x:int{"}) {
    EXPECT_FALSE(ParseCsvColumn(text).ok()) << text;
  }
}

struct Cell {
  const char* header;
  const char* text;
  const char* value;  // as graph::ToString shows it; "-": refused
};

TEST(CsvColumns, ReadsValues) {
  for (const Cell& row : {
           Cell{"x:int", "7", "7"},
           Cell{"x:INT", " 7 ", "7"},
           Cell{"x:int", "", "null"},
           Cell{"x:int", "seven", "-"},
           Cell{"x:boolean", "True", "true"},
           Cell{"x:boolean", "FALSE", "false"},
           Cell{"x:boolean", "yes", "-"},
           Cell{"x:double", "", "null"},
           Cell{"x:int[]", "1|2", "[1, 2]"},
           Cell{"x:string[]", "a\\|b|c", "[\"a|b\", \"c\"]"},
           Cell{"x:date", "2025-13-01", "-"},
           Cell{"x:duration", "later", "-"},
       }) {
    const absl::StatusOr<CsvColumn> column = ParseCsvColumn(row.header);
    ASSERT_TRUE(column.ok()) << row.header;
    const absl::StatusOr<graph::Value> value = ParseCsvValue(row.text, *column, '|');
    EXPECT_EQ(value.ok() ? graph::ToString(*value) : "-", row.value) << row.header << row.text;
  }
  const CsvColumn day = *ParseCsvColumn("x:date");
  EXPECT_EQ(*ParseCsvValue("1970-01-11", day, ';'), graph::Value(graph::Date{10}));
  // A zone of the column is that of times without one of their own.
  const CsvColumn zoned = *ParseCsvColumn("x:datetime{timezone:+01:00}");
  EXPECT_EQ(*ParseCsvValue("1970-01-01T01:00", zoned, ';'),
            graph::Value(graph::ZonedDateTime{0, 0, 3600, ""}));
  EXPECT_EQ(*ParseCsvValue("1970-01-01T00:00Z", zoned, ';'),
            graph::Value(graph::ZonedDateTime{0, 0, 0, ""}));
}

}  // namespace
}  // namespace norn::tools
