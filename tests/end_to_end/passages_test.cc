// The development set: passages of news in five languages with what a careful reader takes from
// each (tests/passages). Goals that are known not to be met say `gap`; a failure shows the passage
// and the graph that came of it. How many events nobody asked for come of them is held down too.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"
#include "ingest/extract/extractor.h"
#include "ingest/pipeline.h"
#include "ingest/prepare/language.h"
#include "proto/article.pb.h"
#include "tests/support/goals.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

constexpr char kPassages[] = "tests/passages/";

struct Passage {
  std::string name;
  std::string published;
  std::string text;
  std::string goals;
};

// "@ NAME PUBLISHED", the text, "--", goals; the next "@" or the file's end closes it.
std::vector<Passage> ReadPassages(const std::string& path) {
  std::vector<Passage> passages;
  bool in_goals = false;
  for (const absl::string_view line : absl::StrSplit(ReadFile(path), '\n')) {
    if (absl::string_view head = line; absl::ConsumePrefix(&head, "@ ")) {
      const std::vector<std::string> words = absl::StrSplit(head, ' ');
      passages.push_back({words.at(0), words.at(1), "", ""});
      in_goals = false;
    } else if (line == "--") {
      in_goals = true;
    } else if (!passages.empty()) {
      absl::StrAppend(in_goals ? &passages.back().goals : &passages.back().text, line, "\n");
    }
  }
  return passages;
}

struct Tally {
  int wanted = 0;
  int met = 0;
  int found = 0;
};

class PassagesTest : public testing::TestWithParam<const char*> {};

graph::PropertyGraph GraphOf(const Passage& passage) {
  static const auto* const extractor = new ingest::Extractor();
  std::vector<proto::Article> articles(1);
  articles[0].set_name(passage.name);
  articles[0].set_published(passage.published);
  articles[0].set_text(passage.text);
  ingest::FillLanguage(articles[0]);
  auto graph = ingest::BuildGraph(articles, *extractor, {});
  EXPECT_TRUE(graph.ok()) << graph.status();
  return graph.ok() ? *std::move(graph) : graph::PropertyGraph();
}

// Events by type: those of other types are held against nobody.
int CountEvents(const graph::PropertyGraph& graph) {
  constexpr const char* kTypes[] = {"call", "meeting", "talks", "supply", "attack"};
  int count = 0;
  for (const graph::Node& node : graph.nodes) {
    const auto type = node.properties.find("type");
    const bool is_event =
        std::find(node.labels.begin(), node.labels.end(), "Event") != node.labels.end();
    count += is_event && type != node.properties.end() &&
             std::any_of(std::begin(kTypes), std::end(kTypes),
                         [&](const char* name) { return type->second == graph::Value(name); });
  }
  return count;
}

TEST_P(PassagesTest, AreReadAsACarefulReaderWould) {
  const std::string file = absl::StrCat(kPassages, GetParam(), ".txt");
  const std::vector<Passage> passages = ReadPassages(file);
  ASSERT_FALSE(passages.empty());
  Tally events;
  for (const Passage& passage : passages) {
    const ParsedGoals parsed = ParseGoals(passage.goals);
    for (const std::string& error : parsed.errors) ADD_FAILURE() << passage.name << ", " << error;
    const graph::PropertyGraph graph = GraphOf(passage);
    events.found += CountEvents(graph);
    std::string unmet;
    for (const Goal& goal : parsed.goals) {
      const std::string why = Unmet(goal, graph);
      if (goal.kind == Goal::Kind::kEvent && !goal.forbidden) {
        ++events.wanted;
        events.met += why.empty() != goal.gap;
      }
      if (!why.empty()) absl::StrAppend(&unmet, passage.name, ": ", goal.text, ": ", why, "\n");
    }
    EXPECT_TRUE(unmet.empty()) << unmet << passage.text << "\n" << Describe(graph);
  }
  std::cout << GetParam() << ": " << passages.size() << " passages, " << events.wanted
            << " events wanted, " << events.met << " of them met in all parts, " << events.found
            << " found\n";
  // The goals name what must be found, not everything that the passages tell.
  constexpr int kOneIn = 2;
  EXPECT_LE((events.found - events.wanted) * kOneIn, events.wanted) << "events are made up";
}

INSTANTIATE_TEST_SUITE_P(Languages, PassagesTest, testing::Values("nb", "nn", "sv", "da", "en"));

}  // namespace
}  // namespace norn::tests
