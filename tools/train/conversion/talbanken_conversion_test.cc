#include "tools/train/conversion/talbanken_conversion.h"

#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace norn::train {
namespace {

// "form/UPOS/head/relation" for each word, as it is read and as it is shown.
std::string Converted(const std::string& words) {
  TreebankSentence sentence;
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    const std::vector<std::string> parts = absl::StrSplit(word, '/');
    TreebankToken token;
    token.form = parts[0];
    token.upos = parts[1];
    EXPECT_TRUE(absl::SimpleAtoi(parts[2], &token.head));
    token.deprel = parts[3];
    sentence.tokens.push_back(token);
  }
  ConvertTalbanken(sentence);
  std::string out;
  for (const TreebankToken& t : sentence.tokens) {
    absl::StrAppend(&out, out.empty() ? "" : " ", t.form, "/", t.upos, "/", t.head, "/", t.deprel);
  }
  return out;
}

TEST(TalbankenConversionTest, BringsVersionOneToVersionTwo) {
  const struct {
    const char* what;
    const char* before;
    const char* after;
  } kCases[] = {
      {"objects and oblique phrases",
       "Hon/PRON/2/nsubj skrev/VERB/0/root brev/NOUN/2/dobj i/ADP/5/case Lund/PROPN/2/nmod",
       "Hon/PRON/2/nsubj skrev/VERB/0/root brev/NOUN/2/obj i/ADP/5/case Lund/PROPN/2/obl"},
      {"phrases of nouns stay", "boken/NOUN/0/root om/ADP/3/case havet/NOUN/1/nmod",
       "boken/NOUN/0/root om/ADP/3/case havet/NOUN/1/nmod"},
      {"auxiliaries and negation",
       "Hon/PRON/4/nsubj kan/VERB/4/aux inte/ADV/4/neg sova/VERB/0/root",
       "Hon/PRON/4/nsubj kan/AUX/4/aux inte/PART/4/advmod sova/VERB/0/root"},
      {"a conjunction hangs on what follows", "katter/NOUN/0/root och/CONJ/1/cc hundar/NOUN/1/conj",
       "katter/NOUN/0/root och/CCONJ/3/cc hundar/NOUN/1/conj"},
      {"the place is the predicate",
       "Huset/NOUN/2/nsubj är/VERB/0/root i/ADP/4/case Lund/PROPN/2/nmod",
       "Huset/NOUN/4/nsubj är/AUX/4/cop i/ADP/4/case Lund/PROPN/0/root"},
      {"a verb that helps no more governs", "Hon/PRON/3/nsubj brukar/VERB/3/aux sova/VERB/0/root",
       "Hon/PRON/2/nsubj brukar/VERB/0/root sova/VERB/2/xcomp"},
      {"expressions are taken apart",
       "Vi/PRON/2/nsubj ses/VERB/0/root i/ADP/2/advmod dag/NOUN/3/mwe",
       "Vi/PRON/2/nsubj ses/VERB/0/root i/ADP/4/case dag/NOUN/2/obl"},
      {"possessives", "sin/DT/2/det bok/NOUN/0/root", "sin/PRON/2/nmod:poss bok/NOUN/0/root"},
      {"particles", "Hon/PRON/2/nsubj gick/VERB/0/root ut/ADP/2/compound:prt",
       "Hon/PRON/2/nsubj gick/VERB/0/root ut/ADV/2/compound:prt"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Converted(c.before), c.after) << c.what;
}

}  // namespace
}  // namespace norn::train
