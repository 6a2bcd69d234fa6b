#include "graph/view/view.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <random>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/view/block_guard.h"
#include "graph/view/view_builder.h"
#include "graph/view/view_format.h"
#include "gtest/gtest.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Two persons, a state, an event; parallel edges, edges without a date, each kind of column.
PropertyGraph SmallGraph() {
  PropertyGraph g;
  g.nodes = {
      {"person/store",
       {"Actor", "Person"},
       {{"name", Value("Jonas Gahr Støre")},
        {"aliases", Value(Value::List{Value("Støre"), Value("Gahr Støre")})},
        {"mentions", Value(3)},
        {"big", Value(int64_t{1} << 40)},
        {"mixed", Value(1)}}},
      {"person/sybiha",
       {"Actor", "Person"},
       {{"name", Value("Andrij Sybiha")}, {"born", Value(Date{1900})}, {"mixed", Value("x")}}},
      {"state/norge", {"Actor", "State"}, {{"name", Value("Norge")}, {"nato", Value(true)}}},
      {"event/1", {"Event"}, {{"confidence", Value(0.5)}}},
      {"bare", {}, {}},
  };
  const auto call = [](const char* from, const char* to, const char* key, Properties properties) {
    return Edge{from, to, "SPOKE_WITH", key, std::move(properties)};
  };
  g.edges = {
      call("person/store", "person/sybiha", "event/2", {{"date", Value("2025-07-04")}}),
      call("person/store", "person/sybiha", "event/1",
           {{"date", Value("2025-07")}, {"minutes", Value(30)}}),
      call("person/store", "state/norge", "event/1", {{"date", Value("2024")}}),
      call("person/store", "person/sybiha", "event/3", {}),
      call("person/sybiha", "person/store", "event/4", {{"date", Value("2025-01-01")}}),
      call("state/norge", "state/norge", "event/5", {}),
      {"person/store", "event/1", "PARTICIPATED_IN", "", {{"role", Value("caller")}}},
      {"state/norge", "event/1", "PARTICIPATED_IN", "", {{"date", Value("soon")}}},
  };
  EXPECT_TRUE(Normalize(g).ok());
  return g;
}

std::string Bytes(const PropertyGraph& graph) { return BuildView(graph).value(); }

View SmallView() { return View::FromBytes(Bytes(SmallGraph())).value(); }

NodeIndex Find(const View& view, absl::string_view id) { return view.FindNode(id).value(); }

// Calls every accessor over every node, edge and string; the sum keeps the work.
uint64_t WalkAll(const View& view) {
  uint64_t sum = 0;
  for (NodeIndex n = 0; n < view.node_count(); ++n) {
    sum += view.NodeId(n).size() + view.GroupOf(n);
    sum += view.FindNode(view.NodeId(n)).value_or(0);
    for (LabelId label = 0; label < view.labels().size(); ++label) sum += view.HasLabel(n, label);
    for (KeyId key = 0; key < view.property_keys().size(); ++key) {
      sum += ToString(view.NodeProperty(n, key)).size();
    }
    for (EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
      for (const HalfEdges& half : {view.Out(n, type), view.In(n, type)}) {
        for (size_t i = 0; i < half.size(); ++i) {
          EXPECT_LT(half.nodes[i], view.node_count());
          EXPECT_LT(half.edge(i), view.edge_count());
          sum += view.NodeId(half.nodes[i]).size() + half.date_keys[i] % 100;
        }
      }
    }
  }
  for (EdgeIndex e = 0; e < view.edge_count(); ++e) {
    EXPECT_LT(view.Source(e), view.node_count());
    EXPECT_LT(view.Target(e), view.node_count());
    sum += view.EdgeKey(e).size() + view.DatesAreExact(view.TypeOf(e));
    for (KeyId key = 0; key < view.property_keys().size(); ++key) {
      sum += ToString(view.EdgeProperty(e, key)).size();
    }
  }
  for (uint32_t i = 0; i < view.name_count(); ++i) {
    EXPECT_LT(view.NameAt(i).node, view.node_count());
    sum += view.FindByName(view.NameAt(i).folded).size();
  }
  return sum + view.ToPropertyGraph().nodes.size();
}

