// From files, folders and standard input to articles.
//
//   ReadResult read = ReadSources({"news/", "-"}, {});
//   for (const ReadProblem& problem : read.problems) Warn(problem.place, problem.status);
//
// What cannot be read is passed over and reported; the other articles are still read.
#ifndef NORN_INGEST_READ_READER_H_
#define NORN_INGEST_READ_READER_H_

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "proto/article.pb.h"

namespace norn::ingest {

struct ReadOptions {
  // Larger articles are refused: the limit keeps memory bounded on hostile input.
  size_t max_article_bytes = size_t{16} << 20;
  std::istream* standard_input = nullptr;  // what "-" reads; null: std::cin
};

struct ReadProblem {
  std::string place;    // "news/a.txt" or "news/b.jsonl:17"
  absl::Status status;  // kNotFound: no such input; kInvalidArgument: bad data; with what to mend
};

struct ReadResult {
  std::vector<proto::Article> articles;  // sorted by name; names are unique
  std::vector<ReadProblem> problems;     // in the order of the sources, then by place
};

// `.txt` and files without a known ending are plain text, `.jsonl`/`.ndjson` JSON Lines, `.html`
// and `.htm` HTML; a folder is read through, sorted, without hidden files. The same text twice
// under one name is one article.
ReadResult ReadSources(absl::Span<const std::string> sources, const ReadOptions& options);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_READER_H_
