#include "ingest/analysis/unicode.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(UnicodeTest, FoldsCaseQuotesDashesAndBlanks) {
  struct Case {
    const char* text;
    const char* folded;
  };
  for (const Case& c : std::vector<Case>{
           {"ÆØÅ Ñ Ж", "æøå ñ ж"},
           {"„a” «b» “c” \"d\"", "\"a\" \"b\" \"c\" \"d\""},
           {"Trump’s ‘x’", "trump's 'x'"},
           {"a – b — c − d - e", "a – b – c – d - e"},
           {"Nord\u2011Korea", "nord-korea"},
           {"1\u00A0600\u202Fkm", "1 600 km"},
           {"sam\u00ADtale\uFEFF", "samtale"},
           {"\xFF", "\uFFFD"},
       }) {
    EXPECT_EQ(Fold(c.text), c.folded) << c.text;
  }
}

TEST(UnicodeTest, ReadsCodePointsBothWays) {
  const std::string text = "aø€😀";
  size_t forward = 0;
  std::vector<char32_t> seen;
  while (forward < text.size()) seen.push_back(NextCodePoint(text, forward));
  EXPECT_EQ(seen, (std::vector<char32_t>{U'a', U'ø', U'€', U'😀'}));
  size_t back = text.size();
  std::vector<char32_t> reversed;
  while (back > 0) reversed.push_back(PreviousCodePoint(text, back));
  EXPECT_EQ(reversed, (std::vector<char32_t>{U'😀', U'€', U'ø', U'a'}));
}

TEST(UnicodeTest, TellsCase) {
  EXPECT_TRUE(StartsUpper("Østersund"));
  EXPECT_FALSE(StartsUpper("østersund"));
  EXPECT_FALSE(StartsUpper(""));
  EXPECT_TRUE(StartsLower("åre"));
  EXPECT_TRUE(IsAllUpper("USA"));
  EXPECT_TRUE(IsAllUpper("ÆØÅ"));
  EXPECT_FALSE(IsAllUpper("Nato"));
  EXPECT_FALSE(IsAllUpper("F-16"));
  EXPECT_TRUE(IsAllUpper("F-16", 1));
  EXPECT_FALSE(IsAllUpper("1945", 1));
}

}  // namespace
}  // namespace norn::ingest
