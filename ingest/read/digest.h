// SHA-256, as articles carry it.
//
//   article.set_sha256(Sha256Hex(article.text()));
#ifndef NORN_INGEST_READ_DIGEST_H_
#define NORN_INGEST_READ_DIGEST_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DIGEST_H_
