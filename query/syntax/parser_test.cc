#include "query/syntax/parser.h"

#include <string>

#include "gtest/gtest.h"
#include "query/printer/printer.h"

namespace norn::query {
namespace {

// Accepted queries. Each must also come back from the printer as the same tree.
constexpr const char* kAccepted[] = {
    "MATCH (n) RETURN n",
    "MATCH (a:Actor:Person {name: 'Ada', mentions: 3})-[r:SPOKE_WITH|MET_AT*1..3]->(b) RETURN *",
    "MATCH p = (a)<-[:T]-(b)--(c)-->(d)<-->(e) WHERE a.x > 1 AND NOT b:L RETURN p AS path",
    "MATCH p = shortestPath((a)-[*..5]-(b)) RETURN length(p)",
    "MATCH p = allShortestPaths((a)-[:T*]->(b)) RETURN p",
    "MATCH p = ANY SHORTEST (a)-[:T]->+(b) RETURN p",
    "MATCH (a)-[r WHERE r.w > 2]->(b WHERE b.x = 1) RETURN r",
    "MATCH (a:(A|B)&!C) RETURN a",
    "OPTIONAL MATCH (n)-[r]->() WITH DISTINCT n, count(r) AS c ORDER BY c DESC, n.x SKIP 1 LIMIT 2 "
    "WHERE c > 1 RETURN n",
    "UNWIND [1, 2.5, 'x', null, true, {a: [-1]}] AS x RETURN x",
    "RETURN CASE WHEN 1 < 2 <= 3 THEN 'a' ELSE 'b' END AS c, CASE 1 WHEN 1, 2 THEN 3 END",
    "RETURN [x IN range(1, 9) WHERE x % 2 = 0 | x ^ 2], [(a)-->(b) WHERE a.x | b.y]",
    "RETURN all(x IN [1] WHERE x = 1) AND any(x IN [] WHERE true), reduce(s = 0, x IN [1] | s + x)",
    "RETURN a[0], a[1..], a[..2], a[-1..null], a.b.c, {x: 1}.x, n{.*, .a, b, c: 1}",
    "RETURN 1 + 2 * -3 - -x, NOT a OR b XOR c, 'a' STARTS WITH 'b', x IN y, x =~ 'r', x IS NOT "
    "NULL",
    "MATCH (n) WHERE (n)-[:T]->() AND EXISTS { MATCH (n)-->(m) WHERE m.x = 1 RETURN m } RETURN n",
    "CALL db.labels() YIELD label AS l WHERE l = 'A' RETURN l",
    "CALL db.labels",
    "RETURN 1 AS x UNION ALL RETURN 2 AS x",
    "RETURN $p, $`strange name`, `a b`, date('2025-01-01')",
    "CREATE (a:A {x: 1})-[:T {y: 2}]->(b) SET a.z = 1, b:L:M, a += {q: 1} REMOVE a.x, b:L",
    "MERGE (a:A) ON CREATE SET a.x = 1 ON MATCH SET a.x = 2 DETACH DELETE a",
    "EXPLAIN MATCH (n) RETURN n;",
    "RETURN -a - -b",
    "PROFILE RETURN 1",
    "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN b UNION RETURN a AS b } RETURN b",
    "CALL { WITH a RETURN a AS b } RETURN b",
    "MATCH (a) OPTIONAL CALL (*) { RETURN 1 AS x } RETURN x",
    "RETURN COUNT { (a)-->() }, COLLECT { MATCH (a) RETURN a.x }, EXISTS { (a) WHERE a.x = 1 }",
    "RETURN count{.x}, collect{a: 1}",
    "MATCH p = (a) ((u)-[r]->(v) WHERE u.x < v.x){1,3} (b) RETURN p",
    "MATCH ((u)-->(v))+ RETURN u",
    "MATCH p = SHORTEST 2 GROUPS (a)-[r]->{2,}(b) RETURN p",
    "MATCH p = ANY SHORTEST ((a)-[r]->+(b) WHERE length(p) > 1) RETURN p",
    "MATCH REPEATABLE ELEMENTS (a)-->{1,2}(b) RETURN b",
    "RETURN 1 IS :: INTEGER, x IS NOT :: LIST<STRING NOT NULL | INTEGER>, y :: ANY",
    "RETURN CASE x WHEN < 3, 4 THEN 1 WHEN IS NULL THEN 2 END",
    "LET x = 1, y = x FILTER y > 0 RETURN y",
    "MATCH (n) FINISH",
    "RETURN 1 AS x NEXT RETURN x",
    "WHEN a THEN RETURN 1 AS x WHEN b THEN RETURN 2 AS x ELSE RETURN 3 AS x",
    "UNWIND [1] AS x ORDER BY x SKIP 1 LIMIT 1 RETURN x",
    "FOR x IN [1] RETURN x",
    "RETURN trim(BOTH 'x' FROM y), x IS NOT NFD NORMALIZED",
    "SHOW FUNCTIONS YIELD name RETURN name",
    "CYPHER 25 EXPLAIN RETURN 1",
    "RETURN 'quote \\' backslash \\\\ line \\n' AS text",
};

TEST(Parser, AcceptsAndThePrinterGivesTheSameTree) {
  for (const char* text : kAccepted) {
    Outcome<Query> query = ParseQuery(text);
    ASSERT_TRUE(query.ok()) << Render(query.error(), text);
    std::string printed = Print(*query);
    Outcome<Query> again = ParseQuery(printed);
    ASSERT_TRUE(again.ok()) << printed << "\n" << Render(again.error(), printed);
    EXPECT_TRUE(*again == *query) << text << "\n" << printed;
  }
}

struct Rejected {
  const char* text;
  ErrorCode code;
  int line;
  int column;
};

constexpr Rejected kRejected[] = {
    {"", ErrorCode::kUnexpectedSyntax, 1, 1},
    {"MATCH (n RETURN n", ErrorCode::kUnexpectedSyntax, 1, 10},
    {"MATCH (n)\nRETRUN n", ErrorCode::kUnexpectedSyntax, 2, 1},
    {"RETURN [, ]", ErrorCode::kUnexpectedSyntax, 1, 9},
    {"RETURN {1: 2}", ErrorCode::kUnexpectedSyntax, 1, 9},
    {"RETURN 9223372036854775808", ErrorCode::kIntegerOverflow, 1, 8},
    {"RETURN 1e999", ErrorCode::kFloatingPointOverflow, 1, 8},
    {"RETURN 12ab", ErrorCode::kInvalidNumberLiteral, 1, 8},
    {"RETURN 'open", ErrorCode::kUnexpectedSyntax, 1, 8},
    {"RETURN 'å' — 1", ErrorCode::kInvalidUnicodeCharacter, 1, 12},
    {"MATCH ()-[:T..]->() RETURN 1", ErrorCode::kInvalidRelationshipPattern, 1, 13},
    {"RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a",
     ErrorCode::kInvalidClauseComposition, 1, 35},
    {"MATCH p = shortestPath((a)) RETURN p", ErrorCode::kUnexpectedSyntax, 1, 23},
    {"RETURN 1 IS :: COLOUR", ErrorCode::kUnexpectedSyntax, 1, 16},
    {"CALL { RETURN 1 AS a RETURN a", ErrorCode::kUnexpectedSyntax, 1, 30},
    {"MATCH ((a)-->(b)) (c) RETURN c", ErrorCode::kUnexpectedSyntax, 1, 19},
    {"MATCH (n) NEXT RETURN n", ErrorCode::kInvalidClauseComposition, 1, 11},
    {"CYPHER 9 RETURN 1", ErrorCode::kUnexpectedSyntax, 1, 8},
    {"SHOW WHATEVER", ErrorCode::kUnexpectedSyntax, 1, 6},
    {"CREATE INDEX FOR (n:A) ON (n.x)", ErrorCode::kUnexpectedSyntax, 1, 8},
};

TEST(Parser, RejectsWithThePlace) {
  for (const Rejected& row : kRejected) {
    Outcome<Query> query = ParseQuery(row.text);
    ASSERT_FALSE(query.ok()) << row.text;
    EXPECT_EQ(DetailOf(query.error().code), DetailOf(row.code)) << row.text;
    EXPECT_EQ(query.error().line, row.line) << row.text;
    EXPECT_EQ(query.error().column, row.column) << row.text;
  }
}

TEST(Parser, SuggestsTheKeywordThatWasMeant) {
  Outcome<Query> query = ParseQuery("MATCH (n) RETRUN n");
  ASSERT_FALSE(query.ok());
  EXPECT_EQ(query.error().suggestion, "did you mean `RETURN`?");
}

std::string Repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Parser, DepthAndLengthAreBounded) {
  const int kMany = 10'000;
  for (const std::string& text :
       {"RETURN " + Repeat("(", kMany), "RETURN " + Repeat("[", kMany),
        "RETURN " + Repeat("NOT ", kMany) + "true", "RETURN " + Repeat("-", kMany) + "x",
        "RETURN 1" + Repeat("+1", kMany), "RETURN " + Repeat("{a:", kMany),
        "RETURN " + Repeat("(a {x:", kMany), "MATCH (a:" + Repeat("!", kMany) + "A) RETURN a",
        "RETURN a" + Repeat(".b", kMany), "RETURN " + Repeat("CASE WHEN ", kMany),
        "RETURN " + Repeat("EXISTS { MATCH (a) WHERE ", kMany)}) {
    Outcome<Query> query = ParseQuery(text);
    ASSERT_FALSE(query.ok()) << text.substr(0, 40);
    EXPECT_EQ(query.error().code, ErrorCode::kDepthLimit) << text.substr(0, 40);
  }
  Outcome<Query> query = ParseQuery("RETURN '" + std::string(2 << 20, 'x') + "'");
  ASSERT_FALSE(query.ok());
  EXPECT_EQ(query.error().code, ErrorCode::kSizeLimit);
}

TEST(Parser, ALongChainOfConditionsIsNoDeepTree) {
  for (const char* word : {" OR ", " AND ", " XOR "}) {
    Outcome<Query> query = ParseQuery("RETURN x" + Repeat(std::string(word) + "x", 5000));
    EXPECT_TRUE(query.ok()) << word;
  }
}

TEST(Parser, BacktrackingIsNotExponential) {
  // Each opening could begin a pattern; without a memory this would take 2^60 steps.
  std::string text = "RETURN " + Repeat("(a {x: ", 60) + "1" + Repeat("})", 60);
  EXPECT_TRUE(ParseQuery(text).ok());
}

}  // namespace
}  // namespace norn::query
