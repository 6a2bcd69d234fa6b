#include "tools/console/colour.h"

#include <sstream>
#include <string>

#include "gtest/gtest.h"
#include "tools/console/printable_stream.h"

namespace norn::tools {
namespace {

// With <1> for the sequence that makes bold, and so on.
std::string Shown(void (*write)(absl::string_view, std::ostream&), const std::string& text) {
  std::ostringstream bytes;
  {
    PrintableStream out(bytes.rdbuf());
    write(text, out);
  }
  std::string shown;
  for (const char c : bytes.str()) shown += c == '\033' ? std::string("^") : std::string(1, c);
  return shown;
}

TEST(Colour, TablesHaveBoldHeadingsAndDimLines) {
  EXPECT_EQ(Shown(WriteColouredTable, "┌───┐\n│ a │\n├───┤\n│ 1 │\n└───┘\n"),
            "^[2m┌───┐^[0m\n"
            "^[2m│^[0m^[1m a ^[0m^[2m│^[0m\n"
            "^[2m├───┤^[0m\n"
            "^[2m│^[0m 1 ^[2m│^[0m\n"
            "^[2m└───┘^[0m\n");
}

TEST(Colour, AMistakesFirstLineIsRed) {
  EXPECT_EQ(Shown(WriteColouredError, "no\nRETURN\n"), "^[1;31mno^[0m\nRETURN\n");
}

// A text from outside colours nothing.
TEST(Colour, TextsStayPrintable) {
  EXPECT_EQ(Shown(WriteColouredTable, "│ \033[31m │"), "^[2m│^[0m \\u001b[31m ^[2m│^[0m");
}

TEST(Colour, IsAsAsked) {
  std::ostringstream out;
  std::istringstream in;
  Streams streams{in, out, out};
  streams.in_colour = true;
  EXPECT_TRUE(InColour(Colour::kAuto, streams).in_colour);
  EXPECT_FALSE(InColour(Colour::kNever, streams).in_colour);
  streams.in_colour = false;
  EXPECT_TRUE(InColour(Colour::kAlways, streams).in_colour);
}

}  // namespace
}  // namespace norn::tools
