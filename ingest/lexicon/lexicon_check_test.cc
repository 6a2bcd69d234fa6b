#include "ingest/lexicon/lexicon_check.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

// What each case stands on: a state, an office and an event type.
constexpr char kBase[] =
    "state { id: 'state/a' name: 'A' } office { code: 'president' title: 'president' } "
    "event_type { type: 'call' label: 'Call' family: CONVERSATION needs: 'participant' "
    "role { name: 'participant' generic: true } fill: '#FFFFFF' line: '#000000' } "
    "event_type { type: 'shot' label: 'Shot' family: ACT needs: 'gun' "
    "role { name: 'gun' filler: WEAPON } fill: '#FFFFFF' line: '#000000' }";

absl::Status Check(const std::string& language, const std::string& text) {
  std::vector<Lexicon> parts(2);
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(kBase, &parts[0]));
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &parts[1]));
  parts[1].set_language(language);
  return CheckLexicons(parts);
}

TEST(LexiconCheckTest, AcceptsEntriesThatReferToEachOther) {
  for (const char* text : {
           "",
           "state { id: 'state/a' name: 'Aland' adjective: 'alandsk' }",
           "actor { id: 'person/x' name: 'X' kind: PERSON state: 'state/a' "
           "tenure { office: 'president' of: 'state/a' } }",
           "actor { id: 'organization/y' name: 'Y' }",
           "place { id: 'place/p' name: 'P' country: 'state/a' }",
           "trigger { rule: 'nb/ringe' type: 'call' kind: VERB status: 'planned' "
           "argument { role: 'participant' from: SUBJECT } }",
           "trigger { rule: 'nb/skyte' type: 'shot' kind: VERB "
           "argument { role: 'gun' from: OBJECT filler: WEAPON } }",
           "cue { effect: STATUS status: 'unreal' word: 'skal' type: 'call' }",
       }) {
    EXPECT_EQ(Check("nb", text), absl::OkStatus()) << text;
  }
}

TEST(LexiconCheckTest, RefusesAndNamesTheEntry) {
  struct Case {
    const char* text;
    const char* entry;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"weapon { id: 'weapon/w' } weapon { id: 'weapon/w' }", "nb: weapon \"weapon/w\"",
            "twice"},
           {"office { code: 'o' } office { code: 'o' }", "office \"o\"", "twice"},
           {"actor { id: 'person/x' short_name: 'X' }", "person/x", "no name"},
           {"state { id: 'state/c' adjective: 'c' }", "state/c", "no name"},
           {"weapon { name: 'W' }", "weapon", "must begin with"},
           {"actor { id: 'organization/x' kind: PERSON }", "organization/x", "person/"},
           {"actor { id: 'person/x' state: 'state/b' }", "person/x", "state \"state/b\""},
           {"actor { id: 'person/x' tenure { office: 'king' } }", "person/x", "\"king\""},
           {"actor { id: 'person/x' tenure { office: 'president' of: 'state/b' } }", "person/x",
            "\"state/b\""},
           {"place { id: 'place/p' country: 'state/b' }", "place/p", "\"state/b\""},
           {"place { id: 'place/p' name: '' }", "place/p", "word 1 of `name` is empty"},
           {"given_name: 'Ola' given_name: ''", "given_name", "word 2"},
           {"given_name: ' Ola'", "given_name", "blanks"},
           {"place { id: 'place/p' name: 'A  B' }", "place/p", "blanks"},
           {"trigger { rule: 't' argument { word: '' } }", "trigger \"t\"", "empty"},
           {"trigger { rule: 't' kind: VERB type: 'dance' }", "trigger \"t\"", "\"dance\""},
           {"trigger { rule: 't' kind: VERB type: 'call' refinement { type: 'dance' } }",
            "trigger \"t\"", "\"dance\""},
           {"trigger { rule: 't' kind: VERB type: 'call' status: 'maybe' }", "trigger \"t\"",
            "\"maybe\""},
           {"trigger { rule: 't' type: 'call' kind: NOUN } trigger { rule: 't' }", "trigger \"t\"",
            "twice"},
           {"trigger { rule: 't' type: 'call' }", "trigger \"t\"", "no kind"},
           {"trigger { rule: 't' type: 'call' kind: VERB argument { role: 'gun' from: OBJECT } }",
            "trigger \"t\"", "role \"gun\" is none of call's"},
           {"trigger { rule: 't' type: 'shot' kind: VERB argument { role: 'gun' from: OBJECT } }",
            "trigger \"t\"", "filler"},
           {"trigger { rule: 't' type: 'call' kind: VERB argument { role: 'participant' } }",
            "trigger \"t\"", "`from`"},
           {"cue { word: 'skal' }", "cue \"skal\"", "no effect"},
           {"cue { word: 'skal' effect: STATUS }", "cue \"skal\"", "status"},
           {"cue { word: 'skal' effect: STATUS status: 'unreal' type: 'dance' }", "cue \"skal\"",
            "\"dance\""},
           {"cue { word: 'skal' effect: STATUS status: 'maybe' }", "cue \"skal\"", "\"maybe\""},
           {"pronoun { word: 'kongen' office: 'king' }", "pronoun \"kongen\"", "\"king\""},
       }) {
    const absl::Status status = Check("nb", c.text);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.text;
    const std::string message(status.message().data(), status.message().size());
    EXPECT_THAT(message, HasSubstr(c.entry)) << c.text;
    EXPECT_THAT(message, HasSubstr(c.problem)) << c.text;
  }
}