TEST(ViewTest, GivesBackTheGraph) {
  EXPECT_EQ(SmallView().ToPropertyGraph(), SmallGraph());
  EXPECT_TRUE(SmallView().Health().ok());
}

TEST(ViewTest, EmptyGraph) {
  const View view = View::FromBytes(Bytes({})).value();
  EXPECT_EQ(view.node_count(), 0);
  EXPECT_EQ(view.edge_count(), 0);
  EXPECT_THAT(view.node_groups(), IsEmpty());
  EXPECT_EQ(view.FindNode("a"), std::nullopt);
  EXPECT_THAT(view.FindByName("a"), IsEmpty());
  EXPECT_EQ(WalkAll(view), 0);
}

TEST(ViewTest, TheSameGraphGivesTheSameBytes) {
  EXPECT_EQ(Bytes(SmallGraph()), Bytes(SmallView().ToPropertyGraph()));
}

TEST(ViewTest, VocabularyIsSorted) {
  const View view = SmallView();
  EXPECT_THAT(view.labels(), ElementsAre("Actor", "Event", "Person", "State"));
  EXPECT_THAT(view.edge_types(), ElementsAre("PARTICIPATED_IN", "SPOKE_WITH"));
  EXPECT_EQ(view.FindLabel("Person"), 2);
  EXPECT_EQ(view.FindLabel("person"), std::nullopt);
  EXPECT_EQ(view.FindEdgeType("SPOKE_WITH"), 1);
  EXPECT_EQ(view.FindKey("absent"), std::nullopt);
}

TEST(ViewTest, NodesAreGroupedByLabels) {
  const View view = SmallView();
  ASSERT_EQ(view.node_groups().size(), 4);
  EXPECT_THAT(view.node_groups()[0].labels, IsEmpty());
  EXPECT_EQ(view.NodeId(0), "bare");
  const NodeIndex store = Find(view, "person/store");
  EXPECT_TRUE(view.HasLabel(store, *view.FindLabel("Person")));
  EXPECT_FALSE(view.HasLabel(store, *view.FindLabel("State")));
  EXPECT_EQ(view.GroupOf(store), view.GroupOf(Find(view, "person/sybiha")));
  EXPECT_EQ(view.FindNode("person"), std::nullopt);
}

TEST(ViewTest, IdIsAProperty) {
  const View view = SmallView();
  const NodeIndex store = Find(view, "person/store");
  EXPECT_EQ(view.NodeProperty(store, *view.FindKey("id")), Value("person/store"));

  PropertyGraph graph;
  graph.nodes = {{"a", {}, {{"id", Value(7)}}}, {"b", {}, {}}};
  EXPECT_EQ(BuildView(graph).status().code(), absl::StatusCode::kInvalidArgument);
  const View own = View::FromBytes(BuildView(graph, {.ids_are_properties = false}).value()).value();
  EXPECT_EQ(own.NodeProperty(0, *own.FindKey("id")), Value(7));
  EXPECT_TRUE(own.NodeProperty(1, *own.FindKey("id")).is_null());
  EXPECT_EQ(own.ToPropertyGraph(), graph);
}

TEST(ViewTest, ColumnsHaveTheKindOfTheirValues) {
  const View view = SmallView();
  const uint32_t persons = view.GroupOf(Find(view, "person/store"));
  const uint32_t states = view.GroupOf(Find(view, "state/norge"));
  const uint32_t events = view.GroupOf(Find(view, "event/1"));
  const struct {
    uint32_t group;
    const char* key;
    Column::Kind kind;
  } cases[] = {
      {persons, "name", Column::Kind::kString},   {persons, "mentions", Column::Kind::kInteger},
      {persons, "big", Column::Kind::kInteger},   {persons, "mixed", Column::Kind::kMixed},
      {persons, "aliases", Column::Kind::kMixed}, {persons, "born", Column::Kind::kMixed},
      {states, "nato", Column::Kind::kBool},      {events, "confidence", Column::Kind::kReal},
      {events, "name", Column::Kind::kAbsent},    {persons, "id", Column::Kind::kString},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(view.NodeColumn(c.group, *view.FindKey(c.key)).kind(), c.kind) << c.key;
  }
  EXPECT_EQ(view.NodeColumn(persons, *view.FindKey("big")).IntegerAt(0), int64_t{1} << 40);
  EXPECT_EQ(view.NodeColumn(persons, *view.FindKey("mentions")).IntegerAt(0), 3);
  EXPECT_TRUE(view.NodeColumn(persons, *view.FindKey("mentions")).IsNull(1));
  EXPECT_TRUE(view.NodeColumn(events, *view.FindKey("name")).Get(0).is_null());
}

