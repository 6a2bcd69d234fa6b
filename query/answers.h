// What queries answer, as texts to compare in tests.
//
//   EXPECT_EQ(AnswerTo("MATCH (p:Place) RETURN p.name AS n"), R"({"n":"Havn"})");
//   ExpectValues({{"1 + 1", "2"}, {"1 / 0", "NumberOutOfRange: division by zero"}});
#ifndef NORN_QUERY_ANSWERS_H_
#define NORN_QUERY_ANSWERS_H_

#include <initializer_list>
#include <string>

namespace norn::query {

// The rows of the query over test_graph.h's graph as JSON, a line each; or what is wrong with it:
// the error's kind and message.
std::string AnswerTo(const std::string& query);

// The value of an expression as JSON; or what is wrong with it.
std::string ValueOf(const std::string& expression);

struct Answer {
  const char* asked;
  const char* answer;
};
void ExpectValues(std::initializer_list<Answer> rows);   // of expressions
void ExpectAnswers(std::initializer_list<Answer> rows);  // to queries

}  // namespace norn::query

#endif  // NORN_QUERY_ANSWERS_H_