TEST(LexiconCheckTest, RefusesEventTypesThatDoNotHold) {
  constexpr char kRest[] =
      " label: 'Dance' family: ACT fill: '#FFFFFF' line: '#000000' role { name: 'dancer' } }";
  struct Case {
    std::string text;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"event_type { type: 'dance' }", "no label"},
           {"event_type { type: 'dance' label: 'Dance' }", "no family"},
           {"event_type { type: 'dance' label: 'Dance' family: ACT }", "needs no role"},
           {"event_type { type: 'dance' label: 'Dance' family: ACT needs: 'x' }", "colours"},
           {std::string("event_type { type: 'dance' needs: 'singer'") + kRest, "\"singer\""},
           {std::string("event_type { type: 'dance' needs: 'dancer' role { name: 'dancer' }") +
                kRest,
            "twice"},
           {std::string("event_type { type: 'dance' needs: 'dancer' same_event { role: 'x' }") +
                kRest,
            "\"x\""},
           {std::string("event_type { type: 'dance' needs: 'dancer' negated_status: 'x'") + kRest,
            "status \"x\""},
           {std::string("event_type { type: 'dance' needs: 'dancer' undated { status: 'x' }") +
                kRest,
            "status \"x\""},
           {std::string("event_type { type: 'dance' needs: 'dancer' type_of_groups: 'x'") + kRest,
            "type \"x\""},
       }) {
    const absl::Status status = Check("", c.text);
    const std::string message(status.message().data(), status.message().size());
    EXPECT_THAT(message, HasSubstr("event type \"dance\"")) << c.text;
    EXPECT_THAT(message, HasSubstr(c.problem)) << c.text;
  }
  EXPECT_EQ(Check("", std::string("event_type { type: 'dance' needs: 'dancer'") + kRest),
            absl::OkStatus());
  EXPECT_FALSE(Check("nb", std::string("event_type { type: 'dance' needs: 'dancer'") + kRest).ok());
}

TEST(LexiconCheckTest, FindsARepeatedIdAcrossTwoPartsOfOneLanguage) {
  Lexicon part;
  part.set_language("sv");
  part.add_weapon()->set_id("weapon/w");
  part.mutable_weapon(0)->add_name("W");
  EXPECT_FALSE(CheckLexicons({part, part}).ok());
  Lexicon other = part;
  other.set_language("da");
  EXPECT_TRUE(CheckLexicons({part, other}).ok());
}

}  // namespace
}  // namespace norn::ingest
