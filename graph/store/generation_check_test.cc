#include "graph/store/generation_check.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/store/file_checksums.h"
#include "graph/store/store.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

GenerationContent MadeContent(int nodes) {
  GenerationContent content;
  const auto id = [](int i) { return absl::StrCat("person/", i); };
  for (int i = 0; i < nodes; ++i) {
    content.graph.nodes.push_back(
        {id(i), {"Actor", "Person"}, {{"name", Value(absl::StrCat("Name ", i))}}});
    content.graph.edges.push_back({id(i), id(i * 7 % nodes), "SPOKE_WITH", "", {}});
  }
  for (int i = 0; i < nodes; ++i) {
    proto::Article& article = content.articles.emplace_back();
    article.set_name(absl::StrCat("article ", i));
    article.set_text(absl::StrCat("Text ", i));
  }
  std::sort(content.articles.begin(), content.articles.end(),
            [](const auto& a, const auto& b) { return a.name() < b.name(); });
  content.extractor_version = "1";
  EXPECT_TRUE(Normalize(content.graph).ok());
  return content;
}

class GenerationCheckTest : public ::testing::Test {
 protected:
  GenerationCheckTest() : content_(MadeContent(20)) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    const uint64_t checksum = WriteStore(content_);
    const std::string view = BuildView(content_.graph).value();
    WriteView(view);
    manifest_ = MakeManifest(content_, checksum, view);
  }
  ~GenerationCheckTest() override { fs::remove_all(folder_); }

  uint64_t WriteStore(const GenerationContent& content) {
    fs::remove_all(folder_ + "/store");
    const uint64_t checksum =
        Store::Write(folder_ + "/store", content.graph, content.articles).value();
    EXPECT_TRUE(WriteFileChecksums(folder_).ok());
    return checksum;
  }
  void WriteView(const std::string& bytes) {
    std::ofstream(folder_ + "/view", std::ios::binary) << bytes;
  }
  static void ExpectDamage(const absl::Status& status, const std::string& named) {
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(named));
  }

  const std::string folder_ = ::testing::TempDir() + "/generation_check_test";
  GenerationContent content_;
  proto::Manifest manifest_;
};

TEST_F(GenerationCheckTest, ASoundGenerationIsWhatItWasMadeOf) {
  EXPECT_TRUE(VerifyGeneration(folder_, manifest_).ok());
  EXPECT_TRUE(CheckGeneration(folder_, manifest_).ok());
  const GenerationContent read = ReadVerifiedContent(folder_, manifest_).value();
  EXPECT_EQ(read.graph, content_.graph);
  EXPECT_EQ(read.articles.size(), content_.articles.size());
}

TEST_F(GenerationCheckTest, WhatIsMissingIsDamageAndNamed) {
  EXPECT_EQ(MissingIsDamage(absl::NotFoundError("x")).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(MissingIsDamage(absl::UnknownError("x")).code(), absl::StatusCode::kUnknown);
  fs::remove(folder_ + "/view");
  ExpectDamage(VerifyGeneration(folder_, manifest_), folder_ + "/view");
  ExpectDamage(CheckGeneration(folder_, manifest_), folder_ + "/view");
  fs::remove_all(folder_ + "/store");
  ExpectDamage(VerifyGeneration(folder_, manifest_), folder_ + "/store");
  ExpectDamage(ReadVerifiedContent(folder_, manifest_).status(), folder_ + "/store");
}

// Also of bytes that RocksDB never reads.
TEST_F(GenerationCheckTest, AFlippedBitInAnyFileIsFoundAndNamed) {
  int flips = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    // A damaged view is found after the store was read: some of its bytes have to do.
    const std::streamoff step = entry.path().filename() == "view" ? 97 : 3;
    const std::streamoff size = static_cast<std::streamoff>(entry.file_size());
    for (std::streamoff at = 0; at < size; at += step, ++flips) {
      const auto flip = [&] {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg(at);
        const int byte = file.get();
        file.seekp(at).put(static_cast<char>(byte ^ (1 << at % 8)));
      };
      flip();
      ExpectDamage(VerifyGeneration(folder_, manifest_), path);
      flip();
    }
  }
  EXPECT_GT(flips, 3000);
  EXPECT_TRUE(CheckGeneration(folder_, manifest_).ok());
}

