// Functions on texts. Positions and sizes count code points.
#include <algorithm>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "query/functions/functions.h"
#include "unicode/locid.h"
#include "unicode/normalizer2.h"
#include "unicode/unistr.h"
#include "unicode/utf8.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

const uint8_t* Bytes(absl::string_view text) {
  return reinterpret_cast<const uint8_t*>(text.data());
}

std::string FromUnicode(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString ToUnicode(absl::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

Value ToUpper(const FunctionCall& call) {
  return Value::String(FromUnicode(ToUnicode(call[0].text()).toUpper(icu::Locale::getRoot())));
}

Value ToLower(const FunctionCall& call) {
  return Value::String(FromUnicode(ToUnicode(call[0].text()).toLower(icu::Locale::getRoot())));
}

// The byte at which code point number `count` begins, or the text's end.
size_t OffsetOf(absl::string_view text, int64_t count) {
  int32_t offset = 0;
  auto size = static_cast<int32_t>(text.size());
  for (; count > 0 && offset < size; --count) U8_FWD_1(text.data(), offset, size);
  return static_cast<size_t>(offset);
}

int64_t LengthOf(absl::string_view text) {
  return static_cast<int64_t>(base::CountCodePoints(text));
}

Value Negative(const FunctionCall& call, size_t i) {
  return call.Fail(
      ErrorCode::kNumberOutOfRange,
      absl::StrCat(call.name, "() takes no negative number such as ", call[i].integer()));
}

Value Substring(const FunctionCall& call) {
  for (size_t i = 1; i < call.size(); ++i) {
    if (call[i].integer() < 0) return Negative(call, i);
  }
  absl::string_view rest = call[0].text();
  rest.remove_prefix(OffsetOf(rest, call[1].integer()));
  if (call.size() > 2) rest = rest.substr(0, OffsetOf(rest, call[2].integer()));
  return Value::String(std::string(rest));
}

Value Left(const FunctionCall& call) {
  if (call[1].integer() < 0) return Negative(call, 1);
  absl::string_view text = call[0].text();
  return Value::String(std::string(text.substr(0, OffsetOf(text, call[1].integer()))));
}

Value Right(const FunctionCall& call) {
  if (call[1].integer() < 0) return Negative(call, 1);
  absl::string_view text = call[0].text();
  int64_t skip = std::max<int64_t>(0, LengthOf(text) - call[1].integer());
  return Value::String(std::string(text.substr(OffsetOf(text, skip))));
}

Value Replace(const FunctionCall& call) {
  absl::string_view text = call[0].text();
  absl::string_view from = call[1].text();
  absl::string_view to = call[2].text();
  if (from.empty()) return call[0];
  std::string out;
  for (size_t at = text.find(from); at != absl::string_view::npos; at = text.find(from)) {
    absl::StrAppend(&out, text.substr(0, at), to);
    text.remove_prefix(at + from.size());
    if (!call.execution.MayAllocate(static_cast<int64_t>(out.size()))) return Value();
  }
  absl::StrAppend(&out, text);
  return Value::String(std::move(out));
}

// False past a limit: a text can have more parts than there is memory for.
bool SplitBy(Execution& execution, absl::string_view text, absl::string_view delimiter,
             Value::Items& items) {
  if (delimiter.empty()) {
    while (!text.empty()) {
      if (!execution.Step()) return false;
      size_t size = OffsetOf(text, 1);
      items.push_back(Value::String(std::string(text.substr(0, size))));
      text.remove_prefix(size);
    }
    return true;
  }
  for (absl::string_view part : absl::StrSplit(text, delimiter)) {
    if (!execution.Step()) return false;
    items.push_back(Value::String(std::string(part)));
  }
  return true;
}

// split(text, delimiter) or split(text, [delimiter, …]).
Value Split(const FunctionCall& call) {
  Value::Items items;
  if (call[1].is(Kind::kString)) {
    SplitBy(call.execution, call[0].text(), call[1].text(), items);
    return Value::List(std::move(items));
  }
  items.push_back(call[0]);
  for (const Value& delimiter : call[1].list()) {
    if (!delimiter.is(Kind::kString)) continue;
    Value::Items next;
    for (const Value& item : items) {
      if (!SplitBy(call.execution, item.text(), delimiter.text(), next)) return Value();
    }
    items = std::move(next);
  }
  return Value::List(std::move(items));
}

Value Reverse(const FunctionCall& call) {
  if (call[0].is(Kind::kList)) {
    Value::Items items(call[0].list().rbegin(), call[0].list().rend());
    return Value::List(std::move(items));
  }
  std::string out;
  absl::string_view text = call[0].text();
  auto offset = static_cast<int32_t>(text.size());
  while (offset > 0) {
    int32_t end = offset;
    U8_BACK_1(Bytes(text), 0, offset);
    out.append(text.data() + offset, static_cast<size_t>(end - offset));
  }
  return Value::String(std::move(out));
}

Value Size(const FunctionCall& call) {
  if (call[0].is(Kind::kString)) return Value::Int(LengthOf(call[0].text()));
  if (call[0].is(Kind::kMap)) return Value::Int(static_cast<int64_t>(call[0].map().size()));
  return Value::Int(static_cast<int64_t>(call[0].list().size()));
}

// The normal form that the second argument names, NFC without one.
const icu::Normalizer2* FormOf(const FunctionCall& call) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string form = call.size() > 1 ? absl::AsciiStrToUpper(call[1].text()) : "NFC";
  if (form == "NFC") return icu::Normalizer2::getNFCInstance(status);
  if (form == "NFD") return icu::Normalizer2::getNFDInstance(status);
  if (form == "NFKC") return icu::Normalizer2::getNFKCInstance(status);
  if (form == "NFKD") return icu::Normalizer2::getNFKDInstance(status);
  call.Fail(ErrorCode::kInvalidArgumentValue,
            absl::StrCat(call.name, "() knows NFC, NFD, NFKC and NFKD, not ", call[1].text()));
  return nullptr;
}

Value Normalize(const FunctionCall& call) {
  const icu::Normalizer2* form = FormOf(call);
  if (form == nullptr) return Value();
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString normal = form->normalize(ToUnicode(call[0].text()), status);
  return U_FAILURE(status) ? Value() : Value::String(FromUnicode(normal));
}

Value IsNormalized(const FunctionCall& call) {
  const icu::Normalizer2* form = FormOf(call);
  if (form == nullptr) return Value();
  UErrorCode status = U_ZERO_ERROR;
  const UBool is_normal = form->isNormalized(ToUnicode(call[0].text()), status);
  return U_FAILURE(status) ? Value() : Value::Bool(is_normal);
}

Value IsEmpty(const FunctionCall& call) {
  if (call[0].is(Kind::kString)) return Value::Bool(call[0].text().empty());
  return Value::Bool(call[0].is(Kind::kMap) ? call[0].map().empty() : call[0].list().empty());
}

constexpr KindMask S = kStringKind;
constexpr KindMask I = kIntegerKind;

constexpr FunctionInfo kFunctions[] = {
    {"toUpper", 1, 1, {S}, S, ToUpper},
    {"upper", 1, 1, {S}, S, ToUpper},
    {"toLower", 1, 1, {S}, S, ToLower},
    {"lower", 1, 1, {S}, S, ToLower},
    {"substring", 2, 3, {S, I, I}, S, Substring},
    {"left", 2, 2, {S, I}, S, Left},
    {"right", 2, 2, {S, I}, S, Right},
    {"replace", 3, 3, {S, S, S}, S, Replace},
    {"split", 2, 2, {S, S | kListKind}, kListKind, Split},
    {"reverse", 1, 1, {S | kListKind}, S | kListKind, Reverse},
    {"size", 1, 1, {S | kListKind | kMapKind}, I, Size},
    {"cardinality", 1, 1, {kListKind | kMapKind}, I, Size},
    {"char_length", 1, 1, {S}, I, Size},
    {"character_length", 1, 1, {S}, I, Size},
    {"normalize", 1, 2, {S, S}, S, Normalize},
    {"isNormalized", 1, 2, {S, S}, kBoolKind, IsNormalized},
    {"isEmpty", 1, 1, {S | kListKind | kMapKind}, kBoolKind, IsEmpty},
};

}  // namespace

absl::Span<const FunctionInfo> TextFunctions() { return kFunctions; }

}  // namespace norn::query
