#include "graph/model/codec.h"
#include "graph/view/view_data.h"

namespace norn::graph {

bool Column::IsNull(uint32_t row) const {
  if (kind_ == Kind::kAbsent) return true;
  if (kind_ == Kind::kMixed) return At(mixed_, row) == At(mixed_, row + 1);
  return !present_.empty() && (At(present_, row / 8) >> (row % 8) & 1) == 0;
}

bool Column::BoolAt(uint32_t row) const { return At(bools_, row) != 0; }

StringId Column::DamagedString() const {
  view_->NoteDamage();
  return 0;
}

Value Column::Get(uint32_t row) const {
  if (IsNull(row)) return Value();
  switch (kind_) {
    case Kind::kAbsent:
      break;
    case Kind::kBool:
      return Value(BoolAt(row));
    case Kind::kInteger:
      return Value(IntegerAt(row));
    case Kind::kReal:
      return Value(RealAt(row));
    case Kind::kString:
      return Value(view_->StringAt(StringIdAt(row)));
    case Kind::kMixed: {
      const uint64_t begin = At(mixed_, row);
      const uint64_t end = At(mixed_, row + 1);
      if (begin < end && end <= bytes_.size()) {
        guard_->Touch(bytes_.subspan(begin, end - begin));
        absl::StatusOr<Value> value =
            DecodeValue(absl::string_view(bytes_.data() + begin, end - begin));
        if (value.ok()) return *std::move(value);
      }
      view_->NoteDamage();
      break;
    }
  }
  return Value();
}

}  // namespace norn::graph
