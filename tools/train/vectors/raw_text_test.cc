#include "tools/train/vectors/raw_text.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"

namespace norn::train {
namespace {

std::string Write(const std::string& name, const std::string& text) {
  const std::string path = absl::StrCat(testing::TempDir(), "/", name);
  std::ofstream(path) << text;
  return path;
}

std::string Words(const RawText& text, size_t paragraph) {
  std::string words;
  for (uint32_t i = text.paragraphs[paragraph]; i < text.paragraphs[paragraph + 1]; ++i) {
    absl::StrAppend(&words, words.empty() ? "" : " ", text.words[text.tokens[i]].form);
  }
  return words;
}

TEST(RawText, IsWordsByParagraph) {
  const auto text = ReadRawText({Write("nb.txt", "Toget går kl. 12.\n\nToget står.\n")}, 1);
  ASSERT_TRUE(text.ok()) << text.status();
  ASSERT_EQ(text->paragraphs.size(), 3);
  EXPECT_EQ(Words(*text, 0), "toget går kl. 12 .");
  EXPECT_EQ(Words(*text, 1), "toget står .");
  EXPECT_EQ(text->words[0].count, 2);
  EXPECT_FALSE(text->words[0].pieces.empty());
}

TEST(RawText, LeavesRareWordsOut) {
  const auto text = ReadRawText(
      {Write("sv.txt", "ett tåg och ett fat\n"), Write("da.txt", "et tog og et fat\n")}, 2);
  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(Words(*text, 0), "ett ett fat");
  EXPECT_EQ(Words(*text, 1), "et et fat");
}

TEST(RawText, CountsNumbersOfAsManyDigitsAsOneWord) {
  const auto text = ReadRawText({Write("en.txt", "1914 1918 14\n")}, 1);
  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(text->words.size(), 2);
}

TEST(RawText, NamesWhatItCannotRead) {
  const auto missing = ReadRawText({"/no/nb.txt"}, 1);
  EXPECT_EQ(missing.status().message(), "/no/nb.txt: cannot be opened");
  const auto broken = ReadRawText({Write("nn.txt", "eit tog\n\xFF\n")}, 1);
  EXPECT_TRUE(broken.status().message().find("nn.txt:2: not UTF-8") != std::string::npos);
}

}  // namespace
}  // namespace norn::train
