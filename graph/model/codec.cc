#include "graph/model/codec.h"

#include <limits>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "proto/graph.pb.h"

namespace norn::graph {
namespace {

using Temporal = proto::Value::Temporal;

void ToProto(const Value& value, proto::Value& out);

// One overload for each alternative of Value::Variant.
struct Writer {
  proto::Value& out;

  void operator()(std::monostate) const {}
  void operator()(bool v) const { out.set_boolean(v); }
  void operator()(int64_t v) const { out.set_integer(v); }
  void operator()(double v) const { out.set_real(v); }
  void operator()(const std::string& v) const { out.set_text(v); }
  void operator()(const Value::List& list) const {
    auto& items = *out.mutable_list();
    for (const Value& item : list) ToProto(item, *items.add_items());
  }
  void operator()(Date v) const { New(Temporal::DATE).set_a(v.days); }
  void operator()(LocalTime v) const { New(Temporal::LOCAL_TIME).set_b(v.nanoseconds); }
  void operator()(ZonedTime v) const {
    Temporal& t = New(Temporal::ZONED_TIME);
    t.set_b(v.nanoseconds);
    t.set_offset(v.offset_seconds);
  }
  void operator()(LocalDateTime v) const {
    Temporal& t = New(Temporal::LOCAL_DATE_TIME);
    t.set_a(v.seconds);
    t.set_b(v.nanoseconds);
  }
  void operator()(const ZonedDateTime& v) const {
    Temporal& t = New(Temporal::ZONED_DATE_TIME);
    t.set_a(v.seconds);
    t.set_b(v.nanoseconds);
    t.set_offset(v.offset_seconds);
    t.set_zone(v.zone);
  }
  void operator()(const Duration& v) const {
    Temporal& t = New(Temporal::DURATION);
    t.set_months(v.months);
    t.set_days(v.days);
    t.set_a(v.seconds);
    t.set_b(v.nanoseconds);
  }

 private:
  Temporal& New(Temporal::Kind kind) const {
    out.mutable_temporal()->set_kind(kind);
    return *out.mutable_temporal();
  }
};

void ToProto(const Value& value, proto::Value& out) { std::visit(Writer{out}, value.data()); }

absl::StatusOr<Value> FromProto(const Temporal& t) {
  constexpr int64_t kNanosPerSecond = 1000000000;
  constexpr int64_t kNanosPerDay = 86400 * kNanosPerSecond;
  // A value's own range is graph/model/value.h's; a number outside of it was not written by us.
  const auto within = [&t](int64_t low, int64_t end) { return t.b() >= low && t.b() < end; };
  const absl::Status damaged = absl::DataLossError("a stored time is out of its range");
  const auto nanos = static_cast<int32_t>(t.b());
  switch (t.kind()) {
    case Temporal::DATE:
      return Value(Date{t.a()});
    case Temporal::LOCAL_TIME:
      if (!within(0, kNanosPerDay)) return damaged;
      return Value(LocalTime{t.b()});
    case Temporal::ZONED_TIME:
      if (!within(0, kNanosPerDay)) return damaged;
      return Value(ZonedTime{t.b(), t.offset()});
    case Temporal::LOCAL_DATE_TIME:
      if (!within(0, kNanosPerSecond)) return damaged;
      return Value(LocalDateTime{t.a(), nanos});
    case Temporal::ZONED_DATE_TIME:
      if (!within(0, kNanosPerSecond)) return damaged;
      return Value(ZonedDateTime{t.a(), nanos, t.offset(), t.zone()});
    case Temporal::DURATION:
      if (!within(-kNanosPerSecond + 1, kNanosPerSecond)) return damaged;
      return Value(Duration{t.months(), t.days(), t.a(), nanos});
    default:
      return absl::DataLossError(absl::StrCat("a stored time has the unknown kind ", t.kind()));
  }
}

absl::StatusOr<Value> FromProto(const proto::Value& in, int depth) {
  switch (in.kind_case()) {
    case proto::Value::kBoolean:
      return Value(in.boolean());
    case proto::Value::kInteger:
      return Value(static_cast<int64_t>(in.integer()));
    case proto::Value::kReal:
      return Value(in.real());
    case proto::Value::kText:
      return Value(in.text());
    case proto::Value::kTemporal:
      return FromProto(in.temporal());
    case proto::Value::kList:
      break;
    case proto::Value::KIND_NOT_SET:
      return Value();
  }
  if (depth == kMaxListDepth) return absl::DataLossError("a stored list is nested too deep");
  Value::List list;
  list.reserve(in.list().items_size());
  for (const proto::Value& item : in.list().items()) {
    NORN_ASSIGN_OR_RETURN(Value value, FromProto(item, depth + 1));
    list.push_back(std::move(value));
  }
  return Value(std::move(list));
}

template <typename Message>
void AddProperties(const Properties& properties, Message& out) {
  for (const auto& [key, value] : properties) {
    proto::Property& property = *out.add_properties();
    property.set_key(key);
    ToProto(value, *property.mutable_value());
  }
}

template <typename Message>
absl::StatusOr<Properties> TakeProperties(const Message& in) {
  Properties properties;
  for (const proto::Property& property : in.properties()) {
    NORN_ASSIGN_OR_RETURN(Value value, FromProto(property.value(), 0));
    if (!properties.emplace(property.key(), std::move(value)).second) {
      return absl::DataLossError(
          absl::StrCat("a stored property is there twice: ", property.key()));
    }
  }
  return properties;
}

template <typename Message>
absl::StatusOr<Message> Parse(absl::string_view bytes, absl::string_view what) {
  Message message;
  if (bytes.size() > std::numeric_limits<int>::max() ||
      !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError(absl::StrCat("a stored ", what, " does not decode"));
  }
  return message;
}

}  // namespace

std::string EncodeValue(const Value& value) {
  proto::Value message;
  ToProto(value, message);
  return message.SerializeAsString();
}

std::string EncodeNode(const Node& node) {
  proto::Node message;
  message.set_id(node.id);
  for (const std::string& label : node.labels) message.add_labels(label);
  AddProperties(node.properties, message);
  return message.SerializeAsString();
}

std::string EncodeEdge(const Edge& edge) {
  proto::Edge message;
  message.set_from(edge.from);
  message.set_to(edge.to);
  message.set_type(edge.type);
  message.set_key(edge.key);
  AddProperties(edge.properties, message);
  return message.SerializeAsString();
}

absl::StatusOr<Value> DecodeValue(absl::string_view bytes) {
  NORN_ASSIGN_OR_RETURN(proto::Value message, Parse<proto::Value>(bytes, "value"));
  return FromProto(message, 0);
}

absl::StatusOr<Node> DecodeNode(absl::string_view bytes) {
  NORN_ASSIGN_OR_RETURN(proto::Node message, Parse<proto::Node>(bytes, "node"));
  Node node;
  node.id = message.id();
  node.labels.assign(message.labels().begin(), message.labels().end());
  NORN_ASSIGN_OR_RETURN(node.properties, TakeProperties(message));
  return node;
}

absl::StatusOr<Edge> DecodeEdge(absl::string_view bytes) {
  NORN_ASSIGN_OR_RETURN(proto::Edge message, Parse<proto::Edge>(bytes, "edge"));
  Edge edge{message.from(), message.to(), message.type(), message.key(), {}};
  NORN_ASSIGN_OR_RETURN(edge.properties, TakeProperties(message));
  return edge;
}

}  // namespace norn::graph
