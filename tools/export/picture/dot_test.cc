#include "tools/export/picture/dot.h"

#include <string>
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
    EXPECT_THAT(*svg, Not(HasSubstr(">evil<")));
  }
}

TEST(Dot, TheLegendNamesWhatThePictureHas) {
  Picture picture = Pair("a", "b");
  std::string dot = WriteDot(picture);
  EXPECT_THAT(dot, HasSubstr(">person "));
  EXPECT_THAT(dot, HasSubstr(">spoke with "));
  EXPECT_THAT(dot, Not(HasSubstr("did not happen")));
  EXPECT_THAT(dot, Not(HasSubstr(">state ")));
  picture.nodes[1].style = StyleOfLabels({"State"});
  picture.nodes[1].dashed = true;
  picture.omission = "shows 2 of 9 <actors>";
  dot = WriteDot(picture);
  EXPECT_THAT(dot, HasSubstr(">state "));
  EXPECT_THAT(dot, HasSubstr("did not happen"));
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

}  // namespace
}  // namespace norn::tools
