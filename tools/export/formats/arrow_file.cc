#include "tools/export/formats/arrow_file.h"

#include <flatbuffers/flatbuffers.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace norn::tools {
namespace {

// Arrow's Message.fbs, Schema.fbs and File.fbs, as far as they are needed. A field's place in a
// FlatBuffers table is 4 bytes and 2 for each field before it.
constexpr flatbuffers::voffset_t Place(int field) {
  return static_cast<flatbuffers::voffset_t>(4 + 2 * field);
}
constexpr int16_t kMetadataV5 = 4;
constexpr uint8_t kSchemaHeader = 1;
constexpr uint8_t kRecordBatchHeader = 3;
constexpr uint8_t kInt = 2;
constexpr uint8_t kFloatingPoint = 3;
constexpr uint8_t kUtf8 = 5;
constexpr uint8_t kBool = 6;
constexpr uint8_t kList = 12;
constexpr int16_t kDouble = 2;

constexpr absl::string_view kMagic = "ARROW1";
constexpr size_t kAlignment = 8;
// The items of lists have offsets of 32 bits.
constexpr size_t kMostBytes = size_t{1} << 30;

struct FieldNode {
  int64_t length;
  int64_t nulls;
};
struct BufferPlace {
  int64_t offset;
  int64_t length;
};
struct FooterBlock {
  int64_t offset;
  int32_t metadata_size;
  int32_t padding;
  int64_t body_size;
};

using Builder = flatbuffers::FlatBufferBuilder;
using Offset = flatbuffers::Offset<void>;

size_t Padding(size_t size) { return (kAlignment - size % kAlignment) % kAlignment; }

Offset End(Builder& builder, flatbuffers::uoffset_t start) { return builder.EndTable(start); }

std::pair<uint8_t, Offset> TypeOf(ArrowType type, Builder& builder) {
  const flatbuffers::uoffset_t start = builder.StartTable();
  switch (type) {
    case ArrowType::kInteger:
      builder.AddElement<int32_t>(Place(0), 64, 0);
      builder.AddElement<uint8_t>(Place(1), 1, 0);
      return {kInt, End(builder, start)};
    case ArrowType::kReal:
      builder.AddElement<int16_t>(Place(0), kDouble, 0);
      return {kFloatingPoint, End(builder, start)};
    case ArrowType::kBoolean:
      return {kBool, End(builder, start)};
    case ArrowType::kTextList:
      return {kList, End(builder, start)};
    case ArrowType::kText:
      return {kUtf8, End(builder, start)};
  }
  return {kUtf8, End(builder, start)};
}

Offset Field(const ArrowField& field, Builder& builder) {
  std::vector<Offset> children;
  if (field.type == ArrowType::kTextList) {
    children.push_back(Field({"item", ArrowType::kText}, builder));
  }
  const auto name = builder.CreateString(field.name);
  const auto child_list = builder.CreateVector(children);
  const auto [kind, type] = TypeOf(field.type, builder);
  const flatbuffers::uoffset_t start = builder.StartTable();
  builder.AddOffset(Place(0), name);
  builder.AddElement<uint8_t>(Place(1), 1, 0);  // may be null
  builder.AddElement<uint8_t>(Place(2), kind, 0);
  builder.AddOffset(Place(3), type);
  builder.AddOffset(Place(5), child_list);
  return End(builder, start);
}

Offset Schema(const std::vector<ArrowField>& fields, Builder& builder) {
  std::vector<Offset> all;
  for (const ArrowField& field : fields) all.push_back(Field(field, builder));
  const auto list = builder.CreateVector(all);
  const flatbuffers::uoffset_t start = builder.StartTable();
  builder.AddOffset(Place(1), list);
  return End(builder, start);
}

void Message(uint8_t kind, Offset header, int64_t body_size, Builder& builder) {
  const flatbuffers::uoffset_t start = builder.StartTable();
  builder.AddElement<int64_t>(Place(3), body_size, 0);
  builder.AddOffset(Place(2), header);
  builder.AddElement<int16_t>(Place(0), kMetadataV5, 0);
  builder.AddElement<uint8_t>(Place(1), kind, 0);
  builder.Finish(End(builder, start));
}

template <typename Number>
void Append(Number value, std::string& bytes) {
  // Arrow's numbers are little-endian, as those of the machines that norn runs on.
  char raw[sizeof(value)];
  std::memcpy(raw, &value, sizeof(value));
  bytes.append(raw, sizeof(value));
}

std::string Bits(const std::vector<bool>& values) {
  std::string bytes((values.size() + 7) / 8, '\0');
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i]) bytes[i / 8] = static_cast<char>(bytes[i / 8] | (1 << (i % 8)));
  }
  return bytes;
}

