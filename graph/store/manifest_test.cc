#include "graph/store/manifest.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::HasSubstr;

GenerationContent SmallContent() {
  GenerationContent content;
  content.graph.nodes = {{"a", {"Actor", "Person"}, {}}, {"b", {"Actor"}, {}}};
  content.graph.edges = {{"a", "b", "X", "", {}}};
  content.articles.emplace_back().set_name("å.txt");
  content.articles.back().set_sha256("00ff");
  content.extractor_version = "1";
  return content;
}

TEST(ManifestTest, PrintsText) {
  const proto::Manifest manifest = MakeManifest(SmallContent(), 0xabc, "view");
  EXPECT_EQ(PrintManifest(manifest), R"(format_version: 2
extractor_version: "1"
nodes: 2
edges: 1
nodes_by_label {
  name: "Actor"
  count: 2
}
nodes_by_label {
  name: "Person"
  count: 1
}
edges_by_type {
  name: "X"
  count: 1
}
store_checksum: "0000000000000abc"
view_checksum: ")" + ChecksumText("view") +
                                         R"("
articles {
  name: "å.txt"
  sha256: "00ff"
}
)");
}

TEST(ManifestTest, ComesBack) {
  const std::string text = SealedManifest(MakeManifest(SmallContent(), 7, "view"));
  EXPECT_EQ(SealedManifest(ParseManifest(text, "MANIFEST").value()), text);
}

TEST(ManifestTest, EveryFlippedBitOfASealedManifestIsFound) {
  const std::string text = SealedManifest(MakeManifest(SmallContent(), 7, "view"));
  ASSERT_TRUE(ParseManifest(text, "M").ok());
  for (size_t i = 0; i < text.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = text;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      EXPECT_FALSE(ParseManifest(damaged, "M").ok()) << i << " " << bit;
    }
  }
}

TEST(ManifestTest, ReadsWhatWasNotSealedYet) {
  EXPECT_EQ(ParseManifest("format_version: 1 nodes: 3", "M")->nodes(), 3);
}

TEST(ManifestTest, RefusesDamageAndOtherVersions) {
  const struct {
    const char* text;
    absl::StatusCode code;
    const char* message;
  } cases[] = {
      {"", absl::StatusCode::kDataLoss, "M is damaged"},
      {"format_version: 1 nodes: x", absl::StatusCode::kDataLoss, "line 1, column 26"},
      {"format_version: 2 nodes: 1", absl::StatusCode::kDataLoss, "its checksum does not fit"},
      {"format_version: 3 colour: 7", absl::StatusCode::kFailedPrecondition, "version 3"},
  };
  for (const auto& c : cases) {
    const absl::Status status = ParseManifest(c.text, "M").status();
    EXPECT_EQ(status.code(), c.code) << c.text;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message));
  }
}

}  // namespace
}  // namespace norn::graph
