// The functions coll.…: on lists as collections of values.
#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"
#include "query/values/value_order.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

// The greatest item in the order of ORDER BY, or the least; null does not count.
template <int sign>
Value Extreme(const FunctionCall& call) {
  if (!call.execution.MayWalk(call[0])) return Value();
  Value best;
  for (const Value& item : call[0].list()) {
    if (item.is_null()) continue;
    if (best.is_null() || Compare(item, best) * sign > 0) best = item;
  }
  return best;
}

Value Sort(const FunctionCall& call) {
  constexpr int kComparisons = 16;  // that an item takes part in, about
  for (int i = 0; i < kComparisons; ++i) {
    if (!call.execution.MayWalk(call[0])) return Value();
  }
  Value::Items items = call[0].list();
  std::stable_sort(items.begin(), items.end(),
                   [](const Value& a, const Value& b) { return Compare(a, b) < 0; });
  return Value::List(std::move(items));
}

Value WithoutRepetition(const FunctionCall& call) {
  if (!call.execution.MayWalk(call[0])) return Value();
  absl::flat_hash_set<Value, EquivalentHash, EquivalentEq> seen;
  Value::Items items;
  for (const Value& item : call[0].list()) {
    if (seen.insert(item).second) items.push_back(item);
  }
  return Value::List(std::move(items));
}

// False past a limit.
bool FlattenInto(const FunctionCall& call, const Value::Items& list, int64_t levels,
                 Value::Items& out) {
  for (const Value& item : list) {
    if (!call.execution.Step()) return false;
    if (item.is(Kind::kList) && levels > 0) {
      if (!FlattenInto(call, item.list(), levels - 1, out)) return false;
      continue;
    }
    if (out.size() == out.capacity() &&
        !call.execution.MayAllocate(static_cast<int64_t>((2 * out.size() + 1) * sizeof(Value)))) {
      return false;
    }
    out.push_back(item);
  }
  return true;
}

// coll.flatten(list[, levels]): lists within give their items, one level deep or as many as are
// said.
Value Flatten(const FunctionCall& call) {
  const int64_t levels = call.size() > 1 ? call[1].integer() : 1;
  if (levels < 0) {
    return call.Fail(ErrorCode::kNumberOutOfRange,
                     absl::StrCat("coll.flatten() takes no negative depth such as ", levels));
  }
  Value::Items out;
  return FlattenInto(call, call[0].list(), levels, out) ? Value::List(std::move(out)) : Value();
}

Value IndexOf(const FunctionCall& call) {
  if (call[0].is_null() || call[1].is_null()) return Value();
  if (!call.execution.MayWalk(call[0]) || !call.execution.MayWalk(call[1])) return Value();
  const Value::Items& items = call[0].list();
  const auto at = std::find_if(items.begin(), items.end(), [&call](const Value& item) {
    return Equals(item, call[1]) == Truth::kTrue;
  });
  return Value::Int(at == items.end() ? -1 : at - items.begin());
}

// Where an item is put or taken away, from 0; fails outside of the list.
bool PlaceIn(const FunctionCall& call, int64_t most) {
  const int64_t place = call[1].integer();
  if (place >= 0 && place <= most) return true;
  call.Fail(ErrorCode::kNumberOutOfRange, absl::StrCat(call.name, "() has no place ", place,
                                                       " in a list of ", call[0].list().size()));
  return false;
}

Value Insert(const FunctionCall& call) {
  if (call[0].is_null() || call[1].is_null()) return Value();
  Value::Items items = call[0].list();
  if (!PlaceIn(call, static_cast<int64_t>(items.size()))) return Value();
  items.insert(items.begin() + call[1].integer(), call[2]);
  return Value::List(std::move(items));
}

Value Remove(const FunctionCall& call) {
  Value::Items items = call[0].list();
  if (!PlaceIn(call, static_cast<int64_t>(items.size()) - 1)) return Value();
  items.erase(items.begin() + call[1].integer());
  return Value::List(std::move(items));
}

constexpr KindMask L = kListKind;
constexpr KindMask I = kIntegerKind;

constexpr FunctionInfo kFunctions[] = {
    {"coll.max", 1, 1, {L}, kAnyKind, Extreme<1>, false, true},
    {"coll.min", 1, 1, {L}, kAnyKind, Extreme<-1>, false, true},
    {"coll.sort", 1, 1, {L}, L, Sort},
    {"coll.distinct", 1, 1, {L}, L, WithoutRepetition},
    {"coll.flatten", 1, 2, {L, I}, L, Flatten},
    {"coll.indexOf", 2, 2, {L, kAnyKind}, I, IndexOf, true},
    {"coll.insert", 3, 3, {L, I, kAnyKind}, L, Insert, true},
    {"coll.remove", 2, 2, {L, I}, L, Remove},
};

}  // namespace

absl::Span<const FunctionInfo> CollectionFunctions() { return kFunctions; }

}  // namespace norn::query
