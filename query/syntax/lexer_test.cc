#include "query/syntax/lexer.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace norn::query {
namespace {

std::string Texts(absl::string_view text) {
  std::vector<Token> tokens = Tokenize(text);
  tokens.pop_back();
  return absl::StrJoin(tokens, " ",
                       [](std::string* out, const Token& token) { out->append(token.text); });
}

TEST(Lexer, TakesTextsApart) {
  struct Row {
    const char* text;
    const char* tokens;
  };
  for (const Row& row :
       {Row{"MATCH (n)-->(m)", "MATCH ( n ) - - > ( m )"}, Row{"[1..3]", "[ 1 .. 3 ]"},
        Row{"*..2", "* .. 2"}, Row{"1_000 .5 1.5e-3 0xFf 0o17", "1000 .5 1.5e-3 0xFf 0o17"},
        Row{"a<=b<>c=~d", "a <= b <> c =~ d"}, Row{"$p $`a b`", "p a b"},
        Row{"x // to the end\ny /* and\n this */ z", "x y z"},
        Row{R"('it''s' "a\tb" 'A\u00e5\U01F600')", "it's a\tb A\xC3\xA5\xF0\x9F\x98\x80"},
        Row{"`a``b` blåbær", "a`b blåbær"}}) {
    EXPECT_EQ(Texts(row.text), row.tokens) << row.text;
  }
}

TEST(Lexer, WhatCannotBeReadBecomesAnErrorToken) {
  struct Row {
    const char* text;
    ErrorCode code;
  };
  for (const Row& row :
       {Row{"12ab", ErrorCode::kInvalidNumberLiteral}, Row{"0x", ErrorCode::kInvalidNumberLiteral},
        Row{"'open", ErrorCode::kUnexpectedSyntax}, Row{"`open", ErrorCode::kUnexpectedSyntax},
        Row{"/* open", ErrorCode::kUnexpectedSyntax}, Row{"#", ErrorCode::kUnexpectedSyntax},
        Row{"'\\q'", ErrorCode::kUnexpectedSyntax},
        Row{"'\\uH'", ErrorCode::kInvalidUnicodeLiteral},
        Row{"'\\ud800'", ErrorCode::kInvalidUnicodeLiteral},
        Row{"—", ErrorCode::kInvalidUnicodeCharacter},
        Row{"\xFF", ErrorCode::kInvalidUnicodeCharacter}}) {
    std::vector<Token> tokens = Tokenize(row.text);
    ASSERT_EQ(tokens[0].kind, TokenKind::kError) << row.text;
    EXPECT_EQ(tokens[0].code, row.code) << row.text;
  }
}

TEST(Lexer, KnowsWhichNamesNeedNoQuotes) {
  EXPECT_TRUE(IsPlainName("name_1"));
  EXPECT_TRUE(IsPlainName("Ærlig"));
  for (const char* name : {"", "1a", "a b", "a-b", "`a`", "'a'"}) {
    EXPECT_FALSE(IsPlainName(name)) << name;
  }
}

}  // namespace
}  // namespace norn::query
