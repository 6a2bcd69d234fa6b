#include "graph/model/record_writer.h"

#include <bit>

namespace norn::graph {
namespace {

// The wire format of Protocol Buffers; the numbers are those of proto/graph.proto.
constexpr uint32_t kVarint = 0;
constexpr uint32_t kFixed64 = 1;
constexpr uint32_t kBytes = 2;

constexpr uint32_t kNodeId = 1, kNodeLabels = 2, kNodeProperties = 3;
constexpr uint32_t kEdgeFrom = 1, kEdgeTo = 2, kEdgeType = 3, kEdgeKey = 4, kEdgeProperties = 5;
constexpr uint32_t kPropertyKey = 1, kPropertyValue = 2;
constexpr uint32_t kBoolean = 1, kInteger = 2, kReal = 3, kText = 4;

void AppendVarint(std::string& out, uint64_t number) {
  for (; number >= 0x80; number >>= 7) out.push_back(static_cast<char>(number | 0x80));
  out.push_back(static_cast<char>(number));
}

void AppendTag(std::string& out, uint32_t field, uint32_t wire) {
  AppendVarint(out, field << 3 | wire);
}

void AppendBytes(std::string& out, uint32_t field, absl::string_view bytes) {
  AppendTag(out, field, kBytes);
  AppendVarint(out, bytes.size());
  out.append(bytes.data(), bytes.size());
}

// An empty text is not written, unless it is one of many or of a choice.
void AppendText(std::string& out, uint32_t field, absl::string_view text) {
  if (!text.empty()) AppendBytes(out, field, text);
}

}  // namespace

void RecordWriter::Node(absl::string_view id, const std::vector<std::string>& labels) {
  bytes_.clear();
  AppendText(bytes_, kNodeId, id);
  for (const std::string& label : labels) AppendBytes(bytes_, kNodeLabels, label);
  properties_ = kNodeProperties;
}

void RecordWriter::Edge(absl::string_view from, absl::string_view to, absl::string_view type,
                        absl::string_view key) {
  bytes_.clear();
  AppendText(bytes_, kEdgeFrom, from);
  AppendText(bytes_, kEdgeTo, to);
  AppendText(bytes_, kEdgeType, type);
  AppendText(bytes_, kEdgeKey, key);
  properties_ = kEdgeProperties;
}

void RecordWriter::Bool(absl::string_view key, bool value) {
  value_.clear();
  AppendTag(value_, kBoolean, kVarint);
  AppendVarint(value_, value ? 1 : 0);
  Encoded(key, value_);
}

void RecordWriter::Integer(absl::string_view key, int64_t value) {
  value_.clear();
  AppendTag(value_, kInteger, kVarint);
  AppendVarint(value_, static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63));
  Encoded(key, value_);
}

void RecordWriter::Real(absl::string_view key, double value) {
  value_.clear();
  AppendTag(value_, kReal, kFixed64);
  const auto bits = std::bit_cast<uint64_t>(value);
  for (int shift = 0; shift < 64; shift += 8) value_.push_back(static_cast<char>(bits >> shift));
  Encoded(key, value_);
}

void RecordWriter::Text(absl::string_view key, absl::string_view value) {
  value_.clear();
  AppendBytes(value_, kText, value);
  Encoded(key, value_);
}

void RecordWriter::Encoded(absl::string_view key, absl::string_view bytes) {
  property_.clear();
  AppendText(property_, kPropertyKey, key);
  AppendBytes(property_, kPropertyValue, bytes);
  AppendBytes(bytes_, properties_, property_);
}

}  // namespace norn::graph
