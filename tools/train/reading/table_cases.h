// The cases of the conformance tables, read by given scorers: they teach, too.
//
//   std::vector<TableCase> cases = *ReadTableCases("conformance/nb.txt");
//   for (TableCase& one : cases) ReadCase(extractor, one);
#ifndef NORN_TOOLS_TRAIN_READING_TABLE_CASES_H_
#define NORN_TOOLS_TRAIN_READING_TABLE_CASES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/extract/extractor.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"
#include "tools/train/reading/gold_alignment.h"

namespace norn::train {

// A case of the tables stands for many sentences.
constexpr float kTableWeight = 6;

struct TableCase {
  proto::Article article;
  std::vector<std::string> expected;
  // What is found in it, and whether the table expects that.
  proto::Extraction record;
  ingest::Extractor::Trace trace;
  std::vector<EventVerdict> verdicts;  // by event of the record
};

// The cases of the table at `path`, which ends in LANGUAGE.txt; not yet read.
absl::StatusOr<std::vector<TableCase>> ReadTableCases(const std::string& path);

// Fills in what the extractor finds. An event is right if the table misses one without it.
void ReadCase(const ingest::Extractor& extractor, TableCase& one);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_TABLE_CASES_H_
