#include "ingest/extract/mentions/name_evidence.h"

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
  NameEvidenceTest()
      : analyzer_(LexiconSet::BuiltIn()), grammar_(LexiconSet::BuiltIn().For("en")) {}

  // `name` in words of which the first `bytes` bytes are the name; `relation` is its first word's.
  std::string Proper(const std::string& words, NameType type, size_t bytes,
                     const std::string& relation = "nsubj") {
    std::string rows;
    for (const absl::string_view word : absl::StrSplit(words, ' ')) {
      rows += std::string(word) + " " + std::string(word) + " PROPN _ 0 " + relation + "\n";
    }
    const RowsText text(rows, "en");
    Name name;
    name.token_count = static_cast<uint32_t>(text.text().tokens.size());
    name.type = type;
    name.bytes = {0, static_cast<uint32_t>(bytes)};
    return ProperName(text.text(), name, grammar_, analyzer_.gazetteer("en")).value_or("nobody");
  }

  std::string Proper(const std::string& words, NameType type) {
    return Proper(words, type, words.size());
  }

  PatternAnalyzer analyzer_;
  Grammar grammar_;
};

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

TEST_F(NameEvidenceTest, FindsNobodyInLabelsAndFragments) {
  for (const char* words : {"NTB-AFP", "TIDSLINJE", "August", "Committee", "Special Assistant",
                            "P.M. EDT", "C-27J", "Forsvarsministeriets Materiel-"}) {
    EXPECT_EQ(Proper(words, NameType::kOrganization), "nobody") << words;
  }
}

}  // namespace
}  // namespace norn::ingest
