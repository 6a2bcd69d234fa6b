#include "ingest/analysis/names/name_units.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "ingest/analysis/names/small_text.h"

namespace norn::ingest {
namespace {

// The sequence that begins with the token: each unit's kind and bytes, "+" a particle in front,
// "." nothing of the name may follow.
std::string UnitsOf(const std::string& words, uint32_t at) {
  const SmallText small(words);
  const NameUnits units(small.vocabulary(), small.gazetteer(), small.context(), small.text());
  std::string result;
  for (const NameUnit& unit : units.SequenceAt(at, small.end())) {
    constexpr char kKinds[] = "NTA-P";  // in the order of NameUnit::Kind
    const uint32_t begin = small.text().tokens[unit.first].bytes.begin;
    absl::StrAppend(&result, result.empty() ? "" : " ", std::string(unit.particles, '+'),
                    std::string(1, kKinds[unit.kind]), ":",
                    small.text().Slice({begin, unit.end_byte}), unit.ends ? "." : "");
  }
  return result;
}

TEST(NameUnitsTest, CollectsWhatCouldBeOneName) {
  struct Case {
    const char* words;
    uint32_t at;
    const char* units;
  };
  for (const Case& c : std::vector<Case>{
           {"they saw Olav Berg there", 2, "N:Olav Berg"},
           {"they saw him there", 2, ""},
           {"they saw President Lund there", 2, "T:President P:Lund"},
           {"they saw Doctor Lund there", 2, "T:Doctor P:Lund"},
           {"the Jordanian Air Force there", 1, "A:Jordanian P:Air P:Force"},
           {"it was May Lund there", 2, "-:May P:Lund"},
           // Lower-case words inside a name, of which none may end it.
           {"at the Bank of Lund there", 2, "P:Bank +P:Lund"},
           {"at the Bank of course", 2, "P:Bank"},
           {"where Berg of Lund lives", 1, "N:Berg"},
           // Endings that are not of the name, after which nothing is.
           {"it was Lund's Fiat there", 2, "P:Lund."},
           {"they saw Karins Fiat there", 2, "P:Karin."},
           {"a Lund-friendly Fiat there", 1, "P:Lund."},
           // A common word with a capital in mid-sentence only is a name.
           {"they say Labour lost", 2, "P:Labour"},
           {"they say Labour lost and labour won", 2, "-:Labour"},
           {"they say We lost", 2, "-:We"},
       }) {
    EXPECT_EQ(UnitsOf(c.words, c.at), c.units) << c.words;
  }
}

}  // namespace
}  // namespace norn::ingest
