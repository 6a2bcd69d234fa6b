#include "tests/support/console_examples.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tests {
namespace {

using testing::ElementsAre;

constexpr char kMarkdown[] =
    "# Title\n"
    "```sh\n$ not run\n```\n"
    "```console\n"
    "$ norn query --graph g \\\n"
    "    'MATCH (a)\n"
    "     RETURN a'\n"
    "one\n"
    "two\n"
    "$ norn check\n"
    "```\n"
    "$ outside\n";

TEST(ConsoleExamples, AreFoundWithTheirOutput) {
  const auto examples = ConsoleExamples(kMarkdown);
  ASSERT_EQ(examples.size(), 2);
  EXPECT_EQ(examples[0].line, 6);
  EXPECT_EQ(examples[0].output, "one\ntwo\n");
  EXPECT_THAT(SplitCommand(examples[0].command),
              ElementsAre("norn", "query", "--graph", "g", "MATCH (a)\n     RETURN a"));
  EXPECT_EQ(examples[1].command, "norn check");
  EXPECT_EQ(examples[1].output, "");
}

TEST(ConsoleExamples, WordsAreSplitAsAShellDoes) {
  EXPECT_THAT(SplitCommand("a 'b c' \"d \\\" e\" f\\ g '' h'i'j"),
              ElementsAre("a", "b c", "d \" e", "f g", "", "hij"));
  EXPECT_THAT(SplitCommand("'back\\slash'"), ElementsAre("back\\slash"));
}

TEST(ConsoleExamples, OutputMayLeaveLinesOut) {
  EXPECT_TRUE(OutputFits("a\nb\n", "a  \nb\n\n"));
  EXPECT_TRUE(OutputFits("a\n…\nz", "a\nb\nc\nz\n"));
  EXPECT_TRUE(OutputFits("a\n…\nz", "a\nz\n"));
  EXPECT_TRUE(OutputFits("…", ""));
  EXPECT_FALSE(OutputFits("a\n…\nz", "a\nb\n"));
  EXPECT_FALSE(OutputFits("a\n", "a\nb\n"));
  EXPECT_FALSE(OutputFits("a\nb\n", "a\n"));
}

}  // namespace
}  // namespace norn::tests
