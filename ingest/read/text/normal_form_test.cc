#include "ingest/read/text/normal_form.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(NormalFormTest, ComposesLetters) {
  struct Case {
    const char* text;
    const char* normal;
  };
  for (const Case& c : std::vector<Case>{
           {"", ""},
           {"Bodø", "Bodø"},
           {"A\u030Alesund og Malmo\u0308", "Ålesund og Malmö"},
           {"Orba\u0301n", "Orbán"},
           {"\u0301 alene", "\u0301 alene"},
           {"\uFEFFdate 2025 A\u030A", "\uFEFFdate 2025 Å"},
       }) {
    EXPECT_EQ(ToNormalForm(c.text), c.normal) << c.text;
    EXPECT_EQ(ToNormalForm(c.normal), c.normal) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
