// A value of the query language: what expressions give and what a result's cells hold.
//
//   Value list = Value::List({Value::Int(1), Value::String("two"), Value()});
//   if (list.is(Value::Kind::kList)) for (const Value& item : list.list()) Use(item);
//
// Sixteen bytes. Null, booleans, numbers, nodes, relationships and most temporal values live
// inside; texts either borrow bytes that outlive the value (the view's pool of strings) or, like
// lists, maps and paths, share a counted, immutable allocation. Copies are cheap and may be handed
// to other threads.
//
// A node or relationship is either a number in the view that is being queried, or *detached*: a
// record with its labels and properties, which needs no view. Results hold detached ones only.
//
// What is nested deeper than kMaxValueDepth is not made: List, Map and Path give null instead, and
// ValuesTooDeep counts it, for whoever runs the query to fail. So everything that goes through
// values may do so by recursion.
#ifndef NORN_QUERY_VALUES_VALUE_H_
#define NORN_QUERY_VALUES_VALUE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/model/value.h"

namespace norn::query {

struct NodeRecord;
struct RelationshipRecord;
struct PathRecord;

class Value {
 public:
  enum class Kind : uint8_t {
    kNull,
    kBool,
    kInteger,
    kFloat,
    kString,
    kList,
    kMap,
    kNode,
    kRelationship,
    kPath,
    kDate,
    kLocalTime,
    kTime,
    kLocalDateTime,
    kDateTime,
    kDuration,
  };
  using Items = std::vector<Value>;
  using Entries = std::vector<std::pair<std::string, Value>>;  // sorted by key, no key twice

  Value() : storage_(Storage::kInline), kind_(Kind::kNull), aux_(0) { payload_.integer = 0; }
  Value(const Value& other) noexcept;
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other) noexcept;
  Value& operator=(Value&& other) noexcept;
  ~Value() { Release(); }

  static Value Bool(bool v);
  static Value Int(int64_t v);
  static Value Float(double v);
  static Value String(std::string v);
  static Value Borrowed(absl::string_view v);  // `v`'s bytes must outlive the value
  static Value List(Items items);
  static Value Map(Entries entries);  // sorts; of a key given twice the last one counts
  static Value Node(uint32_t index);
  static Value Relationship(uint32_t index);
  static Value Node(NodeRecord record);
  static Value Relationship(RelationshipRecord record);
  static Value Path(PathRecord record);
  static Value Of(graph::Date v);
  static Value Of(graph::LocalTime v);
  static Value Of(graph::ZonedTime v);
  static Value Of(graph::LocalDateTime v);
  static Value Of(graph::ZonedDateTime v);
  static Value Of(graph::Duration v);
  static Value Of(const graph::Value& v);  // a stored property

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  bool is_null() const { return kind_ == Kind::kNull; }
  bool is_true() const { return kind_ == Kind::kBool && payload_.boolean; }
  bool is_number() const { return kind_ == Kind::kInteger || kind_ == Kind::kFloat; }
  bool is_temporal() const { return kind_ >= Kind::kDate; }
  bool is_detached() const { return storage_ == Storage::kShared; }
  bool is_container() const {
    return kind_ == Kind::kList || kind_ == Kind::kMap || kind_ == Kind::kPath;
  }
  // Whether it has numbers of a view or bytes that it does not own, also within.
  bool needs_view() const;
  // Levels of lists, maps and paths; 0 where it is none of them.
  uint32_t depth() const;
  // About the bytes that it takes once nothing in it is shared any more: what it costs to write,
  // to compare or to hash. Lists that share their parts can be far larger than what they occupy.
  int64_t written_bytes() const;

  // Each of these needs the kind that it names.
  bool boolean() const { return payload_.boolean; }
  int64_t integer() const { return payload_.integer; }
  double real() const { return payload_.real; }
  double number() const { return kind_ == Kind::kInteger ? double(integer()) : real(); }
  absl::string_view text() const;
  const Items& list() const;
  const Entries& map() const;
  const Value* Find(absl::string_view key) const;  // of a map; nullptr where it has no such key
  uint32_t index() const;                          // of a node or relationship in the view
  const NodeRecord& node() const;                  // of a detached node
  const RelationshipRecord& relationship() const;
  const PathRecord& path() const;
  graph::Date date() const { return {payload_.integer}; }
  graph::LocalTime local_time() const { return {payload_.integer}; }
  graph::ZonedTime time() const { return {payload_.integer, static_cast<int32_t>(aux_)}; }
  graph::LocalDateTime local_date_time() const {
    return {payload_.integer, static_cast<int32_t>(aux_)};
  }
  const graph::ZonedDateTime& date_time() const;
  const graph::Duration& duration() const;

  // The value as a stored property; null for what a property cannot hold (maps, nodes, …).
  graph::Value ToGraphValue() const;

  struct Shared;  // a counted allocation

 private:
  enum class Storage : uint8_t { kInline, kBorrowed, kShared };
  Value(Kind kind, Storage storage, uint32_t aux) : storage_(storage), kind_(kind), aux_(aux) {}
  static Value Share(Kind kind, Shared* shared);
  void Release();

  Storage storage_;
  Kind kind_;
  uint32_t aux_;  // length of a borrowed text, offset of a time, nanoseconds of a date-time
  union {
    bool boolean;
    int64_t integer;
    double real;
    const char* bytes;
    Shared* shared;
  } payload_;
};

static_assert(sizeof(Value) == 16);

struct NodeRecord {
  uint32_t index = 0;
  std::string id;
  std::vector<std::string> labels;
  Value::Entries properties;
  bool deleted = false;  // of a scratch graph: the node is gone, and may not be looked into
};

struct RelationshipRecord {
  uint32_t index = 0;
  std::string type;
  std::string from;  // the nodes' ids
  std::string to;
  Value::Entries properties;
  bool deleted = false;
};

// nodes.size() == relationships.size() + 1.
struct PathRecord {
  std::vector<Value> nodes;
  std::vector<Value> relationships;
};

inline constexpr uint32_t kMaxValueDepth = 500;

// How many values of this thread were not made because they would have been too deep.
uint64_t ValuesTooDeep();

// "INTEGER", "LIST", … for messages.
absl::string_view KindName(Value::Kind kind);

// Bytes that this thread's shared values take: created minus destroyed. Limits compare differences.
int64_t LiveValueBytes();

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_VALUE_H_
