// What the analyser finds with the built-in lexicons: rows of sentences for each language. A
// person, place or weapon stands here and in the lexicons only.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "ingest/analysis/pattern_analyzer.h"

namespace norn::ingest {
namespace {

struct Case {
  const char* language;
  const char* text;
  const char* names;
};

std::string NamesOf(const PatternAnalyzer& analyzer, const Case& c) {
  constexpr char kLetters[] = "?POLGW";  // in the order of NameType
  const std::string words = c.text;
  const AnnotatedText text = analyzer.Analyze(words, 0, c.language);
  std::string names;
  for (const Name& name : text.names) {
    absl::StrAppend(&names, names.empty() ? "" : ", ", text.Slice(name.bytes), "/",
                    std::string(1, kLetters[static_cast<size_t>(name.type)]));
  }
  return names;
}

TEST(NamesQualityTest, FindsNamesWithTheBuiltInLexicons) {
  const PatternAnalyzer analyzer(LexiconSet::BuiltIn());
  for (const Case& c : std::vector<Case>{
           {"nb", "Onsdag ringte Ukrainas president Volodymyr Zelenskyj til Donald Trump.",
            "Ukraina/G, Volodymyr Zelenskyj/P, Donald Trump/P"},
           {"nb", "Deretter takket Macron Merz for samtalen, opplyser Élysée-palasset i Paris.",
            "Macron/P, Merz/P, Élysée-palasset/G, Paris/G"},
           {"nb", "– Vi venter på USAs svar, sier Kreml-talsperson Dmitrij Peskov til NRK.",
            "USA/G, Kreml/O, Dmitrij Peskov/P, NRK/O"},
           {"nb", "Forsvarsminister Tore Sandvik lovet Kyiv flere F-16-fly og Leopard 2.",
            "Tore Sandvik/P, Kyiv/G, F-16-fly/W, Leopard 2/W"},
           {"nb", "I det hvite hus møtte de Natos generalsekretær Mark Rutte.",
            "det hvite hus/O, Nato/O, Mark Rutte/P"},
           {"nb", "Russerne sier nei. Amerikanske tjenestemenn venter.", ""},
           {"nn", "Utanriksminister Espen Barth Eide møtte Sergej Lavrov i Moskva på fredag.",
            "Espen Barth Eide/P, Sergej Lavrov/P, Moskva/G"},
           {"nn", "Difor snakka Noreg og Danmark saman, seier Jonas Gahr Støre.",
            "Noreg/G, Danmark/G, Jonas Gahr Støre/P"},
           {"sv", "USA:s president Donald Trump talade med Ulf Kristersson i Stockholm.",
            "USA/G, Donald Trump/P, Ulf Kristersson/P, Stockholm/G"},
           {"sv", "Varpå Putin svarade. Ryska styrkor anföll Charkiv med Iskander-robotar.",
            "Putin/P, Charkiv/L, Iskander/W"},
           {"sv", "Enligt Sveriges utrikesminister Maria Malmer Stenergard väntar EU.",
            "Sverige/G, Maria Malmer Stenergard/P, EU/O"},
           {"da", "Statsminister Mette Frederiksen talte med Friedrich Merz om Grønland.",
            "Mette Frederiksen/P, Friedrich Merz/P, Grønland/G"},
           {"da", "Danmarks forsvarsminister Troels Lund Poulsen besøgte Kyiv i mandags.",
            "Danmark/G, Troels Lund Poulsen/P, Kyiv/G"},
           {"en", "On Friday, US President Donald Trump spoke with Ukraine's Volodymyr Zelenskyy.",
            "US/G, Donald Trump/P, Ukraine/G, Volodymyr Zelenskyy/P"},
           {"en", "Russian Foreign Minister Sergey Lavrov met Marco Rubio in Riyadh, Reuters said.",
            "Sergey Lavrov/P, Marco Rubio/P, Riyadh/G, Reuters/O"},
           {"en", "The White House said the Pentagon would send Patriot missiles to Kyiv in May.",
            "White House/O, Pentagon/O, Patriot/W, Kyiv/G"},
           // Small words in a name, and words of it that are common elsewhere.
           {"da", "Onsdag talte hun med Hugues de Belleville om havnen.", "Hugues de Belleville/P"},
           {"sv", "I Bryssel sade Dominique de Belleville att mötet var bra.",
            "Bryssel/G, Dominique de Belleville/P"},
           {"en", "It was sent to the Environmental Protection Agency on Monday.",
            "Environmental Protection Agency/O"},
           {"en", "He heard of it from the Government Accountability Office.",
            "Government Accountability Office/O"},
           {"en", "She spoke with Karin Teo of Tuvalu after lunch.", "Karin Teo/P, Tuvalu/G"},
           // A surname that ends like a genitive; a surname that opens a sentence.
           {"da", "Ministeren talte med polakken Hubert Lis om aftalen.", "Hubert Lis/P"},
           {"sv", "Ministern träffade Halvdan Tveitmark. Tveitmark hade ringt två dagar tidigare.",
            "Halvdan Tveitmark/P, Tveitmark/P"},
       }) {
    EXPECT_EQ(NamesOf(analyzer, c), c.names) << c.language << ": " << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
