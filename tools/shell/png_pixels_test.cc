#include "tools/shell/png_pixels.h"

#include <algorithm>
#include <array>
#include <string>

#include "gtest/gtest.h"
#include "tools/export/picture/graphviz.h"

namespace norn::tools {
namespace {

TEST(PngPixelsTest, ReadsWhatGraphvizDraws) {
  const auto png = Draw(
      "graph { bgcolor=white; a [shape=box, style=filled, fillcolor=\"#ff0000\", label=\"\"] }",
      ImageFormat::kPng);
  ASSERT_TRUE(png.ok()) << png.status();
  const auto pixels = PixelsOfPng(*png);
  ASSERT_TRUE(pixels.ok()) << pixels.status();
  ASSERT_EQ(pixels->rows.size(), pixels->width * pixels->height);
  const std::array<uint8_t, 3> red = {255, 0, 0};
  const std::array<uint8_t, 3> white = {255, 255, 255};
  EXPECT_EQ(pixels->rows[pixels->height / 2 * pixels->width + pixels->width / 2], red);
  EXPECT_EQ(pixels->rows[0], white);
  const Pixels small = Within(*pixels, 10);
  EXPECT_EQ(small.width, 10);
  EXPECT_EQ(small.rows.size(), small.width * small.height);
  EXPECT_EQ(small.rows[small.height / 2 * small.width + 5], red);
  EXPECT_EQ(Within(small, 20).width, 10);
}

TEST(PngPixelsTest, RefusesWhatIsDamaged) {
  const auto png = Draw("graph { a -- b }", ImageFormat::kPng);
  ASSERT_TRUE(png.ok()) << png.status();
  for (size_t size = 0; size < png->size(); size += 97) {
    EXPECT_FALSE(PixelsOfPng(absl::string_view(*png).substr(0, size)).ok()) << size;
  }
  for (size_t at = 0; at < std::min<size_t>(png->size(), 200); ++at) {
    std::string flipped = *png;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    (void)PixelsOfPng(flipped);  // must end, whatever it finds
  }
}

}  // namespace
}  // namespace norn::tools
