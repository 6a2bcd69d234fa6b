#include "ingest/extract/reasons/event_reasons.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/extract/extractor.h"
#include "proto/article.pb.h"

namespace norn::ingest {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

std::vector<EventReasons> ReasonsFor(const std::string& text) {
  static const Extractor extractor;
  proto::Article article;
  article.set_name("test.txt");
  article.set_language("en");
  article.set_published("2025-07-04");
  article.set_text(text);
  return extractor.Explain(article);
}

EventReasons OfType(const std::string& type, const std::string& text) {
  for (const EventReasons& one : ReasonsFor(text)) {
    if (one.claim.type() == type) return one;
  }
  ADD_FAILURE() << "no " << type << " in: " << text;
  return {};
}

TEST(EventReasonsTest, AnEventThatScorersWeighHasReasonsForItsWordsAndForTheWhole) {
  const EventReasons call =
      OfType("call", "Jens Dahl spoke by phone with Olena Koval on Thursday. The call was short.");
  ASSERT_EQ(call.evocations.size(), call.claim.reports_size());
  EXPECT_GT(call.evocations[0].sure, 0.5);
  for (const EventReasons::Evocation& evocation : call.evocations) {
    EXPECT_LE(evocation.sure, 1);
    EXPECT_THAT(evocation.reasons, Not(IsEmpty()));
    EXPECT_LE(evocation.reasons.size(), 2 * kReasonsShown);
  }
  EXPECT_THAT(call.whole, Not(IsEmpty()));
  EXPECT_LE(call.whole.size(), 2 * kReasonsShown);
}

TEST(EventReasonsTest, AnEventThatRulesAloneFindHasNone) {
  const EventReasons visit = OfType("visit", "Anna Berg visited Volodymyr Zelensky in May.");
  ASSERT_EQ(visit.evocations.size(), visit.claim.reports_size());
  for (const EventReasons::Evocation& evocation : visit.evocations) {
    EXPECT_EQ(evocation.sure, 0);
    EXPECT_THAT(evocation.reasons, IsEmpty());
  }
  EXPECT_THAT(visit.whole, IsEmpty());
}

TEST(EventReasonsTest, NothingIsExplainedWhereNothingIsStated) {
  EXPECT_THAT(ReasonsFor("The weather was fine."), IsEmpty());
}

}  // namespace
}  // namespace norn::ingest
