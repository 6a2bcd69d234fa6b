// What an article's bytes must be: text in UTF-8, not empty, not too large.
//
//   NORN_RETURN_IF_ERROR(CheckText(bytes, options.max_article_bytes));
#ifndef NORN_INGEST_READ_TEXT_TEXT_CHECKS_H_
#define NORN_INGEST_READ_TEXT_TEXT_CHECKS_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

// kInvalidArgument that says what is wrong, where (line and byte), and how to mend it.
absl::Status CheckText(absl::string_view bytes, size_t max_bytes);

absl::Status TooLarge(size_t max_bytes);

// Nothing but white space and a byte order mark.
bool IsBlankText(absl::string_view bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_TEXT_TEXT_CHECKS_H_
