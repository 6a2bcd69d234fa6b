#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsCollectionTest, WorksOnItems) {
  ExpectValues({
      {"coll.max([3, null, 1])", "3"},
      {"coll.min(['b', 'a'])", R"("a")"},
      {"coll.max([])", "null"},
      {"coll.sort([2, null, 1])", "[1,2,null]"},
      {"coll.distinct([1, 1.0, null, null, 'a'])", R"([1,null,"a"])"},
      {"coll.flatten([1, [2, [3]]])", "[1,2,[3]]"},
      {"coll.flatten([1, [2, [3]]], 2)", "[1,2,3]"},
      {"coll.indexOf([1, 2, 3], 2)", "1"},
      {"coll.indexOf([1, 2, 3], 9)", "-1"},
      {"coll.insert([1, 3], 1, 2)", "[1,2,3]"},
      {"coll.insert([1], 5, 2)", "NumberOutOfRange: coll.insert() has no place 5 in a list of 1"},
      {"coll.remove([1, 2, 3], 0)", "[2,3]"},
      {"coll.remove([], 0)", "NumberOutOfRange: coll.remove() has no place 0 in a list of 0"},
      {"coll.sort(null)", "null"},
  });
}

}  // namespace
}  // namespace norn::query
