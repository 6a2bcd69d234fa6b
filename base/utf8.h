// What is UTF-8, and where its code points begin. Protobuf refuses to read back text that is not
// UTF-8, so that the graph refuses it where it comes in.
//
//   if (!IsUtf8(line)) return absl::InvalidArgumentError("not UTF-8");
//   absl::string_view shown = Utf8Prefix(text, 2000);
#ifndef NORN_BASE_UTF8_H_
#define NORN_BASE_UTF8_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace norn::base {

// How many bytes at the beginning are UTF-8: where the first one is that is not; all of them.
size_t Utf8Length(absl::string_view bytes);

inline bool IsUtf8(absl::string_view bytes) { return Utf8Length(bytes) == bytes.size(); }

// The rest is about text that is UTF-8.

// A byte that begins no code point.
inline bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

size_t CountCodePoints(absl::string_view text);

// Its beginning, of at most `most` bytes and whole code points.
absl::string_view Utf8Prefix(absl::string_view text, size_t most);

}  // namespace norn::base

#endif  // NORN_BASE_UTF8_H_
