// What the checker knows of an expression before it runs: the set of kinds that its value can have.
//
//   TypeSet list = TypeSet::ListOf(TypeSet::Of(Value::Kind::kNode));
//   if (!list.CanBe(kNumbers)) …          // list + 1 is still fine, list % 2 is an error
#ifndef NORN_QUERY_VALUES_TYPE_SET_H_
#define NORN_QUERY_VALUES_TYPE_SET_H_

#include <cstdint>
#include <string>

#include "query/values/value.h"

namespace norn::query {

using KindMask = uint32_t;

constexpr KindMask MaskOf(Value::Kind kind) { return KindMask{1} << static_cast<int>(kind); }

inline constexpr KindMask kAnyKind = 0xFFFF;
inline constexpr KindMask kNullKind = MaskOf(Value::Kind::kNull);
inline constexpr KindMask kBoolKind = MaskOf(Value::Kind::kBool);
inline constexpr KindMask kIntegerKind = MaskOf(Value::Kind::kInteger);
inline constexpr KindMask kFloatKind = MaskOf(Value::Kind::kFloat);
inline constexpr KindMask kNumberKinds = kIntegerKind | kFloatKind;
inline constexpr KindMask kStringKind = MaskOf(Value::Kind::kString);
inline constexpr KindMask kListKind = MaskOf(Value::Kind::kList);
inline constexpr KindMask kMapKind = MaskOf(Value::Kind::kMap);
inline constexpr KindMask kNodeKind = MaskOf(Value::Kind::kNode);
inline constexpr KindMask kRelationshipKind = MaskOf(Value::Kind::kRelationship);
inline constexpr KindMask kPathKind = MaskOf(Value::Kind::kPath);
inline constexpr KindMask kDateKind = MaskOf(Value::Kind::kDate);
inline constexpr KindMask kLocalTimeKind = MaskOf(Value::Kind::kLocalTime);
inline constexpr KindMask kTimeKind = MaskOf(Value::Kind::kTime);
inline constexpr KindMask kLocalDateTimeKind = MaskOf(Value::Kind::kLocalDateTime);
inline constexpr KindMask kDateTimeKind = MaskOf(Value::Kind::kDateTime);
inline constexpr KindMask kDurationKind = MaskOf(Value::Kind::kDuration);
inline constexpr KindMask kInstantKinds =
    kDateKind | kLocalTimeKind | kTimeKind | kLocalDateTimeKind | kDateTimeKind;
inline constexpr KindMask kTemporalKinds = kInstantKinds | kDurationKind;

struct TypeSet {
  KindMask kinds = kAnyKind;
  KindMask items = kAnyKind;  // of a list's items; what those hold is not tracked

  static constexpr TypeSet Any() { return {}; }
  static constexpr TypeSet Of(KindMask kinds) { return {kinds, kAnyKind}; }
  static constexpr TypeSet ListOf(KindMask items) { return {kListKind, items}; }

  // True unless it is certain that the value is neither null nor of one of `allowed`.
  constexpr bool CanBe(KindMask allowed) const { return (kinds & (allowed | kNullKind)) != 0; }
  // True if it is certain that the value, where it is not null, is one of `allowed`.
  constexpr bool IsOnly(KindMask allowed) const {
    return (kinds & ~(allowed | kNullKind)) == 0 && (kinds & allowed) != 0;
  }
  constexpr TypeSet Or(TypeSet other) const {
    KindMask joined = (kinds & kListKind ? items : 0) | (other.kinds & kListKind ? other.items : 0);
    return {kinds | other.kinds, joined == 0 ? kAnyKind : joined};
  }
};

// "INTEGER or FLOAT"; at most three kinds are named.
std::string NameOf(KindMask kinds);

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_TYPE_SET_H_
