#include "graph/store/key_codec.h"

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace norn::graph {
namespace {

// A zero byte in a component is 00 FF, and 00 01 ends it: the end sorts before whatever goes on.
constexpr char kZero = '\x00';
constexpr char kEscaped = '\xff';
constexpr char kEnd = '\x01';

// -1 for what is no kind.
int ComponentsOf(uint8_t kind) {
  switch (static_cast<RecordKind>(kind)) {
    case RecordKind::kFormat:
      return 0;
    case RecordKind::kNode:
    case RecordKind::kArticle:
      return 1;
    case RecordKind::kEdge:
      return 4;
  }
  return -1;
}

absl::Status Damage(absl::string_view bytes) {
  return absl::DataLossError(
      absl::StrCat("a stored key does not decode: ", absl::CHexEscape(bytes.substr(0, 64))));
}

}  // namespace

std::string EncodeKey(RecordKind kind, absl::Span<const absl::string_view> components) {
  std::string key(1, static_cast<char>(kind));
  for (absl::string_view component : components) {
    for (char c : component) {
      key.push_back(c);
      if (c == kZero) key.push_back(kEscaped);
    }
    key.push_back(kZero);
    key.push_back(kEnd);
  }
  return key;
}

absl::StatusOr<DecodedKey> DecodeKey(absl::string_view bytes) {
  if (bytes.empty()) return Damage(bytes);
  const int expected = ComponentsOf(static_cast<uint8_t>(bytes[0]));
  DecodedKey key{static_cast<RecordKind>(bytes[0]), {}};
  std::string component;
  for (size_t i = 1; i < bytes.size(); ++i) {
    if (bytes[i] != kZero) {
      component.push_back(bytes[i]);
      continue;
    }
    if (++i == bytes.size()) return Damage(bytes);
    if (bytes[i] == kEscaped) {
      component.push_back(kZero);
    } else if (bytes[i] == kEnd) {
      key.components.push_back(std::move(component));
      component.clear();
    } else {
      return Damage(bytes);
    }
  }
  if (!component.empty() || static_cast<int>(key.components.size()) != expected) {
    return Damage(bytes);
  }
  return key;
}

}  // namespace norn::graph
