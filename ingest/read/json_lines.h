// Articles from JSON Lines: one object a line with `text`, and optionally `id`, `url`, `title`,
// `published`, `language` and `source`; other members are passed over.
//
//   std::istringstream in(R"({"id": "a1", "text": "Trump ringte.", "published": "2025-07-04"})");
//   ReadJsonLines(in, "news.jsonl", "news.jsonl", limit, result);
#ifndef NORN_INGEST_READ_JSON_LINES_H_
#define NORN_INGEST_READ_JSON_LINES_H_

#include <cstddef>
#include <istream>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/read/read_result.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// One line's article, named by `id`, else by `url`, else `fallback_name`. kInvalidArgument: not an
// object, a member of the wrong type, no text, a text that CheckText refuses, no date.
absl::StatusOr<proto::Article> ParseJsonArticle(absl::string_view line,
                                                absl::string_view fallback_name, size_t max_bytes);

// Appends all lines' articles to `result`, and a problem at "place:line" for each bad line. Empty
// lines are passed over; an input without any article is a problem. Names of articles without one
// are made of `base_name` and the line.
void ReadJsonLines(std::istream& in, absl::string_view place, absl::string_view base_name,
                   size_t max_bytes, ReadResult& result);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_JSON_LINES_H_
