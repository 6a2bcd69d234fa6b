// What each scheduled export was made from, kept in the graph's folder: so that one that failed,
// was killed or is configured anew is written by the next run, though the graph did not change.
//
//   ExportLedger ledger = ExportLedger::Read("graph");
//   if (!ledger.IsCurrent("calls.svg", made_from)) …   NORN_RETURN_IF_ERROR(ledger.Record(…));
#ifndef NORN_TOOLS_REBUILD_EXPORT_LEDGER_H_
#define NORN_TOOLS_REBUILD_EXPORT_LEDGER_H_

#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"

namespace norn::tools {

class ExportLedger {
 public:
  // Without a file, or where it is damaged, nothing is known of any export: all are written again.
  static ExportLedger Read(const std::string& graph);

  // Whether the output was made by norn at some time.
  bool Knows(const std::string& output) const;
  // Whether it was made from just that: content, query, format, layout and norn's version.
  bool IsCurrent(const std::string& output, const std::string& made_from) const;
  // On disk when it returns.
  absl::Status Record(const std::string& output, const std::string& made_from);

 private:
  explicit ExportLedger(std::string path) : path_(std::move(path)) {}

  std::string path_;
  std::map<std::string, std::string> entries_;  // output: hash of what it was made from
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_EXPORT_LEDGER_H_
