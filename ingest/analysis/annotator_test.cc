#include "ingest/analysis/annotator.h"

#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

class AnnotatorTest : public testing::Test {
 protected:
  AnnotatedText Analyze(const std::string& language, const std::string& text) {
    text_ = text;
    AnnotatedText result = tokens_.Analyze(text_, 0, language);
    result.names = Annotator::BuiltIn().Annotate(result);
    return result;
  }

  std::string text_;
  PatternAnalyzer tokens_{LexiconSet::BuiltIn()};
};

std::string Tree(const AnnotatedText& text) {
  std::string out;
  for (const Token& token : text.tokens) {
    absl::StrAppend(&out, out.empty() ? "" : " ", token.deprel, "(",
                    token.head < 0 ? "ROOT" : text.Form(text.tokens[token.head]), ",",
                    text.Form(token), ")");
  }
  return out;
}

TEST_F(AnnotatorTest, FindsWhoDidWhatToWhomInAllLanguages) {
  const struct {
    const char* language;
    const char* text;
    const char* tree;
  } kCases[] = {
      {"nb", "Presidenten ringte Kari Dahl.",
       "nsubj(ringte,Presidenten) root(ROOT,ringte) obj(ringte,Kari) flat:name(Kari,Dahl) "
       "punct(ringte,.)"},
      {"nn", "I går møtte Kari Dahl statsministeren.",
       "case(går,I) obl(møtte,går) root(ROOT,møtte) nsubj(møtte,Kari) flat:name(Kari,Dahl) "
       "obj(møtte,statsministeren) punct(møtte,.)"},
      {"sv", "Presidenten mötte statsministern i Lund.",
       "nsubj(mötte,Presidenten) root(ROOT,mötte) obj(mötte,statsministern) case(Lund,i) "
       "obl(mötte,Lund) punct(mötte,.)"},
      {"da", "Ministeren ringede til præsidenten.",
       "nsubj(ringede,Ministeren) root(ROOT,ringede) case(præsidenten,til) "
       "obl(ringede,præsidenten) punct(ringede,.)"},
      {"en", "The president met the minister.",
       "det(president,The) nsubj(met,president) root(ROOT,met) det(minister,the) "
       "obj(met,minister) punct(met,.)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Tree(Analyze(c.language, c.text)), c.tree) << c.text;
}

TEST_F(AnnotatorTest, KnowsLemmasAndNames) {
  const AnnotatedText text = Analyze("nb", "Statsministeren snakket med Kari Dahl i Bergen.");
  EXPECT_EQ(text.tokens[0].lemma, "statsminister");
  EXPECT_EQ(text.tokens[1].lemma, "snakke");
  ASSERT_EQ(text.names.size(), 2U);
  EXPECT_EQ(text.Slice(text.names[0].bytes), "Kari Dahl");
  EXPECT_EQ(text.names[0].type, NameType::kPerson);
  EXPECT_EQ(text.Slice(text.names[1].bytes), "Bergen");
}

TEST_F(AnnotatorTest, LeavesLanguagesWithoutAModelAlone) {
  EXPECT_FALSE(Annotator::BuiltIn().Reads("de"));
  const AnnotatedText text = Analyze("de", "Der Kanzler rief an.");
  EXPECT_TRUE(text.names.empty());
  EXPECT_TRUE(text.tokens[0].upos.empty());
}

TEST_F(AnnotatorTest, SentencesAroundASentenceChangeNothingInIt) {
  const std::string sentence = "Utenriksministeren møtte generalen i Bodø i fjor.";
  const std::string alone = Tree(Analyze("nb", sentence));
  const AnnotatedText together =
      Analyze("nb", absl::StrCat("Kort.\n", sentence,
                                 "\nEn setning til, noe lengre enn de andre, "
                                 "for at ikke alle skal være like lange."));
  EXPECT_NE(Tree(together).find(alone), std::string::npos);
}

TEST_F(AnnotatorTest, AnEndlessSentenceGetsOneTree) {
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "ord ";
  const AnnotatedText text = Analyze("nb", words);
  int roots = 0;
  for (const Token& token : text.tokens) roots += token.head < 0;
  EXPECT_EQ(roots, static_cast<int>(text.sentences.size()));
}

TEST_F(AnnotatorTest, ThreadsGetTheSameAnswers) {
  const std::string sentence = "Presidenten ringte Kari Dahl fra Bergen.";
  const std::string alone = Tree(Analyze("nb", sentence));
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      AnnotatedText text = tokens_.Analyze(sentence, 0, "nb");
      Annotator::BuiltIn().Annotate(text);
      answer = Tree(text);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) EXPECT_EQ(answer, alone);
}

TEST(AnnotatorFromModelsTest, RefusesDamagedModels) {
  EXPECT_EQ(Annotator::FromModels({"not a model"}).status().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace norn::ingest