absl::string_view Bytes(const std::vector<int32_t>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(int32_t)};
}

}  // namespace

// The buffers of a batch, each behind padding, and what the metadata says of them.
class ArrowFile::Body {
 public:
  void Node(size_t length, size_t nulls) {
    nodes_.push_back({static_cast<int64_t>(length), static_cast<int64_t>(nulls)});
  }
  void Buffer(absl::string_view bytes) {
    buffers_.push_back({static_cast<int64_t>(bytes_.size()), static_cast<int64_t>(bytes.size())});
    bytes_.append(bytes.data(), bytes.size());
    bytes_.append(Padding(bytes_.size()), '\0');
  }
  const std::string& bytes() const { return bytes_; }

  Offset RecordBatch(size_t rows, Builder& builder) const {
    const auto nodes = builder.CreateVectorOfStructs(nodes_);
    const auto buffers = builder.CreateVectorOfStructs(buffers_);
    const flatbuffers::uoffset_t start = builder.StartTable();
    builder.AddElement<int64_t>(Place(0), static_cast<int64_t>(rows), 0);
    builder.AddOffset(Place(1), nodes);
    builder.AddOffset(Place(2), buffers);
    return End(builder, start);
  }

 private:
  std::vector<FieldNode> nodes_;
  std::vector<BufferPlace> buffers_;
  std::string bytes_;
};

void ArrowFile::Texts::Add(absl::string_view text) {
  bytes.append(text.data(), text.size());
  ends.push_back(static_cast<int32_t>(bytes.size()));
}

ArrowFile::ArrowFile(std::vector<ArrowField> fields, std::ostream& out, size_t rows_in_batch)
    : fields_(std::move(fields)),
      out_(out),
      rows_in_batch_(rows_in_batch),
      columns_(fields_.size()) {
  Write(kMagic);
  Write(absl::string_view("\0\0", 2));
  WriteSchema();
}

void ArrowFile::AddText(size_t column, absl::string_view text) {
  columns_[column].texts.Add(text);
  columns_[column].is_there.push_back(true);
}

void ArrowFile::AddBoolean(size_t column, bool value) {
  columns_[column].fixed.push_back(value ? 1 : 0);
  columns_[column].is_there.push_back(true);
}

void ArrowFile::AddInteger(size_t column, int64_t value) {
  Append(value, columns_[column].fixed);
  columns_[column].is_there.push_back(true);
}

void ArrowFile::AddReal(size_t column, double value) {
  Append(value, columns_[column].fixed);
  columns_[column].is_there.push_back(true);
}

void ArrowFile::AddTexts(size_t column, const std::vector<std::string>& texts) {
  Column& list = columns_[column];
  for (const std::string& text : texts) list.texts.Add(text);
  list.list_ends.push_back(static_cast<int32_t>(list.texts.ends.size() - 1));
  list.is_there.push_back(true);
}

void ArrowFile::EndRow() {
  ++rows_;
  for (size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i];
    if (column.is_there.size() == rows_) continue;
    switch (fields_[i].type) {
      case ArrowType::kText:
        column.texts.Add("");
        break;
      case ArrowType::kBoolean:
        column.fixed.push_back(0);
        break;
      case ArrowType::kInteger:
      case ArrowType::kReal:
        Append(int64_t{0}, column.fixed);
        break;
      case ArrowType::kTextList:
        column.list_ends.push_back(column.list_ends.back());
        break;
    }
    column.is_there.push_back(false);
  }
  if (rows_ == rows_in_batch_ || IsFull()) WriteBatch();
}

