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

}  // namespace
}  // namespace norn::tools
