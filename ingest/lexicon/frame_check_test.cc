#include "ingest/lexicon/frame_check.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

constexpr char kShared[] =
    "frame { name: 'call' family: CONVERSATION } semantic_class { name: 'venue' }";
constexpr char kWhole[] =
    "evoking { frame: 'call' strength: STRONG word: ['ringe', 'slå på tråd til', '-samtale'] } "
    "evoking { frame: 'call' strength: WEAK word: 'tråd' } "
    "semantic_class { name: 'venue' word: ['øy', 'ambassade', 'vis-à-vis'] }";

Lexicon Part(const std::string& language, const std::string& text) {
  Lexicon part;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &part)) << text;
  part.set_language(language);
  return part;
}

TEST(FrameCheckTest, AcceptsWordsForAllThatSharedNames) {
  EXPECT_EQ(
      CheckFrames({Part("", kShared), Part("nb", kWhole), Part("da", kWhole), Part("sv", "")}),
      absl::OkStatus());
  EXPECT_EQ(CheckFrames({Part("nb", kWhole), Part("", kShared)}), absl::OkStatus());
  EXPECT_EQ(CheckFrames({Part("", ""), Part("nb", "")}), absl::OkStatus());
}

TEST(FrameCheckTest, RefusesAndNamesTheEntry) {
  struct Case {
    const char* language;
    const char* more;  // beside the whole
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"nb", "evoking { frame: 'cal' strength: STRONG word: 'x' }",
            "nb: evoking \"cal\": `shared` has no such name"},
           {"nb", "evoking { frame: 'call' word: 'x' }", "nb: evoking \"call\": strength"},
           {"nb", "evoking { frame: 'call' strength: WEAK word: 'ringe' }",
            "\"ringe\" occurs twice"},
           {"nb", "semantic_class { name: 'venu' word: 'x' }", "\"venu\": `shared` has no"},
           {"nb", "semantic_class { name: 'venue' word: 'ambassade' }",
            "\"ambassade\" occurs twice"},
           {"nb", "semantic_class { name: 'venue' word: 'Hotell' }", "\"Hotell\" has upper case"},
           {"nb", "semantic_class { name: 'venue' word: 'Øy' }", "\"Øy\" has upper case"},
           {"nb", "semantic_class { name: 'venue' word: '-' }", "has `-`"},
           {"nb", "semantic_class { name: 'venue' word: 'stort -rom' }", "has `-`"},
           {"nb", "frame { name: 'talks' family: CONVERSATION }", "only `shared`"},
           {"", "frame { name: 'call' family: CONVERSATION }", "occurs twice in `shared`"},
           {"", "frame { name: 'talks' }", "no family"},
           {"", "frame { name: '' family: ACT }", "name is empty"},
           {"", "evoking { frame: 'call' strength: STRONG word: 'x' }", "language's folder"},
           {"", "semantic_class { name: 'weapon' word: 'x' }", "language's folder"},
           {"", "semantic_class { name: 'weapon' }", "nb: semantic class \"weapon\": has no words"},
           {"sv", "semantic_class { name: 'venue' word: 'hotell' }",
            "sv: evoking \"call\": has no words in this language"},
       }) {
    const absl::Status status =
        CheckFrames({Part("", kShared), Part("nb", kWhole), Part(c.language, c.more)});
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.more;
    const std::string message(status.message().data(), status.message().size());
    EXPECT_THAT(message, HasSubstr(c.problem)) << c.more;
  }
}

}  // namespace
}  // namespace norn::ingest
