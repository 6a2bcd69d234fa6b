#include "ingest/lexicon/places/place_states.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/search_key.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(PlaceStatesTest, KnowsTownsAndRegionsInTheLanguagesSpellings) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"goma", "CD"},
      {"bergen", "NO DE"},
      {"punjab", "IN PK"},
      {"kursk", "RU"},
      {"chernihiv", "UA"},
      {"charkiv", "UA"},
      {"tsjernihiv", "UA"},
      {"tjernihiv", "UA"},
      {"rjazan", "RU"},
      {"rakhine", "MM"},
      {"nizhny novgorod", "RU"},
      {"'adan", "YE"},
      {"nowhere at all", ""},
      {"", ""},
      {"kurs", ""},
      {"~", ""},
      {"#", ""},
      {"goma\tCD", ""},
  };
  for (const auto& [name, states] : rows) {
    EXPECT_EQ(absl::StrJoin(StatesOfPlace(name), " "), states) << name;
  }
}

TEST(PlaceStatesTest, FindsEachLineOfTheTable) {
  std::string before;
  int lines = 0;
  for (const absl::string_view line : absl::StrSplit(PlaceTable(), '\n', absl::SkipEmpty())) {
    if (line[0] == '#') continue;
    const std::vector<std::string> cells = absl::StrSplit(line, '\t');
    ASSERT_EQ(cells.size(), 2u) << line;
    ASSERT_LT(before, cells[0]);
    ASSERT_EQ(base::SearchKey(cells[0]), cells[0]);
    ASSERT_EQ(absl::StrJoin(StatesOfPlace(cells[0]), " "), cells[1]);
    before = cells[0];
    ++lines;
  }
  EXPECT_GT(lines, 40000);
}

}  // namespace
}  // namespace norn::ingest
