// SHA-256, as articles carry it.
//
//   article.set_sha256(Sha256Hex(article.text()));
#ifndef NORN_BASE_DIGEST_H_
#define NORN_BASE_DIGEST_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::base {

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace norn::base

#endif  // NORN_BASE_DIGEST_H_
