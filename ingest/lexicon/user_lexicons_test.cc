#include "ingest/lexicon/user_lexicons.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

std::string Write(const std::string& name, const std::string& text) {
  std::string path = ::testing::TempDir() + "/" + name;
  std::ofstream(path) << text;
  return path;
}

template <typename Entries>
std::vector<std::string> NamesOf(const Entries& entries, const std::string& id) {
  for (const auto& entry : entries) {
    if (entry.id() == id) return {entry.name().begin(), entry.name().end()};
  }
  return {};
}

TEST(UserLexiconsTest, WordsAreAddedToThoseThatThereAre) {
  const State& known = LexiconSet::BuiltIn().For("nb").state(0);
  const std::string path = Write(
      "words.textproto", "language: \"nb\"\nstate { id: \"" + known.id() +
                             "\" name: \"Rikets kontor\" }\n"
                             "actor { id: \"person/kari-moen\" kind: PERSON name: \"Kari Moen\" "
                             "state: \"" +
                             known.id() + "\" }\n");
  const absl::StatusOr<LexiconSet> set = WithUserLexicons({path});
  ASSERT_TRUE(set.ok()) << set.status();
  const std::vector<std::string> names = NamesOf(set->For("nb").state(), known.id());
  EXPECT_THAT(names, Contains("Rikets kontor"));
  EXPECT_THAT(names, Contains(known.name(0)));
  EXPECT_THAT(NamesOf(set->For("nb").actor(), "person/kari-moen"), Contains("Kari Moen"));
  EXPECT_TRUE(NamesOf(set->For("sv").actor(), "person/kari-moen").empty());
  EXPECT_EQ(set->languages(), LexiconSet::BuiltIn().languages());
  EXPECT_NE(set->version(), LexiconSet::BuiltIn().version());
}

TEST(UserLexiconsTest, WithoutAnyTheyAreTheBuiltInOnes) {
  EXPECT_EQ(WithUserLexicons({})->version(), LexiconSet::BuiltIn().version());
  EXPECT_EQ(WithUserLexicons({Write("empty.textproto", "")})->For("nb").SerializeAsString(),
            LexiconSet::BuiltIn().For("nb").SerializeAsString());
}

TEST(UserLexiconsTest, WhatIsWrongIsNamedWithFileAndLine) {
  const struct {
    const char* text;
    const char* line;
    const char* problem;
  } rows[] = {
      {"language: \"nb\"\nactr { }", ":2: ", "actr"},
      {"\nlanguage: \"tlh\"", ":2: ", "language \"tlh\" is none of da, en, nb"},
      {"\n\nevent_type { type: \"call\" }", ":3: ", "the kinds of events are norn's own"},
      {"actor { id: \"person/a\" kind: PERSON name: \"A\" }\n"
       "actor { id: \"person/b\" kind: PERSON name: \"B\" state: \"state/nowhere\" }",
       ":2: ", "state \"state/nowhere\" is in no lexicon"},
      {"weapon { id: \"weapon/x\" name: \"X\" }\nweapon { id: \"weapon/x\" name: \"Y\" }",
       ":1: ", "occurs twice"},
      {"actor { id: 'person/c' kind: PERSON name: ' C' }", ":1: ", "has blanks at an end"},
      {"place { name: \"Ingensteds\" }", ":1: ", "the id must begin with"},
  };
  std::string path;
  for (const auto& row : rows) {
    path = Write("wrong.textproto", row.text);
    const absl::Status status = WithUserLexicons({path}).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << row.text << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(path + row.line));
    EXPECT_THAT(std::string(status.message()), HasSubstr(row.problem));
  }
  const std::string good = Write("good.textproto", "given_name: \"Ola\"\n");
  EXPECT_THAT(std::string(WithUserLexicons({good, path}).status().message()), HasSubstr(path));
  const std::string missing = ::testing::TempDir() + "/missing.textproto";
  const absl::Status status = WithUserLexicons({missing}).status();
  EXPECT_TRUE(absl::IsNotFound(status));
  EXPECT_THAT(std::string(status.message()), HasSubstr(missing));
}

}  // namespace
}  // namespace norn::ingest
