#include "ingest/extract/mentions/meaning/discourse.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// "Nordlandske soldater falt i Dalby." "De kom."
constexpr char kRows[] =
    "Norske norsk ADJ _ 2 amod\n"
    "soldater soldat NOUN Number=Plur 3 nsubj\n"
    "falt falle VERB _ 0 root\n"
    "i i ADP _ 5 case\n"
    "Dalby Dalby PROPN _ 3 obl\n"
    "\n"
    "De de PRON _ 2 nsubj\n"
    "kom komme VERB _ 0 root\n";

class DiscourseTest : public testing::Test {
 protected:
  DiscourseTest()
      : rows_(kRows),
        analyzer_(LexiconSet::BuiltIn()),
        grammar_(LexiconSet::BuiltIn().For("nb")),
        entities_(grammar_, analyzer_.gazetteer("nb")),
        offices_(LexiconSet::BuiltIn().For("nb"), entities_, DayRange{}) {
    norway_ = entities_.StateById("state/norge");
    sweden_ = entities_.StateById("state/sverige");
    Mention adjective = At(0, Mention::Kind::kAdjective);
    adjective.entities = {norway_};
    Mention town = At(4, Mention::Kind::kPlace);
    town.state = sweden_;
    candidates_ = {{adjective, At(1, Mention::Kind::kNoun), town},
                   {At(5, Mention::Kind::kPronoun)}};
  }

  static Mention At(uint32_t token, Mention::Kind kind) {
    Mention mention;
    mention.kind = kind;
    mention.first_token = mention.phrase_begin = mention.head_token = token;
    mention.token_count = 1;
    return mention;
  }

  static std::string PathOf(const std::vector<Tie>& ties, uint32_t entity) {
    for (const Tie& tie : ties) {
      if (tie.entity == entity) return tie.path;
    }
    return "none";
  }

  const RowsText rows_;
  PatternAnalyzer analyzer_;
  Grammar grammar_;
  EntityTable entities_;
  OfficeBook offices_;
  uint32_t norway_ = 0;
  uint32_t sweden_ = 0;
  std::vector<std::vector<Mention>> candidates_;
};

TEST_F(DiscourseTest, TiesAPhraseToWhatTheTreeHangsOnItAndOnItsVerb) {
  const Discourse discourse(rows_.text(), grammar_, entities_, offices_, candidates_);
  const auto ties = discourse.TiesOf(0, candidates_[0][1]);
  EXPECT_EQ(PathOf(ties, norway_), "below:amod: behind");
  EXPECT_EQ(PathOf(ties, sweden_), "clause:obl:i later behind");
  EXPECT_EQ(PathOf(discourse.TiesOf(1, candidates_[1][0]), norway_), "before behind");
}

TEST_F(DiscourseTest, RemembersWhatHasBeenReadAndNoMore) {
  Discourse discourse(rows_.text(), grammar_, entities_, offices_, candidates_);
  EXPECT_EQ(discourse.RecordOf(sweden_).last_sentence, kNever);
  EXPECT_TRUE(discourse.recent().empty());
  discourse.Read(0);
  EXPECT_EQ(discourse.RecordOf(sweden_).last_sentence, 0);
  // A place that lies in it does not make the state a subject.
  EXPECT_EQ(discourse.RecordOf(sweden_).last_as_subject, kNever);
  EXPECT_EQ(discourse.recent(), (std::vector<uint32_t>{norway_, sweden_}));
}

TEST_F(DiscourseTest, AnswersForEntitiesThatWereNeverSeen) {
  const Discourse discourse(rows_.text(), grammar_, entities_, offices_, candidates_);
  EXPECT_EQ(discourse.RecordOf(1000).total, 0u);
  EXPECT_EQ(discourse.HomeOf(1000), std::nullopt);
  EXPECT_EQ(discourse.SpeakerOf(1000), std::nullopt);
}

}  // namespace
}  // namespace norn::ingest
