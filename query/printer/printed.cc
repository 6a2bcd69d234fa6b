#include "query/printer/printed.h"

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/printer/printer.h"
#include "query/syntax/parser.h"

namespace norn::query {

std::string Printed(const std::string& query) {
  Outcome<Query> tree = ParseQuery(query);
  if (tree.ok()) return Print(*tree);
  return absl::StrCat(DetailOf(tree.error().code), ": ", tree.error().message);
}

void ExpectPrinted(std::initializer_list<PrintedRow> rows) {
  for (const PrintedRow& row : rows) {
    EXPECT_EQ(Printed(row.query), row.printed) << row.query;
    if (!ParseQuery(row.query).ok()) continue;
    EXPECT_EQ(Printed(row.printed), row.printed);
  }
}

}  // namespace norn::query
