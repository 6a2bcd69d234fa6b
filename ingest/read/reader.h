// From files, folders and standard input to articles.
//
//   ReadResult read = ReadSources({"news/", "-"}, {});
//   for (const ReadProblem& problem : read.problems) Warn(problem.place, problem.status);
//
// What cannot be read is passed over and reported; the other articles are still read.
#ifndef NORN_INGEST_READ_READER_H_
#define NORN_INGEST_READ_READER_H_

#include <cstddef>
#include <functional>
#include <istream>
#include <string>

#include "absl/types/span.h"
#include "ingest/read/format/field_map.h"
#include "ingest/read/format/read_result.h"

namespace norn::ingest {

struct ReadOptions {
  // Larger articles are refused: the limit keeps memory bounded on hostile input.
  size_t max_article_bytes = size_t{16} << 20;
  std::istream* standard_input = nullptr;  // what "-" reads; null: std::cin
  // Files and folders within a folder that are no sources; null: all are.
  std::function<bool(const std::string& path)> skip = nullptr;
  FieldMap fields = {};       // which members and columns of records are which fields
  std::string encoding = {};  // of text and pages, whatever they say; empty: found out
  // An article that nobody has dated is of the day (UTC) on which its file was last changed.
  bool published_from_mtime = false;
};

// Formats are recognised by content (formats.h). A folder is read through, sorted, without hidden
// files. The same text twice under one name is one article.
ReadResult ReadSources(absl::Span<const std::string> sources, const ReadOptions& options);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_READER_H_