bool ArrowFile::IsFull() const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [](const Column& column) { return column.texts.bytes.size() > kMostBytes; });
}

void ArrowFile::WriteSchema() {
  Builder builder;
  Message(kSchemaHeader, Schema(fields_, builder), 0, builder);
  WriteMessage(builder.GetBufferPointer(), builder.GetSize(), "");
}

void ArrowFile::AddColumn(size_t column, Body& body) const {
  const Column& values = columns_[column];
  const auto nulls =
      static_cast<size_t>(std::count(values.is_there.begin(), values.is_there.end(), false));
  body.Node(rows_, nulls);
  body.Buffer(nulls == 0 ? "" : Bits(values.is_there));
  switch (fields_[column].type) {
    case ArrowType::kBoolean:
      return body.Buffer(Bits(std::vector<bool>(values.fixed.begin(), values.fixed.end())));
    case ArrowType::kInteger:
    case ArrowType::kReal:
      return body.Buffer(values.fixed);
    case ArrowType::kTextList:
      body.Buffer(Bytes(values.list_ends));
      body.Node(values.texts.ends.size() - 1, 0);
      body.Buffer("");
      break;
    case ArrowType::kText:
      break;
  }
  body.Buffer(Bytes(values.texts.ends));
  body.Buffer(values.texts.bytes);
}

void ArrowFile::WriteBatch() {
  Body body;
  for (size_t i = 0; i < columns_.size(); ++i) AddColumn(i, body);
  Builder builder;
  Message(kRecordBatchHeader, body.RecordBatch(rows_, builder),
          static_cast<int64_t>(body.bytes().size()), builder);
  batches_.push_back(WriteMessage(builder.GetBufferPointer(), builder.GetSize(), body.bytes()));
  columns_.assign(columns_.size(), Column());
  rows_ = 0;
}

ArrowFile::Block ArrowFile::WriteMessage(const uint8_t* metadata, size_t size,
                                         absl::string_view body) {
  // 0xFFFFFFFF and the metadata's length stand before it.
  constexpr size_t kPrefix = 8;
  const size_t padding = Padding(kPrefix + size);
  const Block block = {written_, static_cast<int32_t>(kPrefix + size + padding),
                       static_cast<int64_t>(body.size())};
  std::string head;
  Append(uint32_t{0xFFFFFFFF}, head);
  Append(static_cast<int32_t>(size + padding), head);
  Write(head);
  Write({reinterpret_cast<const char*>(metadata), size});
  Write(std::string(padding, '\0'));
  Write(body);
  return block;
}

void ArrowFile::Finish() {
  if (rows_ > 0) WriteBatch();
  std::string end;
  Append(uint32_t{0xFFFFFFFF}, end);
  Append(uint32_t{0}, end);
  Write(end);
  Builder builder;
  const Offset schema = Schema(fields_, builder);
  std::vector<FooterBlock> blocks;
  for (const Block& batch : batches_) {
    blocks.push_back({batch.offset, batch.metadata_size, 0, batch.body_size});
  }
  const auto dictionaries = builder.CreateVectorOfStructs(std::vector<FooterBlock>());
  const auto batches = builder.CreateVectorOfStructs(blocks);
  const flatbuffers::uoffset_t start = builder.StartTable();
  builder.AddOffset(Place(1), schema);
  builder.AddOffset(Place(2), dictionaries);
  builder.AddOffset(Place(3), batches);
  builder.AddElement<int16_t>(Place(0), kMetadataV5, 0);
  builder.Finish(End(builder, start));
  Write({reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize()});
  std::string size;
  Append(static_cast<int32_t>(builder.GetSize()), size);
  Write(size);
  Write(kMagic);
}

void ArrowFile::Write(absl::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  written_ += static_cast<int64_t>(bytes.size());
}

}  // namespace norn::tools
