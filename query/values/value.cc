#include "query/values/value.h"

#include <algorithm>
#include <atomic>
#include <utility>
#include <variant>

namespace norn::query {

namespace {

thread_local int64_t live_bytes = 0;
thread_local uint64_t too_deep = 0;

// What one value takes in a list; and about what a node takes once it is a record.
constexpr int64_t kValueBytes = sizeof(Value);
constexpr int64_t kEntityBytes = 400;
constexpr int64_t kMostBytes = int64_t{1} << 60;

}  // namespace

// The counted allocation behind texts, lists, maps, paths, detached entities and the temporal
// values that do not fit inside. Immutable once shared.
struct Value::Shared {
  using Data = std::variant<std::string, Items, Entries, NodeRecord, RelationshipRecord, PathRecord,
                            graph::ZonedDateTime, graph::Duration>;
  explicit Shared(Data d, int64_t size) : data(std::move(d)), bytes(size) { live_bytes += bytes; }
  ~Shared() { live_bytes -= bytes; }

  Data data;
  int64_t bytes;
  int64_t written_bytes = 0;
  uint32_t depth = 0;
  bool needs_view = false;
  std::atomic<uint32_t> references{1};
};

namespace {

int64_t SizeOf(const std::string& text) { return static_cast<int64_t>(text.capacity()); }
int64_t SizeOf(const Value::Items& items) {
  return static_cast<int64_t>(items.capacity() * sizeof(Value));
}
int64_t SizeOf(const Value::Entries& entries) {
  int64_t size = static_cast<int64_t>(entries.capacity() * sizeof(entries[0]));
  for (const auto& [key, value] : entries) size += SizeOf(key);
  return size;
}
int64_t SizeOf(const NodeRecord& record) {
  return 100 + SizeOf(record.id) + SizeOf(record.properties) +
         static_cast<int64_t>(record.labels.size()) * 40;
}
int64_t SizeOf(const RelationshipRecord& record) {
  return 100 + SizeOf(record.from) + SizeOf(record.to) + SizeOf(record.properties);
}
int64_t SizeOf(const PathRecord& record) {
  return SizeOf(record.nodes) + SizeOf(record.relationships);
}
int64_t SizeOf(const graph::ZonedDateTime& v) { return SizeOf(v.zone); }
int64_t SizeOf(const graph::Duration&) { return 0; }

// What a value is made of, added up.
struct Parts {
  int64_t written_bytes = 0;
  uint32_t depth = 0;
  bool needs_view = false;

