#include "tools/export/picture/text_drawing.h"

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

constexpr EdgeStyle kSpoke = {"spoke with", "#000000", 1, false};
constexpr EdgeStyle kSupplied = {"supplied", "#000000", 1, true};
constexpr EdgeStyle kOther = {"", "#000000", 1, true};

Picture::Node NodeNamed(const char* label) {
  Picture::Node node;
  node.label = label;
  return node;
}

Picture::Edge EdgeOf(size_t from, size_t to, const EdgeStyle& style, const char* label,
                     size_t count = 1, Reality reality = Reality::kHappened) {
  Picture::Edge edge;
  edge.from = from;
  edge.to = to;
  edge.style = style;
  edge.label = label;
  edge.count = count;
  edge.reality = reality;
  return edge;
}

TEST(TextDrawingTest, EachLineIsDrawnOnceBelowTheNodeWithMost) {
  Picture picture;
  picture.title = "Who spoke";
  picture.subtitle = "2025, from 2 articles";
  for (const char* label : {"Ada", "Bo", "Cai", "meeting\nOslo, 2025", "Long\nName"}) {
    picture.nodes.push_back(NodeNamed(label));
  }
  picture.nodes[3].style.small = true;
  picture.edges = {EdgeOf(0, 1, kSpoke, "2025-07-04"), EdgeOf(1, 2, kSpoke, "3 times\n2025", 3),
                   EdgeOf(1, 0, kSupplied, "500"), EdgeOf(0, 3, kOther, "", 1, Reality::kAhead),
                   EdgeOf(2, 3, kOther, "host", 1, Reality::kNot)};
  picture.omission = "leaves out 7 actors";
  EXPECT_EQ(DrawWithText(picture),
            "Who spoke\n"
            "2025, from 2 articles\n"
            "\n"
            "Bo\n"
            "├─ spoke with (3 times, 2025) ── Cai\n"
            "│  └─ host ╌╌▶ meeting, Oslo, 2025\n"
            "│     └─ ◀┄┄ Ada\n"
            "├─ spoke with (2025-07-04) ── Ada\n"
            "└─ supplied (500) ──▶ Ada\n"
            "Long Name\n"
            "\n"
            "The picture leaves out 7 actors\n");
}

TEST(TextDrawingTest, WhatIsFarFromTheRootHasATreeOfItsOwn) {
  Picture picture;
  for (const char* label : {"a", "b", "c", "d", "e"}) picture.nodes.push_back(NodeNamed(label));
  for (size_t i = 0; i < 4; ++i) picture.edges.push_back(EdgeOf(i, i + 1, kSpoke, ""));
  picture.edges[0].count = 5;
  EXPECT_EQ(DrawWithText(picture),
            "b\n"
            "├─ spoke with ── a\n"
            "└─ spoke with ── c\n"
            "   └─ spoke with ── d\n"
            "      └─ spoke with ── e\n");
  picture.nodes.push_back(NodeNamed("f"));
  picture.edges.push_back(EdgeOf(4, 5, kSpoke, "far"));
  EXPECT_NE(DrawWithText(picture).find("\ne\n└─ spoke with (far) ── f\n"), std::string::npos);
}

TEST(TextDrawingTest, ALineToItselfEnds) {
  Picture picture;
  picture.nodes.push_back(NodeNamed("Ada"));
  picture.edges = {EdgeOf(0, 0, kSpoke, "")};
  EXPECT_EQ(DrawWithText(picture), "Ada\n└─ spoke with ── Ada\n");
}

}  // namespace
}  // namespace norn::tools
