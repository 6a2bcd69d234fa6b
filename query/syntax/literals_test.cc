#include "query/syntax/literals.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(LiteralsTest, NumbersAreReadToTheirEnd) {
  struct Case {
    const char* text;
    const char* number;
    bool is_float;
    const char* rest;
  };
  for (const Case& c : std::vector<Case>{
           {"1_000)", "1000", false, ")"},
           {"0x1F ", "0x1F", false, " "},
           {"0o17", "0o17", false, ""},
           {"1.5e-3", "1.5e-3", true, ""},
           {".5f,", ".5", true, ","},
           {"1..3", "1", false, "..3"},
           {"2E8", "2e8", true, ""},
       }) {
    TextCursor cursor(c.text);
    const auto number = ReadNumber(cursor);
    ASSERT_TRUE(number) << c.text;
    EXPECT_EQ(number->text, c.number);
    EXPECT_EQ(number->is_float, c.is_float) << c.text;
    EXPECT_EQ(cursor.rest(), c.rest) << c.text;
  }
}

TEST(LiteralsTest, WhatOnlyBeginsLikeANumberIsNone) {
  for (const char* const text : {"0x", "0xg", "1abc", "12e", "1_"}) {
    TextCursor cursor(text);
    EXPECT_FALSE(ReadNumber(cursor)) << text;
  }
}

TEST(LiteralsTest, EscapesAreResolved) {
  struct Case {
    const char* text;
    const char* means;
    const char* rest;
  };
  for (const Case& c : std::vector<Case>{
           {"\\n.", "\n", "."},
           {"\\\\", "\\", ""},
           {"\\u00e5r", "\u00e5", "r"},
           {"\\U01F600", "\U0001F600", ""},
           {"\\U0001F600", "\U0001F600", ""},
           {"\\uD83D\\uDE00!", "\U0001F600", "!"},
       }) {
    TextCursor cursor(c.text);
    std::string out;
    const auto error = ReadEscape(cursor, out);
    ASSERT_FALSE(error) << c.text << error->message;
    EXPECT_EQ(out, c.means) << c.text;
    EXPECT_EQ(cursor.rest(), c.rest) << c.text;
  }
}

TEST(LiteralsTest, WhatIsNoEscapeIsRefused) {
  struct Case {
    const char* text;
    ErrorCode code;
  };
  for (const Case& c : std::vector<Case>{
           {"\\q", ErrorCode::kUnexpectedSyntax},
           {"\\", ErrorCode::kUnexpectedSyntax},
           {"\\u12", ErrorCode::kInvalidUnicodeLiteral},
           {"\\uD83D", ErrorCode::kInvalidUnicodeLiteral},
           {"\\uD83D\\u0041", ErrorCode::kInvalidUnicodeLiteral},
           {"\\uDE00", ErrorCode::kInvalidUnicodeLiteral},
           {"\\U110000", ErrorCode::kInvalidUnicodeLiteral},
       }) {
    TextCursor cursor(c.text);
    std::string out;
    const auto error = ReadEscape(cursor, out);
    ASSERT_TRUE(error) << c.text;
    EXPECT_EQ(error->code, c.code) << c.text;
    EXPECT_EQ(out, "") << c.text;
  }
}

}  // namespace
}  // namespace norn::query