  void Add(const Value& value) {
    written_bytes = std::min(kMostBytes, written_bytes + value.written_bytes());
    depth = std::max(depth, value.depth());
    needs_view = needs_view || value.needs_view();
  }
  void AddAll(const Value::Items& items) {
    for (const Value& item : items) Add(item);
  }
  void AddAll(const Value::Entries& entries) {
    for (const auto& [key, value] : entries) {
      written_bytes += static_cast<int64_t>(key.size());
      Add(value);
    }
  }
};

Parts PartsOf(const std::string& text) { return {static_cast<int64_t>(text.size()), 0, false}; }
Parts PartsOf(const Value::Items& items) {
  Parts parts;
  parts.AddAll(items);
  ++parts.depth;
  return parts;
}
Parts PartsOf(const Value::Entries& entries) {
  Parts parts;
  parts.AddAll(entries);
  ++parts.depth;
  return parts;
}
Parts PartsOf(const NodeRecord& record) {
  Parts parts;
  parts.AddAll(record.properties);
  parts.written_bytes += 100;
  return parts;
}
Parts PartsOf(const RelationshipRecord& record) {
  Parts parts;
  parts.AddAll(record.properties);
  parts.written_bytes += 100;
  return parts;
}
Parts PartsOf(const PathRecord& record) {
  Parts parts;
  parts.AddAll(record.nodes);
  parts.AddAll(record.relationships);
  ++parts.depth;
  return parts;
}
Parts PartsOf(const graph::ZonedDateTime&) { return {}; }
Parts PartsOf(const graph::Duration&) { return {}; }

template <typename T>
Value::Shared* MakeShared(T data) {
  const Parts parts = PartsOf(data);
  int64_t size = SizeOf(data) + static_cast<int64_t>(sizeof(Value::Shared));
  auto* shared = new Value::Shared(std::move(data), size);
  shared->written_bytes = kValueBytes + parts.written_bytes;
  shared->depth = parts.depth;
  shared->needs_view = parts.needs_view;
  return shared;
}

}  // namespace

bool Value::needs_view() const {
  if (storage_ == Storage::kShared) return payload_.shared->needs_view;
  return storage_ == Storage::kBorrowed || kind_ == Kind::kNode || kind_ == Kind::kRelationship;
}

uint32_t Value::depth() const { return storage_ == Storage::kShared ? payload_.shared->depth : 0; }

int64_t Value::written_bytes() const {
  if (storage_ == Storage::kShared) return payload_.shared->written_bytes;
  if (storage_ == Storage::kBorrowed) return kValueBytes + aux_;
  return kind_ == Kind::kNode || kind_ == Kind::kRelationship ? kEntityBytes : kValueBytes;
}

uint64_t ValuesTooDeep() { return too_deep; }

Value::Value(const Value& other) noexcept
    : storage_(other.storage_), kind_(other.kind_), aux_(other.aux_), payload_(other.payload_) {
  if (storage_ == Storage::kShared) {
    payload_.shared->references.fetch_add(1, std::memory_order_relaxed);
  }
}

Value::Value(Value&& other) noexcept
    : storage_(other.storage_), kind_(other.kind_), aux_(other.aux_), payload_(other.payload_) {
  other.storage_ = Storage::kInline;
  other.kind_ = Kind::kNull;
}

Value& Value::operator=(const Value& other) noexcept {
  if (this != &other) {
    Value copy(other);
    *this = std::move(copy);
  }
  return *this;
}

Value& Value::operator=(Value&& other) noexcept {
  if (this == &other) return *this;
  // Held until the end: `other` may live inside what this value refers to.
  Value old;
  std::swap(old.storage_, storage_);
  std::swap(old.kind_, kind_);
  std::swap(old.payload_, payload_);
  storage_ = other.storage_;
  kind_ = other.kind_;
  aux_ = other.aux_;
  payload_ = other.payload_;
  other.storage_ = Storage::kInline;
  other.kind_ = Kind::kNull;
  return *this;
}

void Value::Release() {
  if (storage_ != Storage::kShared) return;
  if (payload_.shared->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    delete payload_.shared;
  }
}

Value Value::Share(Kind kind, Shared* shared) {
  if (shared->depth > kMaxValueDepth) {
    ++too_deep;
    delete shared;
    return Value();
  }
  Value value(kind, Storage::kShared, 0);
  value.payload_.shared = shared;
  return value;
}

Value Value::Bool(bool v) {
  Value value(Kind::kBool, Storage::kInline, 0);
  value.payload_.integer = 0;
  value.payload_.boolean = v;
  return value;
}

Value Value::Int(int64_t v) {
  Value value(Kind::kInteger, Storage::kInline, 0);
  value.payload_.integer = v;
  return value;
}

Value Value::Float(double v) {
  Value value(Kind::kFloat, Storage::kInline, 0);
  value.payload_.real = v;
  return value;
}

Value Value::String(std::string v) { return Share(Kind::kString, MakeShared(std::move(v))); }

Value Value::Borrowed(absl::string_view v) {
  Value value(Kind::kString, Storage::kBorrowed, static_cast<uint32_t>(v.size()));
  value.payload_.bytes = v.data();
  return value;
}

Value Value::List(Items items) { return Share(Kind::kList, MakeShared(std::move(items))); }

Value Value::Map(Entries entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Entries unique;
  unique.reserve(entries.size());
  for (auto& entry : entries) {
    if (!unique.empty() && unique.back().first == entry.first) {
      unique.back() = std::move(entry);
    } else {
      unique.push_back(std::move(entry));
    }
  }
  return Share(Kind::kMap, MakeShared(std::move(unique)));
}

Value Value::Node(uint32_t index) {
  Value value(Kind::kNode, Storage::kInline, 0);
  value.payload_.integer = index;
  return value;
}

Value Value::Relationship(uint32_t index) {
  Value value(Kind::kRelationship, Storage::kInline, 0);
  value.payload_.integer = index;
  return value;
}

Value Value::Node(NodeRecord record) { return Share(Kind::kNode, MakeShared(std::move(record))); }

Value Value::Relationship(RelationshipRecord record) {
  return Share(Kind::kRelationship, MakeShared(std::move(record)));
}

Value Value::Path(PathRecord record) { return Share(Kind::kPath, MakeShared(std::move(record))); }

Value Value::Of(graph::Date v) {
  Value value(Kind::kDate, Storage::kInline, 0);
  value.payload_.integer = v.days;
  return value;
}

Value Value::Of(graph::LocalTime v) {
  Value value(Kind::kLocalTime, Storage::kInline, 0);
  value.payload_.integer = v.nanoseconds;
  return value;
}

Value Value::Of(graph::ZonedTime v) {
  Value value(Kind::kTime, Storage::kInline, static_cast<uint32_t>(v.offset_seconds));
  value.payload_.integer = v.nanoseconds;
  return value;
}

Value Value::Of(graph::LocalDateTime v) {
  Value value(Kind::kLocalDateTime, Storage::kInline, static_cast<uint32_t>(v.nanoseconds));
  value.payload_.integer = v.seconds;
  return value;
}

Value Value::Of(graph::ZonedDateTime v) { return Share(Kind::kDateTime, MakeShared(std::move(v))); }

Value Value::Of(graph::Duration v) { return Share(Kind::kDuration, MakeShared(std::move(v))); }

absl::string_view Value::text() const {
  if (storage_ == Storage::kBorrowed) return absl::string_view(payload_.bytes, aux_);
  return std::get<std::string>(payload_.shared->data);
}

const Value::Items& Value::list() const { return std::get<Items>(payload_.shared->data); }
const Value::Entries& Value::map() const { return std::get<Entries>(payload_.shared->data); }

const Value* Value::Find(absl::string_view key) const {
  const Entries& entries = map();
  auto it =
      std::lower_bound(entries.begin(), entries.end(), key,
                       [](const auto& entry, absl::string_view k) { return entry.first < k; });
  return it != entries.end() && it->first == key ? &it->second : nullptr;
}

uint32_t Value::index() const {
  if (storage_ == Storage::kInline) return static_cast<uint32_t>(payload_.integer);
  return kind_ == Kind::kNode ? node().index : relationship().index;
}

const NodeRecord& Value::node() const { return std::get<NodeRecord>(payload_.shared->data); }
const RelationshipRecord& Value::relationship() const {
  return std::get<RelationshipRecord>(payload_.shared->data);
}
const PathRecord& Value::path() const { return std::get<PathRecord>(payload_.shared->data); }
const graph::ZonedDateTime& Value::date_time() const {
  return std::get<graph::ZonedDateTime>(payload_.shared->data);
}
const graph::Duration& Value::duration() const {
  return std::get<graph::Duration>(payload_.shared->data);
}

namespace {

struct FromGraph {
  Value operator()(std::monostate) const { return Value(); }
  Value operator()(bool v) const { return Value::Bool(v); }
  Value operator()(int64_t v) const { return Value::Int(v); }
  Value operator()(double v) const { return Value::Float(v); }
  Value operator()(const std::string& v) const { return Value::String(v); }
  Value operator()(const graph::Value::List& v) const {
    Value::Items items;
    items.reserve(v.size());
    for (const graph::Value& item : v) items.push_back(Value::Of(item));
    return Value::List(std::move(items));
  }
  template <typename Temporal>
  Value operator()(const Temporal& v) const {
    return Value::Of(v);
  }
};

}  // namespace

Value Value::Of(const graph::Value& v) { return std::visit(FromGraph(), v.data()); }

graph::Value Value::ToGraphValue() const {
  switch (kind_) {
    case Kind::kBool:
      return graph::Value(boolean());
    case Kind::kInteger:
      return graph::Value(integer());
    case Kind::kFloat:
      return graph::Value(real());
    case Kind::kString:
      return graph::Value(text());
    case Kind::kList: {
      graph::Value::List items;
      for (const Value& item : list()) items.push_back(item.ToGraphValue());
      return graph::Value(std::move(items));
    }
    case Kind::kDate:
      return graph::Value(date());
    case Kind::kLocalTime:
      return graph::Value(local_time());
    case Kind::kTime:
      return graph::Value(time());
    case Kind::kLocalDateTime:
      return graph::Value(local_date_time());
    case Kind::kDateTime:
      return graph::Value(date_time());
    case Kind::kDuration:
      return graph::Value(duration());
    default:
      return graph::Value();
  }
}

absl::string_view KindName(Value::Kind kind) {
  static constexpr absl::string_view kNames[] = {
      "NULL", "BOOLEAN",        "INTEGER",      "FLOAT",   "STRING", "LIST",
      "MAP",  "NODE",           "RELATIONSHIP", "PATH",    "DATE",   "LOCAL TIME",
      "TIME", "LOCAL DATETIME", "DATETIME",     "DURATION"};
  return kNames[static_cast<int>(kind)];
}

int64_t LiveValueBytes() { return live_bytes; }

}  // namespace norn::query
