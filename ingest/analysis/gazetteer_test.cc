#include "ingest/analysis/gazetteer.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "ingest/analysis/tokenizer.h"

namespace norn::ingest {
namespace {

constexpr char kLexicon[] = R"pb(
  abbreviation: "St."
  word_class { name: "colon_ending" word: "s" }
  state {
    id: "state/usa"
    name: "USA"
    name: "US"
    adjective: "amerikansk"
    adjective: "amerikanske"
    inhabitant: "amerikanerne"
    capital: "Washington"
  }
  state { id: "state/ukraina" name: "Ukraina" adjective: "Ukrainian" capital: "Kyiv" }
  state { id: "state/wales" name: "Wales" }
  actor { id: "person/trump" kind: PERSON name: "Donald Trump" short_name: "Trump" }
  actor { id: "organization/wh" kind: ORGANIZATION name: "Det hvite hus" }
  actor { id: "organization/nato" kind: ORGANIZATION name: "NATO" }
  actor { id: "organization/x" kind: ORGANIZATION name: "X" }
  actor { id: "organization/wp" kind: ORGANIZATION name: "Washington Post" }
  weapon { id: "weapon/patriot" name: "Patriot" }
  weapon { id: "weapon/atacms" name: "ATACMS" }
  weapon { id: "weapon/f-16" name: "F-16" }
  weapon { id: "weapon/leopard-2" name: "Leopard 2" }
  weapon { id: "weapon/generic" name: "missiler" name: "system" generic: true }
  place { id: "place/st-petersburg" name: "St. Petersburg" }
  place { id: "place/washington" name: "Washington" }
  office { code: "foreign-minister" title: "utenriksminister" title: "foreign minister" }
  office { code: "chief" title: "sjefen" }
)pb";

struct Fixture {
  Fixture()
      : lexicon([] {
          Lexicon parsed;
          EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(kLexicon, &parsed));
          return parsed;
        }()),
        vocabulary(lexicon),
        gazetteer(lexicon, vocabulary) {}
  Lexicon lexicon;
  Vocabulary vocabulary;
  Gazetteer gazetteer;
};

const Fixture& Data() {
  static const Fixture* const kFixture = new Fixture;
  return *kFixture;
}

// "length form bytes ids" of the match at the text's start.
std::string MatchAtStart(const std::string& words) {
  AnnotatedText text;
  text.text = words;
  Tokenizer(Data().vocabulary)
      .Tokenize(words, {0, static_cast<uint32_t>(words.size())}, text.tokens);
  const GazetteerMatch match =
      Data().gazetteer.Match(text, 0, static_cast<uint32_t>(text.tokens.size()));
  if (match.length == 0) return "-";
  const char* form = match.form == GazetteerForm::kBase       ? "base"
                     : match.form == GazetteerForm::kGenitive ? "genitive"
                                                              : "compound";
  const absl::string_view bytes = text.Slice(match.bytes);
  return absl::StrCat(
      match.length, " ", form, " ", bytes, " ",
      absl::StrJoin(match.entries, ",", [](std::string* out, const GazetteerEntry& entry) {
        absl::StrAppend(out, entry.id());
      }));
}

