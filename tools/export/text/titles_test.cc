#include "tools/export/text/titles.h"

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

TEST(TitlesTest, ReservedNamesAreMovedAside) {
  const Columns columns = {{"Label", ColumnType::kText},
                           {"label", ColumnType::kText},
                           {"name", ColumnType::kText},
                           {"property_label", ColumnType::kText}};
  EXPECT_EQ(UniqueTitles(columns, {"label"}), (Titles{{"Label", "property_Label"},
                                                      {"label", "property_property_label"},
                                                      {"name", "name"},
                                                      {"property_label", "property_label"}}));
  EXPECT_EQ(UniqueTitles({}, {"label"}), Titles());
}

TEST(TitlesTest, NameTokensHaveNoOtherLetters) {
  const Columns columns = {{"", ColumnType::kText},      {"a b", ColumnType::kText},
                           {"a\"b", ColumnType::kText},  {"a_b", ColumnType::kText},
                           {"my id", ColumnType::kText}, {"støtte-1.2", ColumnType::kText},
                           {"→", ColumnType::kText}};
  EXPECT_EQ(UniqueNameTokens(columns, {"my_id"}), (Titles{{"", "_"},
                                                          {"a b", "property_a_b"},
                                                          {"a\"b", "property_property_a_b"},
                                                          {"a_b", "a_b"},
                                                          {"my id", "property_my_id"},
                                                          {"støtte-1.2", "støtte-1.2"},
                                                          {"→", "property__"}}));
}

}  // namespace
}  // namespace norn::tools
