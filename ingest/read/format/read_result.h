// What reading gives: articles, and problems with what could not be read.
//
//   for (const ReadProblem& problem : result.problems) Warn(problem.place, problem.status);
#ifndef NORN_INGEST_READ_FORMAT_READ_RESULT_H_
#define NORN_INGEST_READ_FORMAT_READ_RESULT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "proto/article.pb.h"

namespace norn::ingest {

struct ReadProblem {
  std::string place;    // "news/a.txt" or "news/b.jsonl:17"
  absl::Status status;  // kNotFound: no such input; kInvalidArgument: bad data; with what to mend
};

// What was read, but perhaps not as it was meant.
struct ReadNote {
  std::string place;
  std::string text;
};

struct ReadResult {
  std::vector<proto::Article> articles;  // sorted by name; names are unique
  std::vector<std::string> replaced;     // names of which two texts came: the newer one is here
  std::vector<ReadNote> notes;
  std::vector<ReadProblem> problems;  // in the order of the sources, then by place
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMAT_READ_RESULT_H_
