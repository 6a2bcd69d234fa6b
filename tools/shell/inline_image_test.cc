#include "tools/shell/inline_image.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/export/picture/graphviz.h"

namespace norn::tools {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(ReadImageAnswerTest, TellsWhatTheTerminalShows) {
  struct Row {
    const char* bytes;
    ImageProtocol protocol;
    bool is_whole;
  };
  for (const Row& row : {
           Row{"", ImageProtocol::kNone, false},
           Row{"\033[?1;2c", ImageProtocol::kNone, true},
           Row{"\033[?64;14;22c", ImageProtocol::kNone, true},
           Row{"\033[?62;4;22c", ImageProtocol::kSixel, true},
           Row{"\033_Gi=31;OK\033\\", ImageProtocol::kKitty, false},
           Row{"\033_Gi=31;OK\033\\\033[?62;4c", ImageProtocol::kKitty, true},
           Row{"\033_Gi=31;ENOTSUPPORTED\033\\\033[?62c", ImageProtocol::kNone, true},
       }) {
    const ImageAnswer answer = ReadImageAnswer(row.bytes);
    EXPECT_EQ(answer.protocol, row.protocol) << row.bytes;
    EXPECT_EQ(answer.is_whole, row.is_whole) << row.bytes;
  }
}

TEST(InlineImageTest, SpeaksBothProtocols) {
  const auto png = Draw("graph { node [shape=box]; a -- b }", ImageFormat::kPng);
  ASSERT_TRUE(png.ok()) << png.status();
  const auto kitty = InlineImage(*png, ImageProtocol::kKitty, {80, 800});
  ASSERT_TRUE(kitty.ok()) << kitty.status();
  EXPECT_THAT(*kitty, StartsWith("\033_Ga=T,f=100,q=2,c="));
  EXPECT_THAT(*kitty, EndsWith("\033\\\n"));
  const auto sixel = InlineImage(*png, ImageProtocol::kSixel, {80, 40});
  ASSERT_TRUE(sixel.ok()) << sixel.status();
  EXPECT_THAT(*sixel, StartsWith("\033P0;1q\"1;1;40;"));
  EXPECT_THAT(*sixel, HasSubstr("#215;2;100;100;100"));
  EXPECT_THAT(*sixel, EndsWith("\033\\\n"));
  EXPECT_THAT(sixel->substr(2, sixel->size() - 5), Not(HasSubstr("\033")));
  EXPECT_FALSE(InlineImage("GIF89a", ImageProtocol::kSixel, {80, 800}).ok());
}

}  // namespace
}  // namespace norn::tools
