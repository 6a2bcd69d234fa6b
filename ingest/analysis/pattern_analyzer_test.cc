#include "ingest/analysis/pattern_analyzer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

constexpr char kLexicon[] = R"pb(
  word_class { name: "colon_ending" word: "s" }
  language: "nb"
  abbreviation: "kl."
  abbreviation: "St."
  common_word: "etter"
  common_word: "varpå"
  common_word: "bild"
  common_word: "jeg"
  common_word: "det"
  common_word: "der"
  common_word: "du"
  common_word: "høyre"
  name_particle: "van"
  name_particle: "der"
  name_particle: "of"
  name_particle: "de"
  name_particle: "la"
  name_particle: "de la"
  given_name: "Olena"
  given_name: "Per"
  given_name: "Stephen"
  given_name: "Theresa"
  organization_ending: "departementet"
  organization_ending: "AS"
  organization_noun: "avisen"
  place_noun: "byen"
  place_ending: "-fjorden"
  person_noun: "læreren"
  person_noun: "journalist"
  word_class { name: "reporting_verb" word: "sier" word: "skriver" word: "melder" }
  word_class { name: "locative_preposition" word: "i" word: "på" }
  word_class { name: "preposition" word: "i" word: "på" word: "per" }
  word_class { name: "definite_ending" word: "en" }
  word_class { name: "name_joiner" word: "of" }
  time_word { kind: MONTH value: 5 word: "May" word: "mai" }
  time_word { kind: WEEKDAY value: 5 word: "fredag" }
  state {
    id: "state/usa"
    name: "USA"
    adjective: "amerikansk"
    adjective: "amerikanske"
    inhabitant: "amerikanernes"
    capital: "Washington"
  }
  state { id: "state/ukraina" name: "Ukraina" adjective: "Ukrainian" }
  state { id: "state/russland" name: "Russland" capital: "Moskva" }
  actor { id: "person/trump" kind: PERSON name: "Donald Trump" short_name: "Trump" }
  actor { id: "person/putin" kind: PERSON name: "Vladimir Putin" short_name: "Putin" }
  actor { id: "organization/kreml" kind: ORGANIZATION name: "Kreml" }
  actor { id: "organization/wh" kind: ORGANIZATION name: "Det hvite hus" }
  actor { id: "organization/axios" kind: ORGANIZATION name: "Axios" }
  actor { id: "organization/bild" kind: ORGANIZATION name: "Bild" }
  actor { id: "organization/fox" kind: ORGANIZATION name: "Fox News" }
  weapon { id: "weapon/patriot" name: "Patriot" }
  weapon { id: "weapon/atacms" name: "ATACMS" }
  weapon { id: "weapon/generic" name: "missiler" generic: true }
  place { id: "place/alaska" name: "Alaska" }
  office { code: "president" title: "president" title: "presidenten" }
  office { code: "foreign-minister" title: "utenriksminister" title: "foreign minister" }
  office { code: "king" title: "king" }
)pb";

const LexiconSet& Lexicons() {
  static const LexiconSet* const kSet = [] {
    Lexicon lexicon;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(kLexicon, &lexicon));
    auto set = LexiconSet::FromMessages({lexicon});
    EXPECT_TRUE(set.ok()) << set.status();
    return new LexiconSet(*std::move(set));
  }();
  return *kSet;
}

char Letter(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return 'P';
    case NameType::kOrganization:
      return 'O';
    case NameType::kPlace:
      return 'L';
    case NameType::kGeopolitical:
      return 'G';
    case NameType::kProduct:
      return 'W';
    case NameType::kUnknown:
      return '?';
  }
  return '!';
}

// "Trump/P, Ukraina/G"
std::string NamesOf(const std::string& words) {
  static const PatternAnalyzer* const kAnalyzer = new PatternAnalyzer(Lexicons());
  const AnnotatedText text = kAnalyzer->Analyze(words, 0, "nb");
  std::string names;
  for (const Name& name : text.names) {
    absl::StrAppend(&names, names.empty() ? "" : ", ", text.Slice(name.bytes), "/",
                    std::string(1, Letter(name.type)));
  }
  return names;
}

