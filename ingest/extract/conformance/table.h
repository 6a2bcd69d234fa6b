// A table of extraction cases, as text: paragraphs of
//
//   # a call with the date in front
//   published: 2025-07-04
//   Torsdag snakket Jens Dahl på telefon med Olena Koval.
//   => call happened 2025-07-03 Jens Dahl + Olena Koval
//
// README.md tells what may stand behind `=>`.
#ifndef NORN_INGEST_EXTRACT_CONFORMANCE_TABLE_H_
#define NORN_INGEST_EXTRACT_CONFORMANCE_TABLE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

struct ConformanceCase {
  int line = 0;  // of its label, from 1
  std::string label;
  std::string published;
  std::string text;
  std::vector<std::string> expected;  // without the `=>`
};

// kInvalidArgument with the line for a paragraph without label, text or expectation.
absl::StatusOr<std::vector<ConformanceCase>> ParseConformanceTable(absl::string_view table);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CONFORMANCE_TABLE_H_