TEST(ViewTest, EdgesOfANodeAreInTheOrderOfDates) {
  const View view = SmallView();
  const EdgeTypeId spoke = *view.FindEdgeType("SPOKE_WITH");
  const NodeIndex store = Find(view, "person/store");
  const NodeIndex sybiha = Find(view, "person/sybiha");
  const NodeIndex norge = Find(view, "state/norge");

  const HalfEdges out = view.Out(store, spoke);
  EXPECT_THAT(out.nodes, ElementsAre(norge, sybiha, sybiha, sybiha));
  EXPECT_THAT(out.date_keys, ElementsAre(20240000, 20250700, 20250704, kNoDateKey));
  EXPECT_EQ(view.EdgeKey(out.edge(1)), "event/1");
  EXPECT_EQ(view.EdgeKey(out.edge(3)), "event/3");
  EXPECT_EQ(view.EdgeProperty(out.edge(1), *view.FindKey("minutes")), Value(30));

  const HalfEdges in = view.In(sybiha, spoke);
  EXPECT_THAT(in.date_keys, ElementsAre(20250700, 20250704, kNoDateKey));
  for (size_t i = 0; i < in.size(); ++i) {
    EXPECT_EQ(view.Source(in.edge(i)), in.nodes[i]);
    EXPECT_EQ(view.Target(in.edge(i)), sybiha);
    EXPECT_EQ(view.TypeOf(in.edge(i)), spoke);
  }
  EXPECT_EQ(view.Out(norge, spoke).size(), 1);
  EXPECT_EQ(view.In(norge, spoke).size(), 2);
  EXPECT_EQ(view.Out(Find(view, "bare"), spoke).size(), 0);
  EXPECT_EQ(view.In(Find(view, "event/1"), spoke).size(), 0);
}

TEST(ViewTest, DatesAreExactWhereKeysGiveThemBack) {
  const View view = SmallView();
  EXPECT_TRUE(view.DatesAreExact(*view.FindEdgeType("SPOKE_WITH")));
  EXPECT_FALSE(view.DatesAreExact(*view.FindEdgeType("PARTICIPATED_IN")));
}

TEST(ViewTest, FindsNamesAndAliasesFolded) {
  const View view = SmallView();
  const NodeIndex store = Find(view, "person/store");
  EXPECT_THAT(view.FindByName("STORE"), ElementsAre(store));
  EXPECT_THAT(view.FindByName("jonas gahr støre"), ElementsAre(store));
  EXPECT_THAT(view.FindByName("Gahr-Støre"), ElementsAre(store));
  EXPECT_THAT(view.FindByName("Jonas"), IsEmpty());
  std::vector<absl::string_view> names;
  for (uint32_t i = 0; i < view.name_count(); ++i) names.push_back(view.NameAt(i).folded);
  EXPECT_THAT(names,
              ElementsAre("andrij sybiha", "gahr store", "jonas gahr store", "norge", "store"));
}

TEST(ViewTest, EqualStringsHaveEqualIds) {
  const View view = SmallView();
  const auto id = view.FindString("caller");
  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(view.StringAt(*id), "caller");
  EXPECT_EQ(view.FindString("callers"), std::nullopt);
  EXPECT_EQ(view.FindString(""), std::nullopt);
}

