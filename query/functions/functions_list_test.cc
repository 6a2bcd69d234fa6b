#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsListTest, TakesListsApartAndMakesThem) {
  ExpectValues({
      {"head([1, 2])", "1"},
      {"last([1, 2])", "2"},
      {"tail([1, 2, 3])", "[2,3]"},
      {"head([])", "null"},
      {"range(1, 3)", "[1,2,3]"},
      {"range(3, 1, -1)", "[3,2,1]"},
      {"range(1, 2, 0)", "NumberOutOfRange: range() takes no step of zero"},
      {"size([1, 2])", "2"},
      {"cardinality([1, 2])", "2"},
      {"reverse([1, 2])", "[2,1]"},
      {"coalesce(null, 2)", "2"},
      {"keys({b: 1, a: 2})", R"(["a","b"])"},
      {"size(null)", "null"},
  });
}

}  // namespace
}  // namespace norn::query
