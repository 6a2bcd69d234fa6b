// What is taken off a text's ends or put there: trim, btrim, lTrim, rTrim, lpad, rpad.
#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace norn::query {

namespace {

// The code point that begins at `offset`, which moves behind it.
UChar32 Next(absl::string_view text, int32_t& offset) {
  UChar32 c = -1;
  U8_NEXT(text.data(), offset, static_cast<int32_t>(text.size()), c);
  return c;
}

// The code point that ends at `offset`, which moves before it.
UChar32 Previous(absl::string_view text, int32_t& offset) {
  UChar32 c = -1;
  U8_PREV(text.data(), 0, offset, c);
  return c;
}

// What is trimmed: blanks, or any of the characters of a text.
class Trimmed {
 public:
  explicit Trimmed(const FunctionCall& call) : is_blank_(call.size() < 2) {
    if (is_blank_) return;
    const absl::string_view text = call[1].text();
    for (int32_t at = 0; at < static_cast<int32_t>(text.size());)
      characters_.push_back(Next(text, at));
    std::sort(characters_.begin(), characters_.end());
  }
  bool Has(UChar32 c) const {
    if (is_blank_) return c >= 0 && (u_isUWhiteSpace(c) || c <= ' ');
    return std::binary_search(characters_.begin(), characters_.end(), c);
  }

 private:
  bool is_blank_;
  std::vector<UChar32> characters_;
};

template <bool left, bool right>
Value TrimSides(const FunctionCall& call) {
  const Trimmed trimmed(call);
  const absl::string_view text = call[0].text();
  int32_t begin = 0;
  auto end = static_cast<int32_t>(text.size());
  while (left && begin < end) {
    int32_t next = begin;
    if (!trimmed.Has(Next(text, next))) break;
    begin = next;
  }
  while (right && end > begin) {
    int32_t previous = end;
    if (!trimmed.Has(Previous(text, previous))) break;
    end = previous;
  }
  return Value::String(
      std::string(text.substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin))));
}

// The first `count` characters of the text; of one that is shorter, it again and again.
std::string Characters(absl::string_view text, int64_t count) {
  std::string out;
  int32_t at = 0;
  for (; count > 0; --count) {
    if (at == static_cast<int32_t>(text.size())) at = 0;
    const int32_t begin = at;
    U8_FWD_1(text.data(), at, static_cast<int32_t>(text.size()));
    out.append(text.data() + begin, static_cast<size_t>(at - begin));
  }
  return out;
}

// lpad(text, size[, fill]): a text of exactly so many characters.
template <bool left>
Value Pad(const FunctionCall& call) {
  constexpr int64_t kLongestCharacter = 4;
  const absl::string_view text = call[0].text();
  const absl::string_view fill = call.size() > 2 ? call[2].text() : " ";
  const int64_t size = call[1].integer();
  if (size < 0) {
    return call.Fail(ErrorCode::kNumberOutOfRange,
                     absl::StrCat(call.name, "() takes no negative size such as ", size));
  }
  if (fill.empty()) {
    return call.Fail(ErrorCode::kInvalidArgumentValue,
                     absl::StrCat(call.name, "() needs something to fill with"));
  }
  int64_t count = 0;
  for (int32_t at = 0; at < static_cast<int32_t>(text.size()); ++count) {
    U8_FWD_1(text.data(), at, static_cast<int32_t>(text.size()));
  }
  if (size <= count) return Value::String(Characters(text, size));
  const bool fits = size < INT64_MAX / kLongestCharacter;
  if (!call.execution.MayAllocate(fits ? size * kLongestCharacter : INT64_MAX / 2) ||
      !call.execution.Step(static_cast<uint64_t>(size))) {
    return Value();
  }
  const std::string filled = Characters(fill, size - count);
  return Value::String(left ? absl::StrCat(filled, text) : absl::StrCat(text, filled));
}

constexpr KindMask S = kStringKind;
constexpr KindMask I = kIntegerKind;

constexpr FunctionInfo kFunctions[] = {
    {"trim", 1, 2, {S, S}, S, TrimSides<true, true>},
    {"btrim", 1, 2, {S, S}, S, TrimSides<true, true>},
    {"lTrim", 1, 2, {S, S}, S, TrimSides<true, false>},
    {"rTrim", 1, 2, {S, S}, S, TrimSides<false, true>},
    {"lpad", 2, 3, {S, I, S}, S, Pad<true>},
    {"rpad", 2, 3, {S, I, S}, S, Pad<false>},
};

}  // namespace

absl::Span<const FunctionInfo> TrimFunctions() { return kFunctions; }

}  // namespace norn::query
