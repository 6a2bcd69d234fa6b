#include "query/values/value_order.h"

#include <algorithm>
#include <cmath>

#include "absl/hash/hash.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

template <typename T>
int ThreeWay(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

// Exact: an integer that a double cannot hold does not equal its neighbour.
int CompareIntegerToReal(int64_t a, double b) {
  if (b >= 9223372036854775808.0) return -1;
  if (b < -9223372036854775808.0) return 1;
  double floor = std::floor(b);
  int whole = ThreeWay(a, static_cast<int64_t>(floor));
  return whole != 0 ? whole : (b > floor ? -1 : 0);
}

// Neither is NaN.
int CompareNumbers(const Value& a, const Value& b) {
  if (a.is(Kind::kInteger)) {
    return b.is(Kind::kInteger) ? ThreeWay(a.integer(), b.integer())
                                : CompareIntegerToReal(a.integer(), b.real());
  }
  return b.is(Kind::kInteger) ? -CompareIntegerToReal(b.integer(), a.real())
                              : ThreeWay(a.real(), b.real());
}

bool IsNan(const Value& value) { return value.is(Kind::kFloat) && std::isnan(value.real()); }

int CompareTime(const graph::ZonedTime& a, const graph::ZonedTime& b) {
  constexpr int64_t kSecond = 1'000'000'000;
  int instant = ThreeWay(a.nanoseconds - a.offset_seconds * kSecond,
                         b.nanoseconds - b.offset_seconds * kSecond);
  return instant != 0 ? instant : ThreeWay(a.offset_seconds, b.offset_seconds);
}

int CompareDateTime(const graph::ZonedDateTime& a, const graph::ZonedDateTime& b) {
  if (int seconds = ThreeWay(a.seconds, b.seconds)) return seconds;
  if (int nanoseconds = ThreeWay(a.nanoseconds, b.nanoseconds)) return nanoseconds;
  if (int offset = ThreeWay(a.offset_seconds, b.offset_seconds)) return offset;
  return ThreeWay(a.zone, b.zone);
}

int CompareLocalDateTime(const graph::LocalDateTime& a, const graph::LocalDateTime& b) {
  int seconds = ThreeWay(a.seconds, b.seconds);
  return seconds != 0 ? seconds : ThreeWay(a.nanoseconds, b.nanoseconds);
}

// By the time that they take on average, then by their parts.
int CompareDuration(const graph::Duration& a, const graph::Duration& b) {
  auto seconds = [](const graph::Duration& d) {
    constexpr double kSecondsPerMonth = 2629746;  // of a mean Gregorian year
    return static_cast<double>(d.months) * kSecondsPerMonth + static_cast<double>(d.days) * 86400 +
           static_cast<double>(d.seconds) + d.nanoseconds / 1e9;
  };
  if (int average = ThreeWay(seconds(a), seconds(b))) return average;
  if (int months = ThreeWay(a.months, b.months)) return months;
  if (int days = ThreeWay(a.days, b.days)) return days;
  if (int s = ThreeWay(a.seconds, b.seconds)) return s;
  return ThreeWay(a.nanoseconds, b.nanoseconds);
}

// Both are of the same temporal kind.
int CompareTemporal(const Value& a, const Value& b) {
  switch (a.kind()) {
    case Kind::kDate:
      return ThreeWay(a.date().days, b.date().days);
    case Kind::kLocalTime:
      return ThreeWay(a.local_time().nanoseconds, b.local_time().nanoseconds);
    case Kind::kTime:
      return CompareTime(a.time(), b.time());
    case Kind::kLocalDateTime:
      return CompareLocalDateTime(a.local_date_time(), b.local_date_time());
    case Kind::kDateTime:
      return CompareDateTime(a.date_time(), b.date_time());
    default:
      return CompareDuration(a.duration(), b.duration());
  }
}

// Live entities are numbers in the view. Detached ones compare by number too, and differ from live
// ones, so that a deleted node is not the one that has got its number since.
int CompareEntity(const Value& a, const Value& b) {
  if (a.is_detached() != b.is_detached()) return a.is_detached() ? 1 : -1;
  return ThreeWay(a.index(), b.index());
}

int CompareLists(const Value::Items& a, const Value::Items& b) {
  size_t common = std::min(a.size(), b.size());
  for (size_t i = 0; i < common; ++i) {
    if (int item = Compare(a[i], b[i])) return item;
  }
  return ThreeWay(a.size(), b.size());
}

int CompareMaps(const Value::Entries& a, const Value::Entries& b) {
  size_t common = std::min(a.size(), b.size());
  for (size_t i = 0; i < common; ++i) {
    if (int key = ThreeWay(a[i].first, b[i].first)) return key;
    if (int value = Compare(a[i].second, b[i].second)) return value;
  }
  return ThreeWay(a.size(), b.size());
}

int ComparePaths(const PathRecord& a, const PathRecord& b) {
  size_t common = std::min(a.relationships.size(), b.relationships.size());
  for (size_t i = 0; i <= common; ++i) {
    if (int node = CompareEntity(a.nodes[i], b.nodes[i])) return node;
    if (i == common) break;
    if (int edge = CompareEntity(a.relationships[i], b.relationships[i])) return edge;
  }
  return ThreeWay(a.relationships.size(), b.relationships.size());
}

// The place of a kind among all kinds.
int Rank(Kind kind) {
  switch (kind) {
    case Kind::kMap:
      return 0;
    case Kind::kNode:
      return 1;
    case Kind::kRelationship:
      return 2;
    case Kind::kList:
      return 3;
    case Kind::kPath:
      return 4;
    case Kind::kDateTime:
      return 5;
    case Kind::kLocalDateTime:
      return 6;
    case Kind::kDate:
      return 7;
    case Kind::kTime:
      return 8;
    case Kind::kLocalTime:
      return 9;
    case Kind::kDuration:
      return 10;
    case Kind::kString:
      return 11;
    case Kind::kBool:
      return 12;
    case Kind::kInteger:
    case Kind::kFloat:
      return 13;
    case Kind::kNull:
      return 14;
  }
  return 14;
}

Truth Of(bool v) { return v ? Truth::kTrue : Truth::kFalse; }

Truth ListsEqual(const Value::Items& a, const Value::Items& b) {
  if (a.size() != b.size()) return Truth::kFalse;
  Truth result = Truth::kTrue;
  for (size_t i = 0; i < a.size(); ++i) {
    Truth item = Equals(a[i], b[i]);
    if (item == Truth::kFalse) return item;
    if (item == Truth::kUnknown) result = item;
  }
  return result;
}

Truth MapsEqual(const Value::Entries& a, const Value::Entries& b) {
  if (a.size() != b.size()) return Truth::kFalse;
  Truth result = Truth::kTrue;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].first != b[i].first) return Truth::kFalse;
    Truth value = Equals(a[i].second, b[i].second);
    if (value == Truth::kFalse) return value;
    if (value == Truth::kUnknown) result = value;
  }
  return result;
}

