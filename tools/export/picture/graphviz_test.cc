#include "tools/export/picture/graphviz.h"

#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Graphviz, DrawsSvg) {
  const auto svg = Draw("digraph { graph [layout=neato]; a -> b }", ImageFormat::kSvg);
  ASSERT_TRUE(svg.ok()) << svg.status();
  EXPECT_THAT(*svg, StartsWith("<?xml"));
  EXPECT_THAT(*svg, HasSubstr(">a<"));
}

TEST(Graphviz, DrawsPng) {
  const auto png = Draw("digraph { a -> b }", ImageFormat::kPng);
  ASSERT_TRUE(png.ok()) << png.status();
  EXPECT_THAT(*png, StartsWith("\x89PNG\r\n"));
}

TEST(Graphviz, OffersAFontWhereTheReaderLacksOurs) {
  const auto svg = Draw("digraph { a [fontname=\"DejaVu Sans\"] }", ImageFormat::kSvg);
  ASSERT_TRUE(svg.ok()) << svg.status();
  EXPECT_THAT(*svg, HasSubstr("font-family=\"DejaVu Sans,Verdana,sans-serif\""));
}

TEST(Graphviz, SaysWhatIsWrongWithTheDot) {
  const auto svg = Draw("digraph { a -> ", ImageFormat::kSvg);
  ASSERT_EQ(svg.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(svg.status().message()), HasSubstr("syntax error"));
}

TEST(Graphviz, SaysThatALayoutIsUnknown) {
  const auto svg = Draw("digraph { graph [layout=spiral]; a -> b }", ImageFormat::kSvg);
  ASSERT_EQ(svg.status().code(), absl::StatusCode::kInternal);
  EXPECT_THAT(std::string(svg.status().message()), HasSubstr("spiral"));
}

TEST(Graphviz, ManyThreadsMayDraw) {
  std::vector<std::thread> threads;
  std::vector<char> ok(4, 0);
  for (size_t i = 0; i < ok.size(); ++i) {
    threads.emplace_back([&ok, i] { ok[i] = Draw("digraph { a -> b }", ImageFormat::kSvg).ok(); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(ok, testing::Each(1));
}

}  // namespace
}  // namespace norn::tools