struct Case {
  const char* text;
  const char* names;
};

// "Umerov/*": of any type, because only the model has a say, and another model may say otherwise.
bool Fits(absl::string_view found, absl::string_view wanted) {
  const std::vector<absl::string_view> names = absl::StrSplit(found, ", ");
  const std::vector<absl::string_view> patterns = absl::StrSplit(wanted, ", ");
  return std::equal(names.begin(), names.end(), patterns.begin(), patterns.end(),
                    [](absl::string_view name, absl::string_view pattern) {
                      if (!absl::ConsumeSuffix(&pattern, "*")) return name == pattern;
                      return name.substr(0, name.size() - 1) == pattern;
                    });
}

void Expect(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::string found = NamesOf(c.text);
    EXPECT_TRUE(Fits(found, c.names)) << c.text << ": " << found << " instead of " << c.names;
  }
}

TEST(PatternAnalyzerTest, TakesNamesOfTheLexiconInAllForms) {
  Expect({
      {"Donald Trump ringte Vladimir Putin.", "Donald Trump/P, Vladimir Putin/P"},
      {"I dag ringte USAs president.", "USA/G"},
      {"I dag ringte USA:s Trump’s venn.", "USA/G, Trump/P"},
      {"De snakket i det hvite hus.", "det hvite hus/O"},
      {"Han fikk Patriot-systemer og Patriotmissiler.", "Patriot/W, Patriot/W"},
      {"Etter Atacms-angrepene svarte Moskva.", "Atacms/W, Moskva/G"},
      {"Møtet i Alaska var kort.", "Alaska/L"},
      {"Han sa til tv-kanalen Fox News at alt var bra.", "Fox News/O"},
      {"Missiler ble levert.", ""},
  });
}

TEST(PatternAnalyzerTest, LeavesTitlesDaysAndNationalitiesOut) {
  Expect({
      {"President Zelenskyj kom.", "Zelenskyj/P"},
      {"Så kom utenriksminister Marco Rubio.", "Marco Rubio/P"},
      {"Utenriksminister Marco Rubio kom.", "Marco Rubio/P"},
      {"Then Ukrainian Foreign Minister Andrii Sybiha spoke.", "Andrii Sybiha/P"},
      {"Then the Ukrainian Orthodox Church spoke.", "Ukrainian Orthodox Church/*"},
      {"Amerikanernes president beskriver samtalen.", ""},
      {"Amerikanske Olena Hansen kom.", "Olena Hansen/P"},
      {"He came in May and met Theresa May there.", "Theresa May/P"},
      {"He met Stephen King there.", "Stephen King/P"},
      {"Presidenten kom fredag.", ""},
  });
}

TEST(PatternAnalyzerTest, AsksForEvidenceAtTheStart) {
  Expect({
      {"Varpå Putin svarte.", "Putin/P"},
      {"Hittil Putin svarte.", "Putin/P"},
      {"Hittil har det gått.", ""},
      {"Umerov kom.", ""},
      {"Umerov kom. Så gikk Umerov.", "Umerov/*, Umerov/*"},
      {"Umerov sier det.", "Umerov/P"},
      {"Regjeringen sier det.", ""},
      {"Rustem Umerov kom.", "Rustem Umerov/P"},
      {"Olena kom.", "Olena/P"},
      {"Per dag er det to.", ""},
      {"NRK melder det.", "NRK/O"},
      {"Han sa: «Kanskje det.»", ""},
      {"– Kanskje, svarte han.", ""},
      {"Bild viser alt.", ""},
      {"Det skriver Bild i dag. Bild viser alt.", "Bild/O, Bild/O"},
      {"Store hus brant. De var store.", ""},
      {"Så kom Høyre. Høyre kom.", "Høyre/*, Høyre/*"},
      {"Så svingte Høyre til høyre.", ""},
      {"Nå kan Du komme.", ""},
  });
}

