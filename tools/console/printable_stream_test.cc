#include "tools/console/printable_stream.h"

#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

std::string Written(const std::vector<std::string>& pieces) {
  std::ostringstream sink;
  {
    PrintableStream out(sink.rdbuf());
    for (const std::string& piece : pieces) out << piece;
  }
  return sink.str();
}

TEST(PrintableStreamTest, EscapesAcrossWrites) {
  EXPECT_EQ(Written({"Bod", "\xC3", "\xB8\n"}), "Bodø\n");
  EXPECT_EQ(Written({"\xE2", "\x80", "\xAE"}), "\\u202e");
  EXPECT_EQ(Written({"a\r", "\nb\r", "c"}), "a\r\nb\\u000dc");
  EXPECT_EQ(Written({"\xC2", "\x9B", "2J"}), "\\u009b2J");
  EXPECT_EQ(Written({"cut \xE2\x80"}), "cut \\xe2\\x80");
  EXPECT_EQ(Written({"\x80\x80\x80\x80"}), "\\x80\\x80\\x80\\x80");
}

TEST(PrintableStreamTest, OnlyNornsOwnSequencesPass) {
  std::ostringstream sink;
  PrintableStream out(sink.rdbuf());
  out << "\033[K" << TerminalSequence{"\r\033[K"};
  EXPECT_EQ(sink.str(), "\\u001b[K\r\033[K");
  std::ostringstream plain;
  plain << TerminalSequence{"\033[K"};
  EXPECT_EQ(plain.str(), "\033[K");
}

TEST(PrintableStreamTest, AFailingSinkIsSeen) {
  class Full : public std::streambuf {
  } full;
  PrintableStream failing(&full);
  failing << "x";
  EXPECT_FALSE(failing.good());
}

}  // namespace
}  // namespace norn::tools
