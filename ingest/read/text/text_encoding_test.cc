#include "ingest/read/text/text_encoding.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

TEST(TextEncodingTest, ReadsWhatTheBytesTell) {
  struct Case {
    std::string bytes;
    const char* text;
    const char* encoding;
  };
  for (const Case& c : std::vector<Case>{
           {"Smørbrød", "Smørbrød", ""},
           {"Sm\xF8rbr\xF8"
            "d",
            "Smørbrød", "windows-1252"},
           {"\x93Ja\x94 \x96 sa \xC5se", "“Ja” – sa Åse", "windows-1252"},
           {std::string("\xFF\xFEH\0e\0i\0", 8), "\uFEFFHei", "UTF-16"},
           {std::string("\xFE\xFF\0H\0e\0i", 8), "\uFEFFHei", "UTF-16"},
           {std::string("H\0e\0i\0.\0", 8), "Hei.", "UTF-16LE"},
       }) {
    const absl::StatusOr<DecodedText> decoded = ToUtf8(c.bytes, "", "");
    ASSERT_TRUE(decoded.ok()) << c.text << decoded.status();
    if (c.encoding == std::string("UTF-16")) {
      EXPECT_THAT(decoded->text, HasSubstr("Hei"));
    } else {
      EXPECT_EQ(decoded->text, c.text);
    }
    EXPECT_EQ(decoded->encoding, c.encoding) << c.text;
  }
}

TEST(TextEncodingTest, ReadsWhatIsDeclaredOrAsked) {
  const std::string cyrillic = "\xCC\xEE\xF1\xEA\xE2\xE0";
  EXPECT_EQ(ToUtf8(cyrillic, "", "windows-1251")->text, "Москва");
  EXPECT_EQ(ToUtf8(cyrillic, "windows-1251", "")->text, "Москва");
  EXPECT_EQ(ToUtf8("Smørbrød", "", "iso-8859-1")->text, "Smørbrød");
  EXPECT_EQ(ToUtf8("bl\xE5", "", "ISO-8859-1")->encoding, "windows-1252");
  EXPECT_THAT(ToUtf8("x", "klingonsk", "").status().ToString(), HasSubstr("no encoding"));
}

TEST(TextEncodingTest, SaysWhetherItIsAGuess) {
  const std::string marked("\xFF\xFEH\0e\0i\0", 8);
  const std::string unmarked("H\0e\0i\0.\0", 8);
  EXPECT_FALSE(ToUtf8("Smørbrød", "", "")->is_guess);
  EXPECT_FALSE(ToUtf8(marked, "", "")->is_guess);
  EXPECT_TRUE(ToUtf8(unmarked, "", "")->is_guess);
  EXPECT_FALSE(ToUtf8("bl\xE5", "", "iso-8859-1")->is_guess);
  EXPECT_FALSE(ToUtf8("bl\xE5", "windows-1252", "")->is_guess);
  EXPECT_TRUE(ToUtf8("bl\xE5", "", "")->is_guess);
  EXPECT_TRUE(ToUtf8("bl\xE5", "", "utf-8")->is_guess) << "what is declared is not so";
  EXPECT_THAT(GuessNote(*ToUtf8("bl\xE5", "", "")), HasSubstr("windows-1252"));
}

TEST(TextEncodingTest, RefusesWhatIsNoText) {
  for (const std::string& bytes : {std::string("a\0b", 3), std::string(), std::string(" \n"),
                                   std::string("\x81\x8D\x8F\x90")}) {
    EXPECT_EQ(ToUtf8(bytes, "", "").status().code(), absl::StatusCode::kInvalidArgument);
  }
}

TEST(TextEncodingTest, NoticesMojibake) {
  EXPECT_TRUE(IsMojibake("MÃ¸tet varte lenge, sier Ã¥ttiÃ¥ringen."));
  EXPECT_FALSE(IsMojibake("Møtet varte lenge, sier åttiåringen."));
  EXPECT_FALSE(IsMojibake("Ã¥ alene"));
}

}  // namespace
}  // namespace norn::ingest
