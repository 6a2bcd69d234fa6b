// Clauses around random patterns on random graphs, against what a naive reference finds for the
// pattern and the clause's definition makes of it.
//
//   clauses_differential_test QUERIES    as many as that, at least
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"
#include "tests/conformance/random_patterns.h"

namespace norn::conformance {
namespace {

int wanted_queries = 300;

// A row of an answer or of what is expected: the columns as literals.
using Line = std::string;

std::string Literal(const Row& row) {
  query::Value::Items items;
  for (const std::string& item : row) items.push_back(query::Value::String(item));
  return query::ToLiteral(query::Value::List(std::move(items)));
}

std::string Literal(int64_t number) { return query::ToLiteral(query::Value::Int(number)); }
std::string Literal(const std::string& text) {
  return query::ToLiteral(query::Value::String(text));
}

std::string Match(const PatternText& text) {
  return absl::StrCat("MATCH ", text.path, text.where.empty() ? "" : " WHERE ", text.where);
}

class Clauses {
 public:
  explicit Clauses(uint32_t seed) : seed_(seed) {
    Generator generator(seed);
    graph_ = generator.Graph();
    pattern_ = generator.Shape();
    rows_ = ReferenceRows(graph_, pattern_);
    text_ = TextOf(pattern_);
    match_ = Match(text_);
    for (const Row& row : rows_) lines_.push_back(Literal(row));
  }

  int Check() {
    const graph::View view = query::TestView(graph_);
    view_ = &view;
    CheckCarriers();
    CheckSubqueries();
    CheckGroups();
    CheckPaths();
    return queries_;
  }

 private:
  // The rows in any order, unless they are sorted.
  void Expect(const std::string& text, std::vector<Line> expected, bool is_sorted = false) {
    ++queries_;
    auto result = query::RunQuery(*view_, text, query::QueryOptions());
    ASSERT_TRUE(result.ok()) << Render(result.error(), text);
    std::vector<Line> got;
    for (const auto& row : result->rows) {
      Line& line = got.emplace_back();
      for (const query::Value& cell : row) absl::StrAppend(&line, query::ToLiteral(cell), " ");
    }
    for (Line& line : expected) line += " ";
    if (!is_sorted) {
      std::sort(got.begin(), got.end());
      std::sort(expected.begin(), expected.end());
    }
    EXPECT_EQ(got, expected) << "seed " << seed_ << ": " << text;
  }

  // Clauses that hand rows on as they are.
  void CheckCarriers() {
    const std::string returns = absl::StrCat(" RETURN ", text_.row, " AS row");
    Expect(absl::StrCat(match_, returns, " NEXT RETURN row"), lines_);
    Expect(absl::StrCat(match_, " LET row = ", text_.row, " RETURN row"), lines_);
    Expect(absl::StrCat(match_, " WITH ", text_.row, " AS row RETURN row OFFSET 0"), lines_);
    if (!text_.where.empty()) {
      Expect(absl::StrCat("MATCH ", text_.path, " FILTER ", text_.where, returns), lines_);
    }
    Expect(absl::StrCat(Match(TextOf(pattern_, true)), returns), lines_);
    Expect(absl::StrCat(match_, returns, " UNION ALL ", match_, returns), Twice());
    Expect(absl::StrCat(match_, returns, " UNION ", match_, returns), Distinct());
  }

  void CheckSubqueries() {
    const std::string inner = absl::StrCat("{ ", match_, " RETURN ", text_.row, " AS row }");
    const auto count = static_cast<int64_t>(rows_.size());
    Expect(absl::StrCat("CALL ", inner, " RETURN row"), lines_);
    Expect(absl::StrCat("UNWIND [1, 2] AS i CALL (i) ", inner, " RETURN row"), Twice());
    Expect(absl::StrCat("RETURN COUNT ", inner, " AS c"), {Literal(count)});
    Expect(absl::StrCat("UNWIND COLLECT ", inner, " AS row RETURN row"), lines_);
    Expect(absl::StrCat("WHEN EXISTS { ", match_, " } THEN RETURN 1 AS x ELSE RETURN 0 AS x"),
           {Literal(int64_t{rows_.empty() ? 0 : 1})});
    std::map<std::string, int64_t> by_first;
    for (const graph::Node& node : graph_.nodes) by_first[node.id] = 0;
    for (const Row& row : rows_) ++by_first[row.front()];
    std::vector<Line> none, counts;
    for (const auto& [id, found] : by_first) {
      if (found == 0) none.push_back(Literal(id));
      counts.push_back(absl::StrCat(Literal(id), " ", Literal(found)));
    }
    Expect(absl::StrCat("MATCH (v0) WHERE NOT EXISTS { ", match_, " } RETURN v0.id"), none);
    Expect(absl::StrCat("MATCH (v0) RETURN v0.id, COUNT { ", match_, " }"), counts);
  }

