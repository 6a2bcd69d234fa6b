// Is a text UTF-8? Protobuf refuses to read back text that is not, so that the graph refuses it
// where it comes in.
//
//   if (!IsUtf8(line)) return absl::InvalidArgumentError("not UTF-8");
#ifndef NORN_BASE_UTF8_H_
#define NORN_BASE_UTF8_H_

#include "absl/strings/string_view.h"

namespace norn::base {

bool IsUtf8(absl::string_view text);

}  // namespace norn::base

#endif  // NORN_BASE_UTF8_H_
