#include "ingest/extract/mentions/names/name_evidence.h"

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

class NameEvidenceTest : public testing::Test {
 protected:
  explicit NameEvidenceTest(const std::string& language = "en")
      : language_(language),
        analyzer_(LexiconSet::BuiltIn()),
        grammar_(LexiconSet::BuiltIn().For(language)) {}

  // `name` in words of which the first `bytes` bytes are the name; `relation` is its first word's.
  std::string Proper(const std::string& words, NameType type, size_t bytes,
                     const std::string& relation = "nsubj") {
    std::string rows;
    for (const absl::string_view word : absl::StrSplit(words, ' ')) {
      rows += std::string(word) + " " + std::string(word) + " PROPN _ 0 " + relation + "\n";
    }
    const RowsText text(rows, language_);
    Name name;
    name.token_count = static_cast<uint32_t>(text.text().tokens.size());
    name.type = type;
    name.bytes = {0, static_cast<uint32_t>(bytes)};
    return ProperName(text.text(), name, grammar_, analyzer_.gazetteer(language_))
        .value_or("nobody");
  }

  std::string Proper(const std::string& words, NameType type) {
    return Proper(words, type, words.size());
  }

  std::string language_;
  PatternAnalyzer analyzer_;
  Grammar grammar_;
};

// A language, what is nobody in it, and a body.
struct Things {
  const char* language;
  std::vector<const char*> nobody;
  const char* body;
};

class ThingsTest : public NameEvidenceTest, public testing::WithParamInterface<Things> {
 protected:
  ThingsTest() : NameEvidenceTest(GetParam().language) {}
};

TEST_P(ThingsTest, AreNobody) {
  for (const char* words : GetParam().nobody) {
    EXPECT_EQ(Proper(words, NameType::kOrganization), "nobody") << words;
    EXPECT_EQ(Proper(words, NameType::kPerson), "nobody") << words;
  }
  EXPECT_EQ(Proper(GetParam().body, NameType::kOrganization), GetParam().body);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, ThingsTest,
    testing::Values(
        Things{"nb", {"Fredsprisen", "Nordre Kulturprogrammet", "Ekspertgruppen"}, "Veivesenet"},
        Things{"nn", {"Språkveka", "Nordre Kulturprogrammet"}, "Vegvesenet"},
        Things{"sv", {"Vårpropositionen", "Skolans Lärarlyft", "Skattereformen"}, "Vägverket"},
        Things{"da", {"Grundloven", "Nordens Filmfestivalen"}, "Vejdirektoratet"},
        Things{"en", {"Clean Rivers Act", "Provisions"}, "Road Authority"}));

TEST_F(NameEvidenceTest, KeepsNames) {
  EXPECT_EQ(Proper("Ada Koval", NameType::kPerson), "Ada Koval");
  EXPECT_EQ(Proper("M23", NameType::kOrganization), "M23");
  EXPECT_EQ(Proper("UNICEF", NameType::kOrganization), "UNICEF");
  EXPECT_EQ(Proper("Nordland Committee", NameType::kOrganization), "Nordland Committee");
}

TEST_F(NameEvidenceTest, TakesTitlesAndOriginsOff) {
  EXPECT_EQ(Proper("Sir Ada Koval", NameType::kPerson), "Ada Koval");
  EXPECT_EQ(Proper("Brig. Gen. Bo Dahl", NameType::kPerson), "Bo Dahl");
  EXPECT_EQ(Proper("Bo Dahl of Pennsylvania", NameType::kPerson), "Bo Dahl");
  // A body's name may have both.
  EXPECT_EQ(Proper("Bank of Nordland", NameType::kOrganization), "Bank of Nordland");
}

TEST_F(NameEvidenceTest, GivesBackWhatAHyphenOrAnSCutOff) {
  EXPECT_EQ(Proper("Kim Dae-jung", NameType::kPerson, 7), "Kim Dae-jung");
  EXPECT_EQ(Proper("Winston Peters", NameType::kPerson, 13), "Winston Peters");
  // A compound's tail is no syllable of a name.
  EXPECT_EQ(Proper("Nordland-soldatene", NameType::kOrganization, 8), "Nordland");
}

TEST_F(NameEvidenceTest, FindsNobodyInWhatPeopleMake) {
  for (const char* words : {"Clean Rivers Act", "Anna Berg Voting Rights Act", "Decade of Peace",
                            "Northern Trade Agreement", "Pebble Era", "Tall Ships Regatta Week"}) {
    EXPECT_EQ(Proper(words, NameType::kPerson), "nobody") << words;
    EXPECT_EQ(Proper(words, NameType::kOrganization), "nobody") << words;
  }
  EXPECT_EQ(Proper("Anna Ride", NameType::kPerson), "Anna Ride");
}

TEST_F(NameEvidenceTest, WantsMoreForAPersonThanCapitals) {
  for (const char* words : {"Sample Survey", "Regulatory Planning", "Induction Ceremony",
                            "WOOLLY FOXGLOVE", "Norwegian Summer", "Trump-Putin", "Provisions"}) {
    EXPECT_EQ(Proper(words, NameType::kPerson), "nobody") << words;
  }
  for (const char* words : {"Anna Young", "ANNA KOVAL", "J. Brown", "Qwx Koval"}) {
    EXPECT_EQ(Proper(words, NameType::kPerson), words);
  }
}

TEST_F(NameEvidenceTest, WantsMoreForABodyThanCapitals) {
  for (const char* words : {"Asylum Reform", "Operational Safety", "Countess of Nordland", "Safety",
                            "Provisions", "American Reform"}) {
    EXPECT_EQ(Proper(words, NameType::kOrganization), "nobody") << words;
  }
  for (const char* words : {"Chamber of Commerce", "Office of Preparedness", "Nordland Steel"}) {
    EXPECT_EQ(Proper(words, NameType::kOrganization), words);
  }
}

TEST_F(NameEvidenceTest, FindsNobodyInLabelsAndFragments) {
  for (const char* words :
       {"NTB-AFP", "TIDSLINJE", "August", "Committee", "Special Assistant", "P.M. EDT", "C-27J",
        "XXII", "Y", "MBA", "Forsvarsministeriets Materiel-"}) {
    EXPECT_EQ(Proper(words, NameType::kOrganization), "nobody") << words;
  }
}

}  // namespace
}  // namespace norn::ingest
