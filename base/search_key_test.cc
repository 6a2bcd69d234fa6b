#include "base/search_key.h"

#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace norn::base {
namespace {

struct Case {
  const char* input;
  const char* expected;
};

TEST(SearchKeyTest, IsTheSameForSpellingsOfAName) {
  const Case cases[] = {
      {"", ""},
      {"Oslo", "oslo"},
      {"Jonas Gahr Støre", "jonas gahr store"},
      {"JONAS GAHR STØRE", "jonas gahr store"},
      {"Ærø, Åland, Ålesund", "aero, aland, alesund"},
      {"Straße", "strasse"},
      {"Đorđe Łukasz Þór Ħal", "dorde lukasz thor hal"},
      {"İstanbul ılık", "istanbul ilik"},
      {"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
      {"A\xcc\x8aland", "aland"},  // decomposed å
      {"  two \t words\n", "two words"},
      {"Jean-Paul \u2013 S\u2011400", "jean paul s 400"},
      {"non\u00a0breaking", "non breaking"},
      {"soft\u00adhyphen", "softhyphen"},
      {"O\u2019Brien", "o'brien"},
      {"O`Brien", "o'brien"},
      {"ﬁne Ｗide", "fine wide"},
      {"Київ", "kiiv"},
      {"Αθήνα", "athena"},
      {"\xff", "\xef\xbf\xbd"},
  };
  for (const Case& c : cases) EXPECT_EQ(SearchKey(c.input), c.expected) << c.input;
}

TEST(SearchKeyTest, MadeTwiceChangesNothing) {
  for (const char* text : {"Støre", "Володимир Зеленський", "北京", "مرحبا", "Ångström–Straße",
                           "O`Brien", "שלום", "김정은", "🙂 x"}) {
    const std::string once = SearchKey(text);
    EXPECT_EQ(SearchKey(once), once) << text;
  }
}

TEST(SearchKeyTest, OtherScriptsBecomeLatin) {
  for (const char* text : {"Володимир", "北京", "Αθήνα", "김정은"}) {
    for (char c : SearchKey(text)) EXPECT_LT(static_cast<unsigned char>(c), 0x80) << text;
  }
}

TEST(SearchKeyTest, ThreadsAgree) {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 20; ++i) result = SearchKey("Зеленський Støre");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, results.front());
}

TEST(SlugTest, MakesIds) {
  const Case cases[] = {
      {"", ""},
      {"Jonas Gahr Støre", "jonas-gahr-store"},
      {"S-400 «Triumf»", "s-400-triumf"},
      {"O'Brien & Sons, Ltd.", "obrien-sons-ltd"},
      {"--a--", "a"},
      {"🙂", "u1f642"},
      {"?!", "u3f-u21"},
  };
  for (const Case& c : cases) EXPECT_EQ(Slug(c.input), c.expected) << c.input;
}

}  // namespace
}  // namespace norn::base
