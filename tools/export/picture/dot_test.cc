#include "tools/export/picture/dot.h"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/export/picture/graphviz.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

Picture Pair(const std::string& one, const std::string& other) {
  Picture picture;
  for (const std::string& name : {one, other}) {
    picture.nodes.push_back({name, name, name, StyleOfLabels({"Actor", "Person"})});
  }
  picture.edges.push_back({0, 1, one, "tooltip", StyleOfType("SPOKE_WITH")});
  return picture;
}

TEST(Dot, WritesOneLineForEachNodeAndEdge) {
  const std::string dot = WriteDot(Pair("a", "b"));
  EXPECT_THAT(dot, HasSubstr("\n  \"a\" [label=\"a\", tooltip=\"a\", shape=box, "
                             "style=\"filled,rounded\", fillcolor=\"#DCEBFB\""));
  EXPECT_THAT(dot, HasSubstr("\n  \"a\" -> \"b\" [tooltip=\"tooltip\", color=\"#6B3FA0\""));
  EXPECT_THAT(dot, HasSubstr("dir=none"));
}

// Names come from anywhere: whatever they hold, Graphviz reads them and shows them as they are.
TEST(Dot, AnyNameIsDrawnAsItStands) {
  struct Row {
    std::string name;
    std::string in_svg;
  };
  const std::vector<Row> rows = {
      {"plain", ">plain<"},
      {"say \"hi\"", ">say &quot;hi&quot;<"},
      {"back\\", ">back\\<"},
      {"\\N\\G\\L", ">\\N\\G\\L<"},
      {"<b>bold</b>", ">&lt;b&gt;bold&lt;/b&gt;<"},
      {"AT&amp;T", ">AT&amp;amp;T<"},
      {"Володимир Зеленський", ">Володимир Зеленський<"},
      {"two\nlines", ">lines<"},
      {"end\"]; evil [label=\"", ">end&quot;]; evil [label=&quot;<"},
      {"bell\a", ">bell\uFFFD<"},
      {"{a|b}", ">{a|b}<"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto svg = Draw(WriteDot(Pair(row.name, "other")), ImageFormat::kSvg);
    ASSERT_TRUE(svg.ok()) << svg.status();
    EXPECT_THAT(*svg, HasSubstr(row.in_svg));
    EXPECT_THAT(*svg, HasSubstr(">other<"));
    EXPECT_THAT(*svg, Not(HasSubstr("> evil<")));
  }
}

TEST(Dot, TheLegendNamesWhatThePictureHas) {
  Picture picture = Pair("a", "b");
  std::string dot = WriteDot(picture);
  EXPECT_THAT(dot, HasSubstr("> person "));
  EXPECT_THAT(dot, HasSubstr("> spoke with "));
  EXPECT_THAT(dot, Not(HasSubstr("denied")));
  EXPECT_THAT(dot, Not(HasSubstr("> state ")));
  picture.nodes[1].style = StyleOfLabels({"State"});
  picture.nodes[1].reality = Reality::kNot;
  picture.omission = "shows 2 of 9 <actors>";
  dot = WriteDot(picture);
  EXPECT_THAT(dot, HasSubstr("> state "));
  EXPECT_THAT(dot, HasSubstr("denied or withheld"));
  EXPECT_THAT(dot, HasSubstr("shows 2 of 9 &lt;actors&gt;"));
}

TEST(Dot, ATitleAndWhatItSpansStandAboveThePicture) {
  Picture picture = Pair("a", "b");
  picture.title = "Calls & more";
  picture.subtitle = "2024 to 2025";
  const std::string dot = WriteDot(picture);
  EXPECT_THAT(dot, HasSubstr("<b>Calls &amp; more</b>"));
  EXPECT_THAT(dot, HasSubstr(">2024 to 2025<"));
  EXPECT_THAT(dot, HasSubstr("labelloc=t"));
  EXPECT_TRUE(Draw(dot, ImageFormat::kSvg).ok());
}

TEST(Dot, WhatLiesAheadIsDottedAndWhatWasNotDashed) {
  Picture picture = Pair("a", "b");
  picture.nodes[0].reality = Reality::kAhead;
  picture.edges[0].reality = Reality::kNot;
  const std::string dot = WriteDot(picture);
  EXPECT_THAT(dot, HasSubstr("style=\"filled,rounded,dotted\""));
  EXPECT_THAT(dot, HasSubstr("penwidth=2.4"));
  EXPECT_THAT(dot, HasSubstr("style=dashed"));
  EXPECT_THAT(dot, HasSubstr("planned, proposed, threatened"));
}

// Springs would put a node on them.
TEST(Dot, WhatChangedHasASignAndAColourAndIsInTheLegend) {
  Picture picture = Pair("a", "b");
  EXPECT_THAT(WriteDot(picture), Not(HasSubstr("new")));
  picture.nodes[0].change = Change::kNew;
  picture.edges[0].change = Change::kGone;
  for (const char* layout : {"dot", "neato"}) {
    const std::string dot = WriteDot(picture, layout);
    EXPECT_THAT(dot, HasSubstr("label=\"+ a\""));
    EXPECT_THAT(dot, HasSubstr("− a"));
    EXPECT_THAT(dot, HasSubstr("color=\"#B3261E\""));
    EXPECT_THAT(dot, HasSubstr("</font> new"));
    EXPECT_THAT(dot, HasSubstr("</font> gone"));
    EXPECT_THAT(dot, Not(HasSubstr("changed")));
  }
}

TEST(Dot, TheWordsOfAnEdgeAreANodeAmongSprings) {
  Picture picture = Pair("a", "b");
  picture.edges[0].label = "twice";
  picture.edges[0].style = StyleOfType("SUPPLIED");
  const std::string dot = WriteDot(picture, "neato");
  EXPECT_THAT(dot, HasSubstr("\"words 0\" [label=\"twice\""));
  EXPECT_THAT(dot, HasSubstr("\"a\" -> \"words 0\""));
  EXPECT_THAT(dot, HasSubstr("\"words 0\" -> \"b\""));
  EXPECT_TRUE(Draw(dot, ImageFormat::kSvg).ok());
}

TEST(Dot, ANodeLeadsToItsAddress) {
  Picture picture = Pair("a", "b");
  picture.nodes[0].url = "https://example.org/?a=1&b=2";
  const auto svg = Draw(WriteDot(picture), ImageFormat::kSvg);
  ASSERT_TRUE(svg.ok()) << svg.status();
  EXPECT_THAT(*svg, HasSubstr("xlink:href=\"https://example.org/?a=1&amp;b=2\""));
}

TEST(Dot, AGroupHasAFrameWithItsName) {
  Picture picture = Pair("a", "b");
  picture.nodes[0].group = "Nor\"ge";
  for (const absl::string_view layout : {"dot", "fdp"}) {
    const auto svg = Draw(WriteDot(picture, layout), ImageFormat::kSvg);
    ASSERT_TRUE(svg.ok()) << svg.status();
    EXPECT_THAT(*svg, HasSubstr("class=\"cluster\"")) << layout;
    EXPECT_THAT(*svg, HasSubstr(">Nor&quot;ge<")) << layout;
  }
}

TEST(Dot, ATimelineHasItsDatesInOrder) {
  Picture picture;
  picture.is_timeline = true;
  picture.nodes.push_back({"a", "a", "", StyleOfLabels({"Person"})});
  for (const char* date : {"2025-07-04", "2024-01-02"}) {
    picture.nodes.push_back({date, "meeting", "", StyleOfLabels({"Event"})});
    picture.nodes.back().date = date;
    picture.edges.push_back({0, picture.nodes.size() - 1, "", "", StyleOfType("MET_AT")});
  }
  const std::string dot = WriteDot(picture, "sfdp");
  EXPECT_THAT(dot, HasSubstr("layout=dot"));
  EXPECT_THAT(dot, HasSubstr("\"date 2024-01-02\" -> \"date 2025-07-04\""));
  EXPECT_THAT(dot, HasSubstr("{ rank=same; \"date 2025-07-04\"; \"2025-07-04\"; }"));
  EXPECT_TRUE(Draw(dot, ImageFormat::kSvg).ok());
  // Of many days their months stand on the axis.
  for (int day = 10; day < 29; ++day) {
    picture.nodes.push_back(picture.nodes[1]);
    picture.nodes.back().id = std::to_string(day);
    picture.nodes.back().date = "2025-07-" + std::to_string(day);
  }
  EXPECT_THAT(WriteDot(picture), HasSubstr("\"date 2024-01\" -> \"date 2025-07\""));
}

TEST(Dot, AWideColumnOfTheLayeredLayoutIsSpread) {
  Picture picture = Pair("hub", "leaf");
  picture.nodes[0].degree = 60;
  picture.nodes[1].degree = 1;
  for (int i = 0; i < 59; ++i) {
    picture.nodes.push_back(picture.nodes[1]);
    picture.nodes.back().id = std::string("leaf") + std::to_string(i);
    picture.edges.push_back(picture.edges[0]);
    picture.edges.back().to = picture.nodes.size() - 1;
  }
  EXPECT_THAT(WriteDot(picture, "dot"), HasSubstr("minlen=4"));
  EXPECT_THAT(WriteDot(picture, "sfdp"), Not(HasSubstr("minlen")));
}

TEST(Dot, OfManyEdgesTheWordsAreLeftToTooltips) {
  Picture picture = Pair("a", "b");
  picture.edges[0].label = "2025-07-04";
  EXPECT_THAT(WriteDot(picture), HasSubstr("<td>2025-07-04</td>"));
  picture.edges.resize(200, picture.edges[0]);
  const std::string dot = WriteDot(picture);
  EXPECT_THAT(dot, Not(HasSubstr("2025-07-04")));
  EXPECT_THAT(dot, HasSubstr("splines=line"));
  EXPECT_THAT(dot, HasSubstr("tooltip=\"tooltip\""));
}

TEST(Dot, TheLayoutFollowsTheSize) {
  Picture picture;
  EXPECT_EQ(ChooseLayout(picture), "dot");
  picture.nodes.resize(30);
  EXPECT_EQ(ChooseLayout(picture), "neato");
  picture.nodes.resize(100);
  EXPECT_EQ(ChooseLayout(picture), "sfdp");
  EXPECT_THAT(WriteDot(Pair("a", "b"), "sfdp"), HasSubstr("layout=sfdp"));
}

TEST(Dot, EveryLayoutDrawsAPictureWithoutNodes) {
  Picture picture;
  picture.omission = "nothing to show";
  for (const absl::string_view layout : kLayouts) {
    const auto svg = Draw(WriteDot(picture, layout), ImageFormat::kSvg);
    ASSERT_TRUE(svg.ok()) << layout << svg.status();
    EXPECT_THAT(*svg, HasSubstr("nothing to show"));
  }
}

// Width and height of an SVG, in points.
std::pair<double, double> SizeOf(const std::string& svg) {
  double width = 0;
  double height = 0;
  const size_t at = svg.find("<svg ");
  if (at == std::string::npos) return {};
  const size_t width_at = svg.find("width=\"", at);
  const size_t height_at = svg.find("height=\"", at);
  std::sscanf(svg.c_str() + width_at, "width=\"%lfpt", &width);
  std::sscanf(svg.c_str() + height_at, "height=\"%lfpt", &height);
  return {width, height};
}

// Sixty persons who had a part in sixty events: of each, somebody who was in many and somebody who
// was in few.
Picture Crowd() {
  constexpr size_t kEach = 60;
  Picture picture;
  for (size_t i = 0; i < kEach; ++i) {
    picture.nodes.push_back({"person/" + std::to_string(i), "Person " + std::to_string(i), "",
                             StyleOfLabels({"Actor", "Person"})});
  }
  for (size_t i = 0; i < kEach; ++i) {
    picture.nodes.push_back({"event/" + std::to_string(i), "meeting\nOslo\n2025-07-04", "",
                             StyleOfLabels({"Event", "Meeting"})});
    for (const size_t who : {i * i % 7, i}) {
      picture.edges.push_back({who, kEach + i, "", "", StyleOfType("MET_AT")});
      ++picture.nodes[who].degree;
      ++picture.nodes[kEach + i].degree;
    }
  }
  return picture;
}

TEST(Dot, AnyLayoutOfManyNodesHasTheShapeOfAPage) {
  for (const char* layout : {"dot", "neato", "sfdp"}) {
    const auto svg = Draw(WriteDot(Crowd(), layout), ImageFormat::kSvg);
    ASSERT_TRUE(svg.ok()) << svg.status();
    const auto [width, height] = SizeOf(*svg);
    EXPECT_GT(width, height / 2.2) << layout << " " << width << " x " << height;
    EXPECT_LT(width, height * 2.8) << layout << " " << width << " x " << height;
  }
}

TEST(Dot, LinesLeadToTheArticle) {
  Picture picture = Pair("a", "b");
  picture.edges[0].url = "https://example.org/a?b=1&c=2";
  for (const char* layout : {"dot", "neato"}) {
    const auto svg = Draw(WriteDot(picture, layout), ImageFormat::kSvg);
    ASSERT_TRUE(svg.ok()) << svg.status();
    EXPECT_THAT(*svg, HasSubstr("xlink:href=\"https://example.org/a?b=1&amp;c=2\"")) << layout;
  }
}

}  // namespace
}  // namespace norn::tools