TEST(PatternAnalyzerTest, TakesNeighbouringNamesApart) {
  Expect({
      {"Etter samtalen takket Trump Putin for tiden.", "Trump/P, Putin/P"},
      {"I går var Ukrainas Volodymyr Zelenskyj der.", "Ukraina/G, Volodymyr Zelenskyj/P"},
      {"Nå møtte Melania Trump ham.", "Melania Trump/P"},
      {"Nå har Donald Trump Russland mot seg.", "Donald Trump/P, Russland/G"},
      {"Axios-journalist Barak Ravid skriver det.", "Axios/O, Barak Ravid/P"},
      {"Så sa Kreml-talsperson Jurij Usjakov det.", "Kreml/O, Jurij Usjakov/P"},
      {"De bor på Elmendorf-Richardson nå.", "Elmendorf-Richardson/*"},
      {"Nå sa J. D. Vance det.", "J. D. Vance/P"},
      {"De så Robert van der Berg der.", "Robert van der Berg/P"},
      {"Nå sa utenriksminister Inés María de la Vega det.", "Inés María de la Vega/P"},
      {"De så Tromdal de la bak seg.", "Tromdal/*"},
      {"De dro til Tromdal der Per Berg bor.", "Tromdal/*, Per Berg/P"},
      {"Han leser på University of Washington nå.", "University of Washington/*"},
      {"De besøkte St. Olav og Washington.", "St. Olav/*, Washington/G"},
  });
}

TEST(PatternAnalyzerTest, TakesGenitivesOffUnknownNamesOnlyWithEvidence) {
  Expect({
      {"De så Umerovs bil.", "Umerovs/*"},
      {"De så Umerovs bil og Umerov selv.", "Umerov/*, Umerov/*"},
      {"De så Umerov’s bil og Umerov:s hus.", "Umerov/*, Umerov/*"},
      {"De så Lukas’ bil.", "Lukas/*"},
      {"De så Olenas bil.", "Olena/P"},
  });
}

TEST(PatternAnalyzerTest, TellsTypesByCues) {
  Expect({
      {"Det sa Helsedepartementet i går.", "Helsedepartementet/O"},
      {"Han leder Berg Maskin AS nå.", "Berg Maskin AS/O"},
      {"Det er FBI som spør.", "FBI/O"},
      {"Så løslot de læreren Fogel.", "Fogel/P"},
      {"De leste avisen Dagsposten i byen Tromdal ved Sognefjorden.",
       "Dagsposten/O, Tromdal/L, Sognefjorden/L"},
      {"Han bor i Tromdal.", "Tromdal/L"},
      {"Etter at Dmitrij Peskov kom, så de Peskov i Peskov.",
       "Dmitrij Peskov/P, Peskov/P, Peskov/P"},
      {"De så Tromdal.", "Tromdal/*"},
  });
}

TEST(PatternAnalyzerTest, TrustsNoCapitalsInTitleCase) {
  Expect({
      {"Trump Meets Putin In Big Hall", "Trump/P, Putin/P"},
      {"TRUMP RINGTE PUTIN I DAG", "TRUMP/P, PUTIN/P"},
  });
}

TEST(PatternAnalyzerTest, AnalysesFromTheGivenByteAndForUnknownLanguages) {
  const PatternAnalyzer analyzer(Lexicons());
  const std::string text = " date 2025-07 Så kom Rustem Umerov.";
  const AnnotatedText result = analyzer.Analyze(text, 14, "und");
  EXPECT_EQ(result.sentences.at(0).bytes.begin, 14);
  ASSERT_EQ(result.names.size(), 1);
  EXPECT_EQ(result.Slice(result.names[0].bytes), "Rustem Umerov");
  EXPECT_TRUE(analyzer.Analyze("", 0, "nb").tokens.empty());
  EXPECT_TRUE(analyzer.Analyze(text, static_cast<uint32_t>(text.size()), "nb").sentences.empty());
}

}  // namespace
}  // namespace norn::ingest
