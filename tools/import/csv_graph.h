// A graph from the CSV files of Neo4j's bulk import: what `norn export --format csv` writes too.
//
//   id:ID,:LABEL,name,mentions:long,aliases:string[]      :START_ID,:END_ID,:TYPE,key,date
//   p1,Actor;Person,Kari,3,Kari;Kari N.                   p1,p2,SPOKE_WITH,e1,2025-07-04
//
//   graph::ColumnarGraph graph;
//   CsvGraphReader reader({}, graph);
//   NORN_RETURN_IF_ERROR(reader.ReadNodes(in, "nodes.csv"));
//   NORN_RETURN_IF_ERROR(reader.ReadEdges(more, "edges.csv"));
//   graph.NumberParallelEdges();
//   NORN_RETURN_IF_ERROR(graph.Finish());
//
// Types are string, boolean, long (int, short, byte), double (float), date, localtime, time,
// localdatetime, datetime, duration, and lists of them with []. An id of a space, `:ID(Person)`, is
// `Person/id`; an id column with a name, `personId:ID`, is a property too. `:IGNORE` columns are
// passed over. Edges without a `key` are numbered where there are several of one type between the
// same two nodes; `key:string` is a property like any other. A file of a header alone is the header
// of the files behind it that have none. The same node twice, alike in everything, is one.
#ifndef NORN_TOOLS_IMPORT_CSV_GRAPH_H_
#define NORN_TOOLS_IMPORT_CSV_GRAPH_H_

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "graph/columns/columnar_graph.h"
#include "tools/import/csv_columns.h"
#include "tools/import/csv_reader.h"

namespace norn::tools {

struct CsvImportOptions {
  CsvDialect dialect;
  char array_delimiter = ';';
  // Leaves out rows in which something is wrong, and counts them, instead of failing.
  bool skip_bad_rows = false;
};

class CsvGraphReader {
 public:
  CsvGraphReader(const CsvImportOptions& options, graph::ColumnarGraph& graph)
      : options_(options), graph_(graph) {}

  // Add to the graph, which is not finished by it. kInvalidArgument with `place:line` for what is
  // wrong.
  absl::Status ReadNodes(std::istream& in, const std::string& place);
  absl::Status ReadEdges(std::istream& in, const std::string& place);

  // The rows that were left out: how many, and what was wrong with the first few.
  size_t skipped() const { return skipped_; }
  const std::vector<std::string>& first_skipped() const { return first_skipped_; }

 private:
  using Row = std::vector<CsvReader::Field>;
  using Columns = std::vector<CsvColumn>;
  // What one kind of file needs of its header.
  struct Needs {
    std::vector<CsvColumn::Role> roles;
    const char* columns;  // for people
  };
  class File;

  // Understands the header, or takes over the one that stands in a file of its own. `first` is the
  // row to begin with where there was none.
  absl::Status ReadHeader(File& file, const Needs& needs, std::optional<Columns>& alone,
                          Row& first);
  absl::Status AddNode(File& file, const Row& row);
  absl::Status AddEdge(File& file, const Row& row);
  absl::Status ReadRows(std::istream& in, const std::string& place, const Needs& needs,
                        std::optional<Columns>& alone,
                        absl::Status (CsvGraphReader::*add)(File&, const Row&));
  // What is wrong with a row: the error, or nothing where such rows are left out.
  absl::Status Wrong(absl::Status status);

  CsvImportOptions options_;
  graph::ColumnarGraph& graph_;
  std::optional<Columns> node_header_;  // of a file of a header alone
  std::optional<Columns> edge_header_;
  size_t skipped_ = 0;
  std::vector<std::string> first_skipped_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_IMPORT_CSV_GRAPH_H_
