// An article from a plain text file. Its first line may begin with a date mark: the word `date` and
// a date (2025-07-04, 2025-07 or 2025), with or without a blank before it; the text goes on behind
// it or in the next line. Without one a header is looked for (text_header.h).
//
//   ReadPlainText("a.txt", " date 2025-07 Dahl ringte.", limit)   // published 2025-07
#ifndef NORN_INGEST_READ_DOCUMENTS_PLAIN_TEXT_H_
#define NORN_INGEST_READ_DOCUMENTS_PLAIN_TEXT_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// The article's text is all of `bytes`; `body_start` is behind the mark, and behind a byte order
// mark. kInvalidArgument for what CheckText refuses, an impossible date, or no text behind it.
absl::StatusOr<proto::Article> ReadPlainText(absl::string_view name, std::string bytes,
                                             size_t max_bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DOCUMENTS_PLAIN_TEXT_H_
