// The language's rules of equality and order, which differ from C++'s:
//
//   Equals(1, 1.0) is true; Equals([1, null], [1, 2]) is unknown; Equals(NaN, NaN) is false.
//   Less(1, 'a') is unknown.
//   Compare orders all values of all kinds, for ORDER BY: maps, nodes, relationships, lists, paths,
//   temporal values, texts, booleans, numbers, NaN, null.
//   Equivalent is what DISTINCT and grouping use: null is null, NaN is NaN.
#ifndef NORN_QUERY_VALUES_VALUE_ORDER_H_
#define NORN_QUERY_VALUES_VALUE_ORDER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/values/value.h"

namespace norn::query {

// Three-valued logic.
enum class Truth : int8_t { kFalse = 0, kTrue = 1, kUnknown = 2 };

inline Value ToValue(Truth truth) {
  return truth == Truth::kUnknown ? Value() : Value::Bool(truth == Truth::kTrue);
}
inline Truth Not(Truth truth) {
  if (truth == Truth::kUnknown) return truth;
  return truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}

// a = b.
Truth Equals(const Value& a, const Value& b);

// a < b and a <= b; unknown for values that have no order between them.
Truth Less(const Value& a, const Value& b);
Truth LessOrEqual(const Value& a, const Value& b);

// < 0, 0 or > 0: the order of ORDER BY, min() and max(). Total.
int Compare(const Value& a, const Value& b);

bool Equivalent(const Value& a, const Value& b);
size_t Hash(const Value& value);  // equal for equivalent values

// For hash tables that are keyed by values, or by rows of values.
struct EquivalentHash {
  size_t operator()(const Value& value) const { return Hash(value); }
  size_t operator()(const std::vector<Value>& row) const;
};
struct EquivalentEq {
  bool operator()(const Value& a, const Value& b) const { return Equivalent(a, b); }
  bool operator()(const std::vector<Value>& a, const std::vector<Value>& b) const;
};

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_VALUE_ORDER_H_
