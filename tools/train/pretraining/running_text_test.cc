#include "tools/train/pretraining/running_text.h"

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace norn::train {
namespace {

std::string Write(const std::string& name, const std::string& text) {
  const std::string path = absl::StrCat(std::getenv("TEST_TMPDIR"), "/", name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

// "nb: Storting|vedtok|…", a sentence each.
std::vector<std::string> ReadAll(RunningText& text) {
  std::vector<std::string> sentences;
  RawParagraph paragraph;
  while (text.Next(paragraph)) {
    for (const auto& forms : paragraph.sentences) {
      sentences.push_back(absl::StrCat(paragraph.language, ": ", absl::StrJoin(forms, "|")));
    }
  }
  return sentences;
}

TEST(RunningTextTest, ParagraphsAreSentencesOfTokensInTheLanguageOfTheirFile) {
  const std::string nb = Write("nb.txt", "Stortinget møttes. Statsministeren talte.\n\n");
  const std::string sv = Write("sv.txt", "Riksdagen röstade.");
  auto text = RunningText::Open({nb, sv}, 1, 5);
  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(text->size(), 2U);
  const std::vector<std::string> sentences = ReadAll(*text);
  EXPECT_EQ(std::set<std::string>(sentences.begin(), sentences.end()),
            (std::set<std::string>{"nb: Stortinget|møttes|.", "nb: Statsministeren|talte|.",
                                   "sv: Riksdagen|röstade|."}));
}

TEST(RunningTextTest, AShareOfTheParagraphsIsReadAlwaysTheSame) {
  std::string lines;
  for (int i = 0; i < 100; ++i) absl::StrAppend(&lines, "Line number ", i, " was read.\n");
  const std::string en = Write("en.txt", lines);
  auto first = RunningText::Open({en}, 0.3, 5);
  auto again = RunningText::Open({en}, 0.3, 5);
  ASSERT_TRUE(first.ok() && again.ok());
  const std::vector<std::string> read = ReadAll(*first);
  EXPECT_EQ(read.size(), 30U);
  EXPECT_EQ(read, ReadAll(*again));
}

TEST(RunningTextTest, GoesOnWhereItIsTold) {
  const std::string da = Write("da.txt", "Et.\nTo.\nTre.\nFire.\n");
  auto whole = RunningText::Open({da}, 1, 5);
  auto rest = RunningText::Open({da}, 1, 5);
  ASSERT_TRUE(whole.ok() && rest.ok());
  rest->SkipTo(3);
  const std::vector<std::string> all = ReadAll(*whole);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(ReadAll(*rest), std::vector<std::string>{all[3]});
  EXPECT_EQ(rest->position(), 4U);
}

TEST(RunningTextTest, NamesFileAndLineOfWhatItCannotRead) {
  const std::string bad = Write("nn.txt", "Stortinget.\n\xff\n");
  EXPECT_EQ(RunningText::Open({bad}, 1, 5).status().message(), absl::StrCat(bad, ":2: not UTF-8"));
  EXPECT_TRUE(absl::IsNotFound(RunningText::Open({"nowhere/nb.txt"}, 1, 5).status()));
}

}  // namespace
}  // namespace norn::train
