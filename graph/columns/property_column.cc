#include "graph/columns/property_column.h"

#include <bit>
#include <limits>
#include <utility>

#include "graph/model/codec.h"

namespace norn::graph {
namespace {

using Kind = PropertyColumn::Kind;

Kind KindOf(const Value& value) {
  if (value.As<bool>() != nullptr) return Kind::kBool;
  if (value.As<int64_t>() != nullptr) return Kind::kInteger;
  if (value.As<double>() != nullptr) return Kind::kReal;
  if (value.As<std::string>() != nullptr) return Kind::kString;
  return Kind::kMixed;
}

bool IsNarrow(int64_t integer) {
  return integer >= std::numeric_limits<int32_t>::min() &&
         integer <= std::numeric_limits<int32_t>::max();
}

}  // namespace

double PropertyColumn::RealAt(uint32_t row) const { return std::bit_cast<double>(large_[row]); }

absl::string_view PropertyColumn::EncodedAt(uint32_t row) const {
  const uint64_t begin = row == 0 ? 0 : large_[row - 1];
  return absl::string_view(bytes_).substr(begin, large_[row] - begin);
}

Value PropertyColumn::Get(uint32_t row, const TextTable& texts) const {
  if (!Has(row)) return Value();
  switch (kind_) {
    case Kind::kBool:
      return Value(BoolAt(row));
    case Kind::kInteger:
      return Value(IntegerAt(row));
    case Kind::kReal:
      return Value(RealAt(row));
    case Kind::kString:
      return Value(texts[TextAt(row)]);
    case Kind::kMixed:
      return DecodeValue(EncodedAt(row)).value_or(Value());  // they are our own bytes
    case Kind::kAbsent:
      break;
  }
  return Value();
}

void PropertyColumn::Pad(uint32_t row) {
  if (kind_ == Kind::kMixed) return large_.PadTo(row, bytes_.size());
  if (kind_ == Kind::kReal || is_wide_) return large_.PadTo(row, 0);
  small_.PadTo(row, 0);
}

void PropertyColumn::MakeMixed(const TextTable& texts) {
  PropertyColumn mixed;
  mixed.kind_ = Kind::kMixed;
  for (uint32_t row = 0; row < present_.size(); ++row) {
    if (present_[row]) mixed.bytes_ += EncodeValue(Get(row, texts));
    mixed.large_.push_back(mixed.bytes_.size());
  }
  mixed.count_ = count_;
  mixed.present_ = std::move(present_);
  *this = std::move(mixed);
}

void PropertyColumn::MakeWide() {
  for (size_t row = 0; row < small_.size(); ++row) {
    large_.push_back(static_cast<uint64_t>(int64_t{static_cast<int32_t>(small_[row])}));
  }
  small_ = {};
  is_wide_ = true;
}

void PropertyColumn::Prepare(uint32_t row, Kind kind, const TextTable& texts) {
  if (kind_ == Kind::kAbsent) kind_ = kind;
  if (kind_ != kind && kind_ != Kind::kMixed) MakeMixed(texts);
  Pad(row);
  present_.resize(row, false);
  present_.push_back(true);
  ++count_;
}

void PropertyColumn::SetText(uint32_t row, TextId text, const TextTable& texts) {
  Prepare(row, Kind::kString, texts);
  if (kind_ == Kind::kString) return small_.push_back(text);
  Append(Value(texts[text]));
}

void PropertyColumn::Append(const Value& value) {
  bytes_ += EncodeValue(value);
  large_.push_back(bytes_.size());
}

void PropertyColumn::Set(uint32_t row, const Value& value, TextTable& texts) {
  if (const auto* text = value.As<std::string>()) return SetText(row, texts.Add(*text), texts);
  Prepare(row, KindOf(value), texts);
  if (kind_ == Kind::kMixed) return Append(value);
  if (const auto* boolean = value.As<bool>()) return small_.push_back(*boolean ? 1 : 0);
  if (const auto* real = value.As<double>())
    return large_.push_back(std::bit_cast<uint64_t>(*real));
  const int64_t integer = *value.As<int64_t>();
  if (!is_wide_ && !IsNarrow(integer)) MakeWide();
  if (is_wide_) return large_.push_back(static_cast<uint64_t>(integer));
  small_.push_back(static_cast<uint32_t>(integer));
}

void PropertyColumn::MarkTexts(std::vector<bool>& is_used) const {
  if (kind_ != Kind::kString) return;
  for (uint32_t row = 0; row < small_.size(); ++row) {
    if (present_[row]) is_used[small_[row]] = true;
  }
}

void PropertyColumn::Renumber(const std::vector<TextId>& rank) {
  if (kind_ != Kind::kString) return;
  for (uint32_t row = 0; row < small_.size(); ++row) {
    if (present_[row]) small_[row] = rank[small_[row]];
  }
}

}  // namespace norn::graph
