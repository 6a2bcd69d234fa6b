#include "ingest/analysis/teasers.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "ingest/analysis/sentences.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

std::string Left(const std::string& language, const std::string& text) {
  const Vocabulary vocabulary(LexiconSet::BuiltIn().For(language));
  std::vector<ByteSpan> paragraphs = SplitParagraphs(text, 0);
  DropTeasers(text, vocabulary, paragraphs);
  return absl::StrJoin(paragraphs, "|", [&](std::string* out, const ByteSpan& span) {
    out->append(text, span.begin, span.end - span.begin);
  });
}

TEST(TeasersTest, DropsLabelledLinesAndKeepsSentences) {
  struct Case {
    const char* language;
    const char* text;
    const char* left;
  };
  for (const Case& c : std::vector<Case>{
           {"nb", "LES OGSÅ: Dahl møtte Moe\nDet regner.", "Det regner."},
           {"nb", "Les også: Dahl møtte Moe i Bergen.\nDet regner.", "Det regner."},
           {"nb", "– Les også: Dahl møtte Moe\nDet regner.", "Det regner."},
           {"nb", "Les også\nDahl møtte Moe\nMoe svarte Dahl\n\nDet regner.", "Det regner."},
           {"nb", "Annonse\nDet regner.", "Det regner."},
           {"nb", "ANNONSE\n\nDahl i Bergen\nDet regner.", "Dahl i Bergen|Det regner."},
           {"nb", "Saken fortsetter under bildet.\nDet regner.", "Det regner."},
           {"nb", "Annonsen sto i avisen.\nDe vil lese også bøker.",
            "Annonsen sto i avisen.|De vil lese også bøker."},
           {"nb", "Han ba dem lese mer: det hjelper.", "Han ba dem lese mer: det hjelper."},
           {"nn", "LES OGSÅ: Dahl møtte Moe\nDet regnar.", "Det regnar."},
           {"nn", "Saka held fram under annonsen\nDet regnar.", "Det regnar."},
           {"sv", "LÄS OCKSÅ: Dahl mötte Moe\nDet regnar.", "Det regnar."},
           {"sv", "Annons:\nArtikeln fortsätter under annonsen\nDet regnar.", "Det regnar."},
           {"da", "LÆS OGSÅ: Dahl mødte Moe\nDet regner.", "Det regner."},
           {"da", "Artiklen fortsætter efter annoncen\nDet regner.", "Det regner."},
           {"en", "READ MORE: Dahl met Moe\nIt rains.", "It rains."},
           {"en", "Related: Dahl met Moe\nRelated talks were held.", "Related talks were held."},
           {"en", "Advertisement\nIt rains.", "It rains."},
       }) {
    EXPECT_EQ(Left(c.language, c.text), c.left) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