  void CheckGroups() {
    std::map<Row, int64_t> groups;
    std::map<std::string, std::set<std::string>> ends;
    std::set<std::string> all_ends;
    for (const Row& row : rows_) {
      ++groups[row];
      ends[row.front()].insert(row.back());
      all_ends.insert(row.back());
    }
    std::vector<Line> counted, page, distinct_ends;
    for (const auto& [row, count] : groups) {
      counted.push_back(absl::StrCat(Literal(row), " ", Literal(count)));
      page.push_back(Literal(row));
    }
    for (const auto& [first, lasts] : ends) {
      const auto count = static_cast<int64_t>(lasts.size());
      distinct_ends.push_back(absl::StrCat(Literal(first), " ", Literal(count)));
    }
    const std::string last = pattern_.nodes.back().variable;
    Expect(absl::StrCat(match_, " RETURN ", text_.row, " AS row, count(*) AS c"), counted);
    Expect(absl::StrCat(match_, " RETURN v0.id, count(DISTINCT ", last, ") AS c"), distinct_ends);
    Expect(absl::StrCat(match_, " RETURN count(DISTINCT ", last, ".id) AS c"),
           {Literal(static_cast<int64_t>(all_ends.size()))});
    page.erase(page.begin(), page.begin() + std::min<std::ptrdiff_t>(1, std::ssize(page)));
    page.resize(std::min<size_t>(page.size(), 3));
    Expect(
        absl::StrCat(match_, " RETURN DISTINCT ", text_.row, " AS row ORDER BY row SKIP 1 LIMIT 3"),
        page, true);
  }

  // Lengths: relationships have keys that begin with e.
  void CheckPaths() {
    std::map<std::pair<std::string, std::string>, int64_t> least;
    for (const Row& row : rows_) {
      const int64_t length = std::count_if(row.begin(), row.end(),
                                           [](const std::string& item) { return item[0] == 'e'; });
      const auto [at, is_new] = least.try_emplace({row.front(), row.back()}, length);
      if (!is_new) at->second = std::min(at->second, length);
    }
    std::vector<Line> lines;
    for (const auto& [ends, length] : least) {
      lines.push_back(
          absl::StrCat(Literal(ends.first), " ", Literal(ends.second), " ", Literal(length)));
    }
    const std::string last = pattern_.nodes.back().variable;
    const std::string condition = text_.where.empty() ? "" : " WHERE " + text_.where;
    Expect(absl::StrCat("MATCH p = ", text_.path, condition, " RETURN v0.id AS a, ", last,
                        ".id AS b, min(length(p)) AS l"),
           lines);
  }

  std::vector<Line> Twice() const {
    std::vector<Line> twice = lines_;
    twice.insert(twice.end(), lines_.begin(), lines_.end());
    return twice;
  }
  std::vector<Line> Distinct() const {
    const std::set<Line> distinct(lines_.begin(), lines_.end());
    return {distinct.begin(), distinct.end()};
  }

  uint32_t seed_;
  graph::PropertyGraph graph_;
  Pattern pattern_;
  std::vector<Row> rows_;
  PatternText text_;
  std::string match_;
  std::vector<Line> lines_;
  const graph::View* view_ = nullptr;
  int queries_ = 0;
};

TEST(ClausesDifferential, GiveWhatTheReferenceAndTheirDefinitionGive) {
  int queries = 0;
  for (uint32_t seed = 0; queries < wanted_queries; ++seed) queries += Clauses(seed).Check();
}

}  // namespace
}  // namespace norn::conformance

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc == 2) norn::conformance::wanted_queries = std::atoi(argv[1]);
  return RUN_ALL_TESTS();
}