TEST_F(GenerationCheckTest, OfTheFirstFormatNoChecksumsOfFilesAreAskedFor) {
  fs::remove(folder_ + "/CHECKSUMS");
  ExpectDamage(CheckGeneration(folder_, manifest_), folder_ + "/CHECKSUMS");
  manifest_.set_format_version(1);
  EXPECT_TRUE(CheckGeneration(folder_, manifest_).ok());
}

// All checksums fit, and yet it is not the store's: only making it again shows that.
TEST_F(GenerationCheckTest, AViewOfAnotherGraphIsFound) {
  const std::string other = BuildView(MadeContent(19).graph).value();
  WriteView(other);
  manifest_.set_view_checksum(ChecksumText(absl::string_view(other)));
  EXPECT_TRUE(VerifyGeneration(folder_, manifest_).ok());
  ExpectDamage(CheckGeneration(folder_, manifest_), folder_ + "/view");
}

// All checksums fit what was written; what was written is wrong.
TEST_F(GenerationCheckTest, AnEdgeWithoutAnEndAndAQuoteThatIsNoneAreFound) {
  const auto expect_found = [this](const GenerationContent& content, const std::string& named) {
    manifest_.set_store_checksum(ChecksumText(WriteStore(content)));
    EXPECT_TRUE(VerifyGeneration(folder_, manifest_).ok());
    ExpectDamage(CheckGeneration(folder_, manifest_), folder_ + "/store");
    ExpectDamage(CheckGeneration(folder_, manifest_), named);
  };
  GenerationContent content = content_;
  content.graph.edges.back().to = "person/nobody";
  expect_found(content, "person/nobody");

  content = content_;
  content.graph.edges.push_back(
      {"person/9",
       "article/article 3",
       "REPORTED_IN",
       "",
       {{"quote", Value("Text 4")}, {"start", Value(int64_t{0})}, {"end", Value(int64_t{6})}}});
  content.graph.nodes.push_back({"article/article 3", {"Article"}, {}});
  EXPECT_TRUE(Normalize(content.graph).ok());
  expect_found(content, "REPORTED_IN from person/9 to article/article 3");
}

TEST_F(GenerationCheckTest, AManifestThatSaysOtherwiseIsFound) {
  const std::vector<std::function<void(proto::Manifest&)>> lies = {
      [](proto::Manifest& m) { m.set_nodes(m.nodes() + 1); },
      [](proto::Manifest& m) { m.set_edges(m.edges() - 1); },
      [](proto::Manifest& m) { m.mutable_nodes_by_label(0)->set_count(7); },
      [](proto::Manifest& m) { m.mutable_articles(3)->set_name("another"); },
      [](proto::Manifest& m) { m.mutable_articles()->RemoveLast(); },
  };
  for (const auto& lie : lies) {
    proto::Manifest manifest = manifest_;
    lie(manifest);
    ExpectDamage(CheckGeneration(folder_, manifest), folder_ + "/MANIFEST");
  }
}

// One of them gone, or another one now.
void AlterOneKey(std::mt19937& random, GenerationContent& content) {
  const size_t which = random() % 3;
  const bool is_gone = random() % 2 == 0;
  const auto alter = [&](auto& records, const auto& change) {
    const size_t at = random() % records.size();
    if (is_gone) {
      records.erase(records.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      change(records[at]);
    }
  };
  if (which == 0) {
    alter(content.graph.nodes, [](Node& node) { node.properties["name"] = Value("another"); });
  } else if (which == 1) {
    alter(content.graph.edges, [](Edge& edge) { edge.properties["more"] = Value(true); });
  } else {
    alter(content.articles, [](proto::Article& article) { article.set_text("another"); });
  }
}

// A store that is sound in itself and lacks a record, or has another: 1,000 of them with
// --test_env=NORN_ALTERED_KEYS=1000.
TEST_F(GenerationCheckTest, EveryKeyThatIsGoneOrAlteredIsFound) {
  const char* const asked = std::getenv("NORN_ALTERED_KEYS");
  int count = 60;
  ASSERT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &count)) << asked;
  std::mt19937 random(20250704);
  int found = 0;
  for (int i = 0; i < count; ++i) {
    GenerationContent content = content_;
    AlterOneKey(random, content);
    WriteStore(content);
    found += absl::IsDataLoss(CheckGeneration(folder_, manifest_)) ? 1 : 0;
  }
  EXPECT_EQ(found, count);
  std::cout << found << " of " << count << " altered keys found\n";
}

}  // namespace
}  // namespace norn::graph
