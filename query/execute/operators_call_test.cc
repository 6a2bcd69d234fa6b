#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsCallTest, CallsAndFiltersWhatIsYielded) {
  ExpectAnswers({
      {"CALL db.labels() YIELD label, count RETURN label, count ORDER BY label",
       R"({"label":"Actor","count":3}
{"label":"Person","count":2}
{"label":"Place","count":1}
{"label":"State","count":1})"},
      {"CALL db.labels() YIELD label WHERE label STARTS WITH 'P' RETURN label",
       R"({"label":"Person"}
{"label":"Place"})"},
      {"CALL db.nothing()", "ProcedureNotFound: there is no procedure db.nothing"},
  });
}

}  // namespace
}  // namespace norn::query
