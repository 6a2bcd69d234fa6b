#include "tools/ask/report_explanation.h"

#include <sstream>
#include <string>

#include "gtest/gtest.h"
#include "tools/ask/call_view.h"

namespace norn::tools {
namespace {

std::string ReportsOf(const graph::View& view, const char* id) {
  std::ostringstream out;
  ExplainReports(view, *view.FindNode(id), nullptr, out);
  return out.str();
}

TEST(ReportExplanationTest, TellsWhatTheGraphKeepsOfAReport) {
  const graph::View view = CallView();
  EXPECT_EQ(ReportsOf(view, "event/call/1"),
            "  reported in article/a.txt, bytes 10 to 30\n"
            "    \"Ada [ringte] Bo.\"\n"
            "    according to Posten\n"
            "    the article does not vouch for it\n"
            "    found by trigger/call\n");
  EXPECT_EQ(ReportsOf(view, "person/ada"), "");
}

TEST(ReportExplanationTest, PrintsWhatSpokeForAndAgainst) {
  const ReportPlace report = {"a.txt", "call", 10, "ringte"};
  ReportReasons reasons;
  std::ostringstream by_rules;
  PrintReasons(report, reasons, by_rules);
  EXPECT_EQ(by_rules.str(), "    evoked by \"ringte\": call, by rules alone\n");

  reasons.evocation = {0.875, {{"the word itself", true}}};
  reasons.confidence = 0.25;
  reasons.whole = {{"no day is named", false}};
  std::ostringstream scored;
  PrintReasons(report, reasons, scored);
  EXPECT_EQ(scored.str(),
            "    evoked by \"ringte\": call, 0.88 sure\n"
            "      for it: the word itself\n"
            "    right in kind, status, day and all who matter: 0.25 sure\n"
            "      against it: no day is named\n");
}

}  // namespace
}  // namespace norn::tools