// a < b, or a <= b if `or_equal`, of lists: by the first items that differ.
Truth ListsLess(const Value::Items& a, const Value::Items& b, bool or_equal) {
  size_t common = std::min(a.size(), b.size());
  for (size_t i = 0; i < common; ++i) {
    Truth equal = Equals(a[i], b[i]);
    if (equal == Truth::kUnknown) return equal;
    if (equal == Truth::kFalse) return Less(a[i], b[i]);
  }
  return Of(or_equal ? a.size() <= b.size() : a.size() < b.size());
}

Truth LessThan(const Value& a, const Value& b, bool or_equal) {
  if (a.is_number() && b.is_number()) {
    if (IsNan(a) || IsNan(b)) return Truth::kFalse;
    int order = CompareNumbers(a, b);
    return Of(order < 0 || (or_equal && order == 0));
  }
  if (a.kind() != b.kind()) return Truth::kUnknown;
  int order = 0;
  switch (a.kind()) {
    case Kind::kString:
      order = a.text().compare(b.text());
      break;
    case Kind::kBool:
      order = ThreeWay(a.boolean(), b.boolean());
      break;
    case Kind::kDate:
    case Kind::kLocalTime:
    case Kind::kTime:
    case Kind::kLocalDateTime:
    case Kind::kDateTime:
      order = CompareTemporal(a, b);
      break;
    case Kind::kList:
      return ListsLess(a.list(), b.list(), or_equal);
    default:
      return Truth::kUnknown;
  }
  return Of(order < 0 || (or_equal && order == 0));
}

