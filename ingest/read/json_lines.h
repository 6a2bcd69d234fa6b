// Articles from JSON Lines: one object a line with `text`, and optionally `id`, `url`, `title`,
// `published`, `language` and `source`; other members are passed over.
//
//   std::istringstream in(R"({"id": "a1", "text": "Trump ringte.", "published": "2025-07-04"})");
//   ReadJsonLines(in, {"news.jsonl", "news.jsonl", "/home/me/news.jsonl"}, limit, result);
#ifndef NORN_INGEST_READ_JSON_LINES_H_
#define NORN_INGEST_READ_JSON_LINES_H_

#include <cstddef>
#include <istream>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/read/read_result.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// One line's article, named by `id`, else by `url`, else `fallback_name`. kInvalidArgument: not an
// object, a member of the wrong type, no text, a text that CheckText refuses, no date.
absl::StatusOr<proto::Article> ParseJsonArticle(absl::string_view line,
                                                absl::string_view fallback_name, size_t max_bytes);

struct LinesOrigin {
  std::string place;      // what problems name
  std::string base_name;  // with the line: the name of an article that says none
  std::string origin;     // with the line: such an article's `origin`
};

// Appends all lines' articles to `result`, and a problem at "place:line" for each bad line. Empty
// lines are passed over; an input without any article is a problem.
void ReadJsonLines(std::istream& in, const LinesOrigin& from, size_t max_bytes, ReadResult& result);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_JSON_LINES_H_