TEST(ViewTest, RandomGraphsComeBack) {
  std::mt19937 random(20250704);
  for (int round = 0; round < 30; ++round) {
    PropertyGraph graph;
    const int nodes = 1 + static_cast<int>(random() % 40);
    for (int i = 0; i < nodes; ++i) {
      Node node{absl::StrCat("n", i), {}, {}};
      for (const char* label : {"A", "B"})
        if (random() % 2 == 0) node.labels.emplace_back(label);
      if (random() % 2 == 0) node.properties.emplace("p", Value(static_cast<int>(random())));
      graph.nodes.push_back(std::move(node));
    }
    for (int i = 0; i < 100; ++i) {
      Edge edge{absl::StrCat("n", random() % nodes),
                absl::StrCat("n", random() % nodes),
                random() % 2 == 0 ? "X" : "Y",
                absl::StrCat(i),
                {}};
      if (random() % 2 == 0)
        edge.properties.emplace("date", Value(absl::StrCat(2000 + random() % 9)));
      graph.edges.push_back(std::move(edge));
    }
    ASSERT_TRUE(Normalize(graph).ok());
    const View view = View::FromBytes(Bytes(graph), {.verify_up_to_bytes = 0}).value();
    EXPECT_TRUE(view.Verify().ok());
    EXPECT_EQ(view.ToPropertyGraph(), graph);
    EXPECT_EQ(WalkAll(view), WalkAll(view));
  }
}

class ViewFileTest : public ::testing::Test {
 protected:
  const std::string path_ = ::testing::TempDir() + "/view_test_view";
  void Write(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  void TearDown() override { std::remove(path_.c_str()); }
};

TEST_F(ViewFileTest, OpensAndOutlivesTheFilesName) {
  Write(Bytes(SmallGraph()));
  View view = View::Open(path_).value();
  std::remove(path_.c_str());
  const View moved = std::move(view);
  EXPECT_EQ(moved.ToPropertyGraph(), SmallGraph());
}

TEST_F(ViewFileTest, SaysWhyItCannotOpen) {
  EXPECT_EQ(View::Open(path_).status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(View::Open(path_).status().message()), HasSubstr(path_));
  Write("");
  EXPECT_EQ(View::Open(path_).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(View::Open(::testing::TempDir()).status().code(), absl::StatusCode::kDataLoss);
}

TEST(ViewDamageTest, AnotherVersionIsNamed) {
  // Version 3, with the header's checksum made anew, as another norn would have written it.
  std::string bytes = Bytes(SmallGraph());
  bytes[8] = 3;
  EXPECT_EQ(View::FromBytes(bytes).status().code(), absl::StatusCode::kDataLoss);
  const uint64_t checksum = XXH3_64bits(bytes.data(), 32);
  std::copy_n(reinterpret_cast<const char*>(&checksum), 8, bytes.begin() + 32);
  const absl::Status status = View::FromBytes(bytes).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("version 3"));
}

TEST(ViewDamageTest, EveryTruncationIsDataLoss) {
  const std::string bytes = Bytes(SmallGraph());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(View::FromBytes(bytes.substr(0, size)).status().code(), absl::StatusCode::kDataLoss);
  }
  EXPECT_EQ(View::FromBytes(bytes + "x").status().code(), absl::StatusCode::kDataLoss);
}

TEST(ViewDamageTest, EveryFlippedByteIsFoundByOpenOfASmallFile) {
  const std::string bytes = Bytes(SmallGraph());
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    EXPECT_EQ(View::FromBytes(damaged).status().code(), absl::StatusCode::kDataLoss) << i;
  }
}

// Calls and their minutes, of some ten blocks.
PropertyGraph GraphOfManyBlocks() {
  PropertyGraph graph;
  for (int i = 0; i < 900; ++i) {
    const std::string id = absl::StrCat("person/", 1000 + i);
    graph.nodes.push_back({id, {"Person"}, {{"name", Value(absl::StrCat("Name ", i))}}});
    graph.edges.push_back({id,
                           absl::StrCat("person/", 1000 + i * 7 % 900),
                           "SPOKE_WITH",
                           "",
                           {{"minutes", Value(i % 50)}, {"text", Value(absl::StrCat("t", i))}}});
  }
  EXPECT_TRUE(Normalize(graph).ok());
  return graph;
}

