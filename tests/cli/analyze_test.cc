// norn analyze.
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class AnalyzeTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& text) {
    const std::string path = folder_.Path(name);
    std::ofstream(path) << text;
    return path;
  }

  TempFolder folder_;
};

TEST_F(AnalyzeTest, ATextBecomesConllu) {
  const Ran ran = RunNorn({"analyze", "--language", "nb",
                           Write("a.txt", "Statsministeren ringte Kari Dahl.\nHun svarte.\n")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("# text = Statsministeren ringte Kari Dahl.\n"));
  EXPECT_THAT(ran.out, HasSubstr("2\tringte\tringe\tVERB\t"));
  EXPECT_THAT(ran.out, HasSubstr("\t0\troot\t"));
  EXPECT_THAT(ran.out, HasSubstr("name=B-PER"));
  EXPECT_THAT(ran.out, HasSubstr("SpaceAfter=No|name=I-PER"));
}

TEST_F(AnalyzeTest, TheLanguageIsFoundOut) {
  const Ran ran = RunNorn({"analyze", "--format", "json",
                           Write("a.txt",
                                 "Utrikesministern ringde statsministern i går kväll, och "
                                 "de talade länge om kriget.\n")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\"language\":\"sv\""));
}

TEST_F(AnalyzeTest, JsonHasTheBytesOfTheFile) {
  const Ran ran = RunNorn(
      {"analyze", "--language", "nb", "--format", "json", Write("a.txt", "Å ringe Kari.\n")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\"form\":\"ringe\",\"begin\":3,\"end\":8"));
}

TEST_F(AnalyzeTest, GivenTokensAndSentencesAreKept) {
  const std::string rows =
      "# sent_id = 1\n1\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "3-4\tgo.\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n4\t.\t_\t_\t_\t_\t_\t_\t_"
      "\t_\n\n";
  const Ran ran =
      RunNorn({"analyze", "--language", "en", "--input", "conllu", Write("a.conllu", rows)});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("# sent_id = 1\n1\tdo\t"));
  EXPECT_THAT(ran.out, HasSubstr("SpaceAfter=No|name=O"));
  EXPECT_THAT(ran.out, HasSubstr("\n3-4\tgo.\t_\t_"));
}

TEST_F(AnalyzeTest, StandardInputIsReadForADash) {
  const Ran ran = RunNorn({"analyze", "--language", "da", "-"}, "Ministeren ringede.\n");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("2\tringede\t"));
}

TEST_F(AnalyzeTest, MistakesAreNamedWithTheirPlace) {
  const Ran bad =
      RunNorn({"analyze", "--language", "nb", "--input", "conllu", Write("bad.conllu", "1\ta\n")});
  EXPECT_EQ(bad.code, 65);
  EXPECT_THAT(bad.err, HasSubstr("bad.conllu:1: 2 columns"));

  const Ran missing = RunNorn({"analyze", folder_.Path("none.txt")});
  EXPECT_EQ(missing.code, 66);
  EXPECT_THAT(missing.err, HasSubstr("none.txt"));

  const std::string german =
      "Der Kanzler hat am Dienstag in Berlin den polnischen Außenminister empfangen und mit ihm "
      "mehrere Stunden lang über die Lage an der Grenze gesprochen, wie sein Sprecher danach den "
      "wartenden Journalisten erklärte.\n";
  const Ran foreign = RunNorn({"analyze", Write("de.txt", german)});
  EXPECT_EQ(foreign.code, 65);
  EXPECT_THAT(foreign.err, HasSubstr("no model reads language"));
  EXPECT_THAT(foreign.out, Not(HasSubstr("Kanzler")));

  EXPECT_EQ(RunNorn({"analyze", "--language", "xx", "a.txt"}).code, 64);
}

}  // namespace
}  // namespace norn::tests