TEST(GazetteerTest, FindsTheLongestNameInItsFormsOfCaseAndGenitive) {
  struct Case {
    const char* text;
    const char* match;
  };
  for (const Case& c : std::vector<Case>{
           {"Donald Trump sier", "2 base Donald Trump person/trump"},
           {"Trump sier", "1 base Trump person/trump"},
           {"Trumps plan", "1 genitive Trump person/trump"},
           {"Trump’s plan", "1 genitive Trump person/trump"},
           {"TRUMP SIER", "1 base TRUMP person/trump"},
           {"trump sier", "-"},
           {"Donald Duck", "-"},
           {"USA:s president", "1 genitive USA state/usa"},
           {"USAs president", "1 genitive USA state/usa"},
           {"Ukrainas president", "1 genitive Ukraina state/ukraina"},
           {"Wales er", "1 base Wales state/wales"},
           // Up to three letters: to the letter.
           {"US troops", "1 base US state/usa"},
           {"us and them", "-"},
           {"Us and them", "-"},
           {"X sier", "1 base X organization/x"},
           {"x sier", "-"},
           {"Nato sier", "1 base Nato organization/nato"},
           {"NATOs sjef", "1 genitive NATO organization/nato"},
           {"nato", "-"},
           // Names with words in lower case.
           {"Det hvite hus svarer", "3 base Det hvite hus organization/wh"},
           {"det hvite hus svarer", "3 base det hvite hus organization/wh"},
           {"DET HVITE HUS", "3 base DET HVITE HUS organization/wh"},
           {"det hvite huset", "-"},
           // Several things under one word; the longest wins.
           {"Washington sier", "1 base Washington state/usa,place/washington"},
           {"Washington Post skriver", "2 base Washington Post organization/wp"},
           {"St. Petersburgs", "2 genitive St. Petersburg place/st-petersburg"},
           // Adjectives and titles.
           {"Amerikanske styrker", "1 base Amerikanske state/usa"},
           {"amerikanernes", "1 genitive amerikanerne state/usa"},
           {"ukrainian", "-"},
           {"Utenriksministers", "1 genitive Utenriksminister foreign-minister"},
           {"Foreign Minister Lavrov", "2 base Foreign Minister foreign-minister"},
           // Weapons and compounds.
           {"Atacms-angrepene", "1 compound Atacms weapon/atacms"},
           {"Patriot-system", "1 compound Patriot weapon/patriot"},
           {"Patriotsystem", "1 compound Patriot weapon/patriot"},
           {"Patriotmissiler", "1 compound Patriot weapon/patriot"},
           {"patriotisme", "-"},
           {"F-16", "1 base F-16 weapon/f-16"},
           {"F-16-fly", "1 compound F-16 weapon/f-16"},
           {"F-35", "-"},
           {"Leopard 2-vogner", "2 compound Leopard 2 weapon/leopard-2"},
           {"missiler", "1 base missiler weapon/generic"},
           {"NATO-sjefen", "1 compound NATO organization/nato"},
           {"Trump-Putin", "-"},
       }) {
    EXPECT_EQ(MatchAtStart(c.text), c.match) << c.text;
  }
}

TEST(GazetteerTest, TellsNamesFromOtherWords) {
  const auto is_name = [](const char* words) {
    const auto entries = Data().gazetteer.Find(words);
    return !entries.empty() && entries[0].is_name();
  };
  EXPECT_TRUE(is_name("Trump"));
  EXPECT_TRUE(is_name("Patriot"));
  EXPECT_FALSE(is_name("amerikansk"));
  EXPECT_FALSE(is_name("missiler"));
  EXPECT_FALSE(is_name("utenriksminister"));
}

TEST(GazetteerTest, FindsWholeNamesOnly) {
  EXPECT_EQ(Data().gazetteer.Find("Donald Trump").size(), 1);
  EXPECT_EQ(Data().gazetteer.Find("Donald Trump Jr").size(), 0);
  EXPECT_EQ(Data().gazetteer.Find("Ukrainas").size(), 0);
  EXPECT_EQ(Data().gazetteer.Find("").size(), 0);
}

TEST(GazetteerTest, KnowsTitlesAndTheirCompounds) {
  for (const char* title : {"utenriksminister", "nato-sjefen", "politisjefen"}) {
    EXPECT_TRUE(Data().gazetteer.IsTitle(title)) << title;
  }
  for (const char* word : {"sjef", "minister", "", "hus"}) {
    EXPECT_FALSE(Data().gazetteer.IsTitle(word)) << word;
  }
}

}  // namespace
}  // namespace norn::ingest