// Where a byte was changed: opening says so, or reading all of it does.
void ExpectNoticed(const std::string& damaged, size_t at) {
  const auto view = View::FromBytes(damaged, {.verify_up_to_bytes = 0});
  if (!view.ok()) {
    EXPECT_EQ(view.status().code(), absl::StatusCode::kDataLoss) << at;
    return;
  }
  WalkAll(*view);
  EXPECT_EQ(view->Health().code(), absl::StatusCode::kDataLoss) << at;
  EXPECT_EQ(view->Verify().code(), absl::StatusCode::kDataLoss) << at;
}

TEST(ViewDamageTest, DamageIsNoticedWhenItIsReadWithoutVerification) {
  const std::string bytes = Bytes(GraphOfManyBlocks());
  ASSERT_GT(bytes.size(), 8 * BlockGuard::kBlockBytes);
  for (size_t i = 0; i < bytes.size(); i += 997) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << i % 8));
    ExpectNoticed(damaged, i);
  }
}

TEST(ViewDamageTest, OneAnswerIsRightOrTheViewSaysThatItIsNot) {
  const PropertyGraph graph = GraphOfManyBlocks();
  const std::string bytes = Bytes(graph);
  int right = 0;
  int noticed = 0;
  for (size_t i = 0; i < bytes.size(); i += 101) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    const auto view = View::FromBytes(damaged, {.verify_up_to_bytes = 0});
    if (!view.ok()) continue;
    const auto node = view->FindNode("person/1234");
    const auto name = view->FindKey("name");
    ASSERT_TRUE(name.has_value());
    const Value found = node.has_value() ? view->NodeProperty(*node, *name) : Value();
    if (!view->Health().ok()) {
      ++noticed;
      continue;
    }
    EXPECT_EQ(found, Value("Name 234")) << i;
    ++right;
  }
  EXPECT_GT(right, 10);
  EXPECT_GT(noticed, 10);
}

// The bytes with all checksums made anew: damage that no checksum finds, or ill will.
std::string Sealed(std::string bytes) {
  using namespace view_format;  // NOLINT: a handful of records
  auto* table = reinterpret_cast<SectionRecord*>(bytes.data() + sizeof(Header));
  const absl::string_view big = absl::string_view(bytes).substr(table[kStringOffsets].offset);
  auto* blocks = reinterpret_cast<uint64_t*>(bytes.data() + table[kBlocks].offset);
  for (size_t b = 0; b < BlockGuard::BlockCount(big.size()); ++b) {
    blocks[b] = BlockGuard::Checksum(big, b);
  }
  for (uint32_t i = 0; i < kSectionCount; ++i) {
    table[i].checksum = XXH3_64bits(bytes.data() + table[i].offset, table[i].length);
  }
  auto* header = reinterpret_cast<Header*>(bytes.data());
  header->table_checksum = XXH3_64bits(table, kSectionCount * sizeof(SectionRecord));
  header->header_checksum = XXH3_64bits(header, offsetof(Header, header_checksum));
  return bytes;
}

TEST(ViewDamageTest, WrongNumbersUnderRightChecksumsNeverLeadOutOfBounds) {
  const std::string bytes = Bytes(SmallGraph());
  ASSERT_EQ(Sealed(bytes), bytes);
  const auto* table = reinterpret_cast<const view_format::SectionRecord*>(
      bytes.data() + sizeof(view_format::Header));
  int opened = 0;
  for (size_t i = table[0].offset; i < bytes.size(); ++i) {
    for (const int flip : {0x01, 0x80, 0xff}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ flip);
      const auto view = View::FromBytes(Sealed(damaged), {.verify_up_to_bytes = 0});
      if (!view.ok()) continue;
      ++opened;
      WalkAll(*view);
    }
  }
  EXPECT_GT(opened, 1000);
}

TEST_F(ViewFileTest, DamageNamesTheFile) {
  std::string bytes = Bytes(SmallGraph());
  bytes.back() ^= 1;
  bytes[bytes.size() / 2] ^= 1;
  Write(bytes);
  EXPECT_THAT(std::string(View::Open(path_).status().message()), HasSubstr(path_));
  const auto unverified = View::Open(path_, {.verify_up_to_bytes = 0});
  const absl::Status status = unverified.ok() ? unverified->Verify() : unverified.status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(status.message()), HasSubstr(path_));
}

}  // namespace
}  // namespace norn::graph
