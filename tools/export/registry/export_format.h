// The formats that a graph leaves in. Each registers itself, in the file that writes it.
//
//   const RegisterExportFormat kGraphml({.name = "graphml", .ending = ".graphml", .write = Write});
//
//   const ExportFormat* const format = FindExportFormat("graphml");
//   absl::Status status = format->write(graph, options, out, messages);
#ifndef NORN_TOOLS_EXPORT_REGISTRY_EXPORT_FORMAT_H_
#define NORN_TOOLS_EXPORT_REGISTRY_EXPORT_FORMAT_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "graph/model/model.h"
#include "graph/view/graph_rows.h"

namespace norn::tools {

// What a format may be told. Each takes what concerns it.
struct FormatOptions {
  std::string title;        // of pictures and pages; empty: one of their own
  std::string layout;       // of pictures: one of kLayouts; empty: chosen by the size
  size_t max_nodes = 60;    // of pictures: the most actors, or of an answer the most nodes
  bool is_answer = false;   // the graph is what a query found: all of it is to be drawn
  bool timeline = false;    // of pictures: events by date along an axis
  bool by_state = false;    // of pictures: actors with the state that they act for
  uint64_t generation = 0;  // of pictures: which one of the graph it is; 0: not told
  // Of pictures: the graph with the articles that say so, which are not drawn; null: the graph.
  const graph::PropertyGraph* evidence = nullptr;
  std::string gexf_version;       // "1.2" or "1.3"; empty: the newer one
  bool split = false;             // of csv: a file for each label and each type
  bool for_spreadsheets = false;  // of csv: no text is taken for a formula
};

// Adds a file to a folder: its name, and what writes it.
using AddFile = std::function<absl::Status(const std::string& name,
                                           const std::function<void(std::ostream&)>& write)>;

// One of `write` and `write_files` is set.
struct ExportFormat {
  const char* name;
  // Of a file's name, by which the format is chosen; "/" of a folder.
  const char* ending;
  // What a query found goes out with the articles and sentences that say so.
  bool with_evidence = false;
  // It is told of them besides, in `FormatOptions.evidence`.
  bool beside_evidence = false;
  // One file. What it has to say, such as what it leaves out, goes to `messages`.
  absl::Status (*write)(const graph::GraphRows& graph, const FormatOptions& options,
                        std::ostream& out, std::ostream& messages) = nullptr;
  // The files of a folder.
  absl::Status (*write_files)(const graph::GraphRows& graph, const FormatOptions& options,
                              const AddFile& add) = nullptr;
};

// For a constant at namespace level, in a library that is linked as a whole.
class RegisterExportFormat {
 public:
  explicit RegisterExportFormat(const ExportFormat& format);
};

// Sorted.
std::vector<std::string> ExportFormatNames();
// Null where there is none.
const ExportFormat* FindExportFormat(absl::string_view name);
const ExportFormat* ExportFormatOfFile(absl::string_view path);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_REGISTRY_EXPORT_FORMAT_H_
