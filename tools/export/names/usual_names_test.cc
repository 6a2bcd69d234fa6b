#include "tools/export/names/usual_names.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::tools {
namespace {

using testing::Contains;
using testing::SizeIs;

std::map<std::string, std::set<std::string>> LexiconNames() {
  std::map<std::string, std::set<std::string>> names;
  const ingest::LexiconSet& lexicons = ingest::LexiconSet::BuiltIn();
  for (const std::string& language : lexicons.languages()) {
    for (const ingest::Actor& actor : lexicons.For(language).actor()) {
      names[actor.id()].insert(actor.name().begin(), actor.name().end());
    }
    for (const ingest::Place& place : lexicons.For(language).place()) {
      names[place.id()].insert(place.name().begin(), place.name().end());
    }
  }
  return names;
}

TEST(UsualNamesTest, EachIsANameOfTheLexiconsInALanguageOfTheirs) {
  const std::map<std::string, std::set<std::string>> known = LexiconNames();
  const std::vector<std::string> languages = ingest::LexiconSet::BuiltIn().languages();
  std::set<std::pair<std::string, std::string>> seen;
  for (const absl::string_view line : absl::StrSplit(UsualNameTable(), '\n', absl::SkipEmpty())) {
    if (absl::StartsWith(line, "#")) continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    ASSERT_THAT(fields, SizeIs(3)) << line;
    EXPECT_THAT(languages, Contains(fields[1])) << line;
    EXPECT_TRUE(seen.emplace(fields[0], fields[1]).second) << "twice: " << line;
    const auto names = known.find(fields[0]);
    ASSERT_NE(names, known.end()) << "not in the lexicons: " << line;
    EXPECT_THAT(names->second, Contains(fields[2])) << line;
  }
  EXPECT_THAT(seen, SizeIs(testing::Gt(300)));
}

TEST(UsualNamesTest, AreFoundByLanguage) {
  EXPECT_EQ(UsualNames("en")["organization/fn"], "United Nations");
  EXPECT_EQ(UsualNames("sv")["organization/fns-sikkerhetsrad"], "FN:s säkerhetsråd");
  EXPECT_TRUE(UsualNames("fi").empty());
}

}  // namespace
}  // namespace norn::tools