size_t Mix(size_t seed, size_t hash) {
  return seed ^ (hash + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

size_t HashReal(double v) {
  if (std::isnan(v)) return 0x7ff8;
  // A whole number hashes like the integer that it equals.
  if (v >= -9223372036854775808.0 && v < 9223372036854775808.0 && v == std::floor(v)) {
    return absl::Hash<int64_t>()(static_cast<int64_t>(v));
  }
  return absl::Hash<double>()(v);
}

size_t HashContainer(const Value& value) {
  size_t seed = 0;
  if (value.is(Kind::kList)) {
    for (const Value& item : value.list()) seed = Mix(seed, Hash(item));
  } else if (value.is(Kind::kMap)) {
    for (const auto& [key, item] : value.map()) {
      seed = Mix(Mix(seed, absl::Hash<std::string>()(key)), Hash(item));
    }
  } else {
    for (const Value& node : value.path().nodes) seed = Mix(seed, Hash(node));
    for (const Value& edge : value.path().relationships) seed = Mix(seed, Hash(edge));
  }
  return seed;
}

}  // namespace

Truth Equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Truth::kUnknown;
  if (a.is_number() && b.is_number()) {
    return Of(!IsNan(a) && !IsNan(b) && CompareNumbers(a, b) == 0);
  }
  if (a.kind() != b.kind()) return Truth::kFalse;
  if (a.is(Kind::kList)) return ListsEqual(a.list(), b.list());
  if (a.is(Kind::kMap)) return MapsEqual(a.map(), b.map());
  if (a.is(Kind::kDuration)) return Of(a.duration() == b.duration());
  return Of(Compare(a, b) == 0);
}

Truth Less(const Value& a, const Value& b) { return LessThan(a, b, false); }
Truth LessOrEqual(const Value& a, const Value& b) { return LessThan(a, b, true); }

int Compare(const Value& a, const Value& b) {
  if (int rank = ThreeWay(Rank(a.kind()), Rank(b.kind()))) return rank;
  switch (a.kind()) {
    case Kind::kNull:
      return 0;
    case Kind::kBool:
      return ThreeWay(a.boolean(), b.boolean());
    case Kind::kInteger:
    case Kind::kFloat:
      if (IsNan(a) || IsNan(b)) return ThreeWay(IsNan(a), IsNan(b));
      return CompareNumbers(a, b);
    case Kind::kString:
      return a.text().compare(b.text());
    case Kind::kList:
      return CompareLists(a.list(), b.list());
    case Kind::kMap:
      return CompareMaps(a.map(), b.map());
    case Kind::kNode:
    case Kind::kRelationship:
      return CompareEntity(a, b);
    case Kind::kPath:
      return ComparePaths(a.path(), b.path());
    default:
      return CompareTemporal(a, b);
  }
}

bool Equivalent(const Value& a, const Value& b) { return Compare(a, b) == 0; }

size_t Hash(const Value& value) {
  size_t kind = static_cast<size_t>(Rank(value.kind()));
  switch (value.kind()) {
    case Kind::kNull:
      return kind;
    case Kind::kBool:
      return Mix(kind, value.boolean());
    case Kind::kInteger:
      return absl::Hash<int64_t>()(value.integer());
    case Kind::kFloat:
      return HashReal(value.real());
    case Kind::kString:
      return absl::Hash<absl::string_view>()(value.text());
    case Kind::kNode:
    case Kind::kRelationship:
      return absl::Hash<uint64_t>()((uint64_t{kind} << 40) | value.index());
    case Kind::kList:
    case Kind::kMap:
    case Kind::kPath:
      return Mix(kind, HashContainer(value));
    case Kind::kDateTime:
      return absl::HashOf(value.date_time().seconds, value.date_time().nanoseconds);
    case Kind::kDuration:
      return absl::HashOf(value.duration().months, value.duration().days, value.duration().seconds,
                          value.duration().nanoseconds);
    case Kind::kLocalDateTime:
      return absl::HashOf(value.local_date_time().seconds, value.local_date_time().nanoseconds);
    case Kind::kTime:
      return absl::HashOf(value.time().nanoseconds, value.time().offset_seconds);
    default:
      return Mix(kind, absl::Hash<int64_t>()(value.integer()));
  }
}

size_t EquivalentHash::operator()(const std::vector<Value>& row) const {
  size_t seed = row.size();
  for (const Value& value : row) seed = Mix(seed, Hash(value));
  return seed;
}

bool EquivalentEq::operator()(const std::vector<Value>& a, const std::vector<Value>& b) const {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!Equivalent(a[i], b[i])) return false;
  }
  return true;
}

}  // namespace norn::query
