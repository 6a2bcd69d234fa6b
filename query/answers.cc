#include "query/answers.h"

#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::query {

std::string AnswerTo(const std::string& query) {
  static const auto* const view = new graph::View(TestView());
  Outcome<Result> result = RunQuery(*view, query, QueryOptions());
  if (!result.ok()) {
    return absl::StrCat(DetailOf(result.error().code), ": ", result.error().message);
  }
  std::ostringstream out;
  WriteJsonl(*result, out);
  return std::string(absl::StripSuffix(out.str(), "\n"));
}

std::string ValueOf(const std::string& expression) {
  const std::string answer = AnswerTo(absl::StrCat("RETURN ", expression, " AS x"));
  absl::string_view value = answer;
  if (absl::ConsumePrefix(&value, "{\"x\":")) absl::ConsumeSuffix(&value, "}");
  return std::string(value);
}

void ExpectValues(std::initializer_list<Answer> rows) {
  for (const Answer& row : rows) EXPECT_EQ(ValueOf(row.asked), row.answer) << row.asked;
}

void ExpectAnswers(std::initializer_list<Answer> rows) {
  for (const Answer& row : rows) EXPECT_EQ(AnswerTo(row.asked), row.answer) << row.asked;
}

}  // namespace norn::query
