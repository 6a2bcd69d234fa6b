#include "graph/view/edge_sections.h"

#include <cstring>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/model/date_key.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using testing::ElementsAre;
using view_format::Section;
using view_format::TypeRecord;

template <typename T>
std::vector<T> NumbersOf(ViewSections& sections, Section section) {
  std::string bytes;
  EXPECT_TRUE(
      sections[section]
          .Read([&bytes](absl::string_view piece) { bytes.append(piece.data(), piece.size()); })
          .ok());
  std::vector<T> numbers(bytes.size() / sizeof(T));
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

// Nodes 0, 1, 2 are a, b, c.
struct Edge {
  const char* from;
  const char* to;
  Value date;  // null: none
};

void Write(const char* type, const std::vector<Edge>& edges, ViewSections& sections) {
  ColumnarGraph graph;
  for (const char* id : {"a", "b", "c"}) graph.AddNode(graph.Nodes({}), id);
  EdgeTable& table = graph.Edges(type);
  for (const Edge& edge : edges) {
    const uint32_t row = *graph.AddEdge(table, edge.from, edge.to, "");
    table.Set(row, graph.Key("date"), edge.date, graph.texts());
  }
  graph.NumberParallelEdges();
  ASSERT_TRUE(graph.Finish().ok());
  ColumnWriter columns(sections[view_format::kColumnData], 0);
  EdgeSections(graph, sections, columns).Write();
}

TEST(EdgeSectionsTest, OrdersEdgesBySourceThenDateThenTarget) {
  ViewSections sections("");
  Write("CALLS",
        {{"c", "a", Value()},
         {"b", "c", Value("2025-02")},
         {"b", "a", Value("2025-02")},
         {"b", "c", Value("2024")}},
        sections);
  EXPECT_THAT(NumbersOf<uint32_t>(sections, view_format::kTargets), ElementsAre(2, 0, 2, 0));
  EXPECT_THAT(NumbersOf<DateKey>(sections, view_format::kOutDates),
              ElementsAre(DateKeyOf(Value("2024")), DateKeyOf(Value("2025-02")),
                          DateKeyOf(Value("2025-02")), kNoDateKey));
  const std::vector<TypeRecord> types = NumbersOf<TypeRecord>(sections, view_format::kTypes);
  ASSERT_EQ(types.size(), 1);
  EXPECT_EQ(types[0].edge_count, 4);
  EXPECT_EQ(types[0].source_first, 1);
  EXPECT_EQ(types[0].source_count, 2);
  // Of b, of c, and the end.
  EXPECT_THAT(NumbersOf<uint32_t>(sections, view_format::kOutOffsets), ElementsAre(0, 3, 4));
}

TEST(EdgeSectionsTest, SeesEachEdgeFromItsTargetToo) {
  ViewSections sections("");
  Write("CALLS", {{"b", "c", Value("2025")}, {"a", "c", Value("2024")}, {"c", "a", Value("2023")}},
        sections);
  // Edges in order: a to c, b to c, c to a. Incoming of a; nothing of b; of c by date.
  EXPECT_THAT(NumbersOf<uint32_t>(sections, view_format::kInSources), ElementsAre(2, 0, 1));
  EXPECT_THAT(NumbersOf<uint32_t>(sections, view_format::kInEdges), ElementsAre(2, 0, 1));
  EXPECT_THAT(NumbersOf<uint32_t>(sections, view_format::kInOffsets), ElementsAre(0, 1, 1, 3));
}

TEST(EdgeSectionsTest, KeysAreWrittenWhereEdgesHaveThem) {
  ViewSections without("");
  Write("CALLS", {{"a", "b", Value()}}, without);
  EXPECT_EQ(NumbersOf<TypeRecord>(without, view_format::kTypes)[0].flags & view_format::kHasKeys,
            0);
  EXPECT_TRUE(NumbersOf<uint32_t>(without, view_format::kEdgeKeys).empty());

  ViewSections with("");
  Write("CALLS", {{"a", "b", Value()}, {"a", "b", Value()}}, with);
  EXPECT_NE(NumbersOf<TypeRecord>(with, view_format::kTypes)[0].flags & view_format::kHasKeys, 0);
  EXPECT_EQ(NumbersOf<uint32_t>(with, view_format::kEdgeKeys).size(), 2);
}

TEST(EdgeSectionsTest, SaysWhetherDatesCanBeToldFromTheirKeys) {
  struct Case {
    Value date;
    bool exact;
  };
  for (const Case& c : {
           Case{Value("2025-03"), true}, Case{Value(), true},  // no date is no date
           Case{Value("soon"), false},                         // has no key
           Case{Value(2025), false},                           // a number, not a text
       }) {
    ViewSections sections("");
    Write("CALLS", {{"a", "b", c.date}}, sections);
    const uint32_t flags = NumbersOf<TypeRecord>(sections, view_format::kTypes)[0].flags;
    EXPECT_EQ((flags & view_format::kDatesExact) != 0, c.exact);
  }
}

}  // namespace
}  // namespace norn::graph
