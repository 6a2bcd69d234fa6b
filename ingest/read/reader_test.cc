#include "ingest/read/reader.h"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ReaderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(std::getenv("TEST_TMPDIR")) /
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }

  std::string Write(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  ReadResult Read(const std::vector<std::string>& sources) {
    return ReadSources(sources, {.max_article_bytes = 10000});
  }

  static std::vector<std::string> Names(const ReadResult& result) {
    std::vector<std::string> names;
    for (const proto::Article& article : result.articles) names.push_back(article.name());
    return names;
  }

  std::vector<std::string> Places(const ReadResult& result) const {
    std::vector<std::string> places;
    for (const ReadProblem& problem : result.problems) {
      places.push_back(fs::path(problem.place).lexically_relative(folder_).string());
    }
    return places;
  }

  fs::path folder_;
};

TEST_F(ReaderTest, ReadsAFolderOfAllKinds) {
  Write("b/z.txt", " date 2025-07 Hei.");
  Write("b/y.HTML", "<p>Hallo.</p>");
  Write("a.jsonl", "{\"id\": \"one\", \"text\": \"En.\"}\n{\"text\": \"To.\"}\n");
  Write("c.md", "Tekst.");
  Write(".hidden.txt", "Nei.");
  Write(".git/x.txt", "Nei.");
  const ReadResult result = Read({folder_.string()});
  EXPECT_THAT(Names(result), ElementsAre("a.jsonl:2", "c.md", "one", "y.HTML", "z.txt"));
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_EQ(result.articles[3].text(), "Hallo.");
  EXPECT_EQ(result.articles[4].published(), "2025-07");
  EXPECT_EQ(result.articles[3].sha256().size(), 64);
}

TEST_F(ReaderTest, GoesOnAfterProblemsAndNamesThem) {
  Write("bad.txt", "\x81\x8D\x8F\x90");
  Write("binary.bin", std::string("a\0b", 3));
  Write("empty.txt", "");
  Write("large.txt", std::string(10001, 'x'));
  Write("lines.jsonl", "{\"text\": 1}\n\n{\"text\": \"god\"}\n{}\n");
  Write("ok.txt", "Hei.");
  const ReadResult result = Read({folder_.string()});
  EXPECT_THAT(Names(result), ElementsAre("lines.jsonl:3", "ok.txt"));
  EXPECT_THAT(Places(result), ElementsAre("bad.txt", "binary.bin", "empty.txt", "large.txt",
                                          "lines.jsonl:1", "lines.jsonl:4"));
  for (const ReadProblem& problem : result.problems) {
    EXPECT_EQ(problem.status.code(), absl::StatusCode::kInvalidArgument) << problem.place;
  }
}

TEST_F(ReaderTest, NamesWhatIsNotThere) {
  const ReadResult result = Read({(folder_ / "none").string(), folder_.string()});
  ASSERT_EQ(result.problems.size(), 2);
  EXPECT_EQ(result.problems[0].status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(result.problems[1].status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(result.problems[1].status.ToString(), HasSubstr("no articles"));
}

TEST_F(ReaderTest, FollowsLinksButNotInCircles) {
  Write("a/x.txt", "Hei.");
  fs::create_directory_symlink(folder_, folder_ / "a" / "loop");
  fs::create_symlink(folder_ / "nowhere", folder_ / "a" / "dangling.txt");
  const ReadResult result = Read({folder_.string()});
  EXPECT_THAT(Names(result), ElementsAre("x.txt"));
  EXPECT_THAT(Places(result), ElementsAre("a/dangling.txt"));
}

TEST_F(ReaderTest, RefusesWhatIsNoFile) {
  const std::string pipe = (folder_ / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const ReadResult result = Read({pipe, folder_.string()});
  EXPECT_THAT(Places(result), ElementsAre("pipe", "pipe"));
}

TEST_F(ReaderTest, NamesAreUniqueWhateverTheOrderOfSources) {
  const std::string first = Write("1/a.txt", "En.");
  const std::string second = Write("2/a.txt", "To.");
  const std::string third = Write("3/a.txt", "En.");
  const ReadResult forward = Read({first, second, third});
  const ReadResult backward = Read({third, second, first});
  ASSERT_EQ(forward.articles.size(), 2);
  EXPECT_EQ(Names(forward), Names(backward));
  EXPECT_THAT(Names(forward), ElementsAre("1/a.txt", "2/a.txt"));
}

TEST_F(ReaderTest, ComposesLettersOfTextsTitlesAndNames) {
  Write("A\u030A.txt", "date 2025\nMalmo\u0308 er vakker.");
  const ReadResult result = Read({folder_.string()});
  ASSERT_EQ(result.articles.size(), 1);
  EXPECT_EQ(result.articles[0].name(), "Å.txt");
  EXPECT_EQ(result.articles[0].text(), "date 2025\nMalmö er vakker.");
}

TEST_F(ReaderTest, OfTwoTextsWithOneIdTheLaterCounts) {
  Write("a.jsonl",
        "{\"id\": \"n1\", \"text\": \"Dahl kom.\", \"url\": \"https://example.org/n1\"}\n"
        "{\"id\": \"n1\", \"text\": \"Moe kom.\"}\n");
  const ReadResult result = Read({folder_.string()});
  ASSERT_EQ(result.articles.size(), 1);
  EXPECT_EQ(result.articles[0].text(), "Moe kom.");
  EXPECT_THAT(result.replaced, ElementsAre("n1"));
}

TEST_F(ReaderTest, ReadsStandardInput) {
  struct Case {
    std::string input;
    std::vector<std::string> names;
    std::vector<std::string> problems;
  };
  for (const Case& c : std::vector<Case>{
           {" date 2025-07 Hei.", {"stdin"}, {}},
           {"{\"text\": \"a\"}\n{\"id\": \"b\", \"text\": \"b\"}\n{", {"b", "stdin:1"}, {"-:3"}},
           {"", {}, {"-"}},
           {std::string(10001, 'x'), {}, {"-"}},
       }) {
    std::istringstream in(c.input);
    const ReadResult result =
        ReadSources({"-"}, {.max_article_bytes = 10000, .standard_input = &in});
    EXPECT_EQ(Names(result), c.names);
    std::vector<std::string> problems;
    for (const ReadProblem& problem : result.problems) problems.push_back(problem.place);
    EXPECT_EQ(problems, c.problems);
  }
}

}  // namespace
}  // namespace norn::ingest
