#include "tools/ask/explanation.h"

#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/ask/call_view.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;

// What is told, or what is wrong.
std::string Explained(const std::vector<std::string>& what) {
  const graph::View view = CallView();
  std::ostringstream out;
  const absl::Status status = ExplainInView(view, what, nullptr, out);
  return status.ok() ? out.str() : std::string(status.message());
}

TEST(ExplanationTest, OfANodeAreItsPropertiesAndWhatItTookPartIn) {
  EXPECT_EQ(Explained({"Ada Berg"}),
            "person/ada\n"
            "  name: Ada Berg\n"
            "  confidence: 0.5\n"
            "  took part in event/call/1, role caller\n");
}

TEST(ExplanationTest, OfAnEdgeAreTheReportsOfItsEventInEitherDirection) {
  for (const std::vector<std::string>& what : std::vector<std::vector<std::string>>{
           {"person/ada", "SPOKE_WITH", "person/bo"}, {"person/bo", "spoke_with", "person/ada"}}) {
    EXPECT_THAT(Explained(what), HasSubstr("person/ada -[SPOKE_WITH]-> person/bo\n"
                                           "  event: event/call/1\n"
                                           "  reported in article/a.txt, bytes 10 to 30\n"));
  }
}

TEST(ExplanationTest, SaysWhatIsNotThere) {
  EXPECT_EQ(Explained({"person/ada", "SPOKE_WITH", "person/bo-2"}),
            "there is no edge SPOKE_WITH between person/ada and person/bo-2");
  EXPECT_EQ(Explained({"person/ada", "MET", "person/bo"}),
            "the graph has no edges MET; there are PARTICIPATED_IN, REPORTED_IN, SPOKE_WITH");
  EXPECT_EQ(Explained({"person/ada", "MET"}), "name a node, or an edge as FROM TYPE TO");
}

}  // namespace
}  // namespace norn::tools
