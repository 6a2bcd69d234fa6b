// norn import: a graph from the CSV files of other programs, or of `norn export --format csv`.
#ifndef NORN_TOOLS_IMPORT_COMMAND_H_
#define NORN_TOOLS_IMPORT_COMMAND_H_

#include <string>
#include <vector>

#include "tools/exit_code.h"
#include "tools/import/csv_graph.h"
#include "tools/streams.h"

namespace norn::tools {

struct ImportOptions {
  std::string graph;
  std::vector<std::string> nodes;  // files, read in this order
  std::vector<std::string> edges;
  CsvImportOptions csv;
  bool replace = false;  // a graph that was made of articles
};

// Publishes a generation of these files alone, without articles. Nothing is published if anything
// is wrong in them: kBadData with file and line; rows that were left out are reported.
ExitCode RunImport(const ImportOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_IMPORT_COMMAND_H_
