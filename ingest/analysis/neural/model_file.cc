#include "ingest/analysis/neural/model_file.h"

#include <xxhash.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kMagic = "NORNANLZ";
constexpr size_t kHeaderSize = 32;
constexpr size_t kNameSize = 24;
constexpr size_t kEntrySize = kNameSize + 3 * 4 + 4 + 2 * 8;  // 4: to a multiple of 8
constexpr size_t kAlignment = 64;
constexpr uint32_t kMaxSections = 1024;

enum Kind : uint32_t { kMatrix = 1, kFloats, kNumbers, kBytes, kWords };

template <typename T>
T Read(absl::string_view bytes, size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(value));
  return value;
}

template <typename T>
void Write(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <typename T>
absl::Span<const T> As(absl::string_view bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

template <typename T>
std::string Raw(absl::Span<const T> values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

uint64_t Rows64(uint32_t rows, uint32_t columns) { return uint64_t{rows} * columns; }

}  // namespace

absl::string_view ModelChecksum(absl::string_view bytes) {
  return bytes.substr(kHeaderSize - sizeof(uint64_t), sizeof(uint64_t));
}

absl::StatusOr<ModelFile> ModelFile::Open(absl::string_view bytes) {
  if (bytes.size() < kHeaderSize || bytes.substr(0, kMagic.size()) != kMagic) {
    return absl::DataLossError("not a model of analysis");
  }
  const auto version = Read<uint32_t>(bytes, 8);
  if (version != kModelVersion) {
    return absl::FailedPreconditionError(
        absl::StrCat("a model of version ", version, ", and this norn reads version ",
                     kModelVersion, ": train it again with this norn's trainer"));
  }
  const auto count = Read<uint32_t>(bytes, 12);
  if (Read<uint64_t>(bytes, 16) != bytes.size()) {
    return absl::DataLossError("a model that is cut off or has bytes behind its end");
  }
  const absl::string_view rest = bytes.substr(kHeaderSize);
  if (XXH3_64bits(rest.data(), rest.size()) != Read<uint64_t>(bytes, 24)) {
    return absl::DataLossError("a damaged model: its checksum does not fit");
  }
  if (count > kMaxSections || rest.size() < count * kEntrySize) {
    return absl::DataLossError("a damaged model: its list of sections is not whole");
  }
  ModelFile model;
  for (uint32_t i = 0; i < count; ++i) {
    const size_t at = kHeaderSize + i * kEntrySize;
    const absl::string_view padded = bytes.substr(at, kNameSize);
    Section section;
    section.kind = Read<uint32_t>(bytes, at + kNameSize);
    section.rows = Read<uint32_t>(bytes, at + kNameSize + 4);
    section.columns = Read<uint32_t>(bytes, at + kNameSize + 8);
    const auto offset = Read<uint64_t>(bytes, at + kNameSize + 16);
    const auto size = Read<uint64_t>(bytes, at + kNameSize + 24);
    if (offset % kAlignment != 0 || offset > bytes.size() || size > bytes.size() - offset) {
      return absl::DataLossError("a damaged model: a section lies outside of it");
    }
    section.bytes = bytes.substr(offset, size);
    model.sections_.emplace(std::string(padded.substr(0, padded.find('\0'))), section);
  }
  return model;
}

absl::StatusOr<ModelFile::Section> ModelFile::Find(absl::string_view name, uint32_t kind) const {
  const auto at = sections_.find(name);
  if (at == sections_.end() || at->second.kind != kind) {
    return absl::DataLossError(absl::StrCat("a model without section ", name));
  }
  return at->second;
}

absl::StatusOr<QuantisedRows> ModelFile::Matrix(absl::string_view name) const {
  const absl::StatusOr<Section> section = Find(name, kMatrix);
  if (!section.ok()) return section.status();
  const uint64_t scales = uint64_t{section->rows} * sizeof(float);
  if (section->bytes.size() != scales + Rows64(section->rows, section->columns)) {
    return absl::DataLossError(absl::StrCat("a model whose section ", name, " has a wrong size"));
  }
  QuantisedRows matrix;
  matrix.rows = static_cast<int>(section->rows);
  matrix.columns = static_cast<int>(section->columns);
  matrix.scales = As<float>(section->bytes.substr(0, scales));
  matrix.bytes = As<int8_t>(section->bytes.substr(scales));
  return matrix;
}

absl::StatusOr<absl::Span<const float>> ModelFile::Floats(absl::string_view name) const {
  const absl::StatusOr<Section> section = Find(name, kFloats);
  if (!section.ok()) return section.status();
  return As<float>(section->bytes);
}

absl::StatusOr<absl::Span<const uint32_t>> ModelFile::Numbers(absl::string_view name) const {
  const absl::StatusOr<Section> section = Find(name, kNumbers);
  if (!section.ok()) return section.status();
  return As<uint32_t>(section->bytes);
}

absl::StatusOr<absl::Span<const uint8_t>> ModelFile::Bytes(absl::string_view name) const {
  const absl::StatusOr<Section> section = Find(name, kBytes);
  if (!section.ok()) return section.status();
  return As<uint8_t>(section->bytes);
}

absl::StatusOr<std::vector<std::string>> ModelFile::Words(absl::string_view name) const {
  const absl::StatusOr<Section> section = Find(name, kWords);
  if (!section.ok()) return section.status();
  if (section->bytes.empty()) return std::vector<std::string>();
  return std::vector<std::string>(absl::StrSplit(section->bytes, '\n'));
}

void ModelWriter::Add(absl::string_view name, uint32_t kind, uint32_t rows, uint32_t columns,
                      std::string bytes) {
  assert(name.size() < kNameSize);
  sections_.push_back({std::string(name), kind, rows, columns, std::move(bytes)});
}

void ModelWriter::AddMatrix(absl::string_view name, int rows, int columns,
                            absl::Span<const float> values) {
  constexpr float kSteps = 127;
  std::string scales;
  std::string bytes;
  for (int row = 0; row < rows; ++row) {
    const auto of_row = values.subspan(static_cast<size_t>(row) * columns, columns);
    float largest = 1e-12F;
    for (const float value : of_row) largest = std::max(largest, std::abs(value));
    Write(scales, largest / kSteps);
    for (const float value : of_row) {
      bytes.push_back(
          static_cast<char>(static_cast<int8_t>(std::lround(value / largest * kSteps))));
    }
  }
  Add(name, kMatrix, rows, columns, scales + bytes);
}

void ModelWriter::AddFloats(absl::string_view name, absl::Span<const float> values) {
  Add(name, kFloats, static_cast<uint32_t>(values.size()), 1, Raw(values));
}

void ModelWriter::AddNumbers(absl::string_view name, absl::Span<const uint32_t> values) {
  Add(name, kNumbers, static_cast<uint32_t>(values.size()), 1, Raw(values));
}

void ModelWriter::AddBytes(absl::string_view name, absl::Span<const uint8_t> values) {
  Add(name, kBytes, static_cast<uint32_t>(values.size()), 1, Raw(values));
}

void ModelWriter::AddWords(absl::string_view name, absl::Span<const std::string> words) {
  Add(name, kWords, static_cast<uint32_t>(words.size()), 1, absl::StrJoin(words, "\n"));
}

std::string ModelWriter::Finish() const {
  std::string table;
  std::string body;
  const size_t body_begin =
      (kHeaderSize + sections_.size() * kEntrySize + kAlignment - 1) / kAlignment * kAlignment;
  for (const Section& section : sections_) {
    body.resize((body.size() + kAlignment - 1) / kAlignment * kAlignment);
    std::string name = section.name;
    name.resize(kNameSize);
    table += name;
    for (const uint32_t number : {section.kind, section.rows, section.columns, 0U}) {
      Write(table, number);
    }
    Write(table, static_cast<uint64_t>(body_begin + body.size()));
    Write(table, static_cast<uint64_t>(section.bytes.size()));
    body += section.bytes;
  }
  table.resize(body_begin - kHeaderSize);
  const std::string rest = table + body;
  std::string bytes(kMagic);
  Write(bytes, kModelVersion);
  Write(bytes, static_cast<uint32_t>(sections_.size()));
  Write(bytes, static_cast<uint64_t>(kHeaderSize + rest.size()));
  Write(bytes, static_cast<uint64_t>(XXH3_64bits(rest.data(), rest.size())));
  return bytes + rest;
}

}  // namespace norn::ingest
