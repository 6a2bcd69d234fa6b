#include "tools/rebuild/export_ledger.h"

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/digest.h"
#include "base/files.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

constexpr size_t kHashDigits = 64;

// A line is a hash, a space and a path; a line break in a path is written as \n.
std::string Escaped(const std::string& path) {
  std::string escaped;
  for (const char c : path) {
    if (c == '\n' || c == '\\') escaped += '\\';
    escaped += c == '\n' ? 'n' : c;
  }
  return escaped;
}

}  // namespace

ExportLedger ExportLedger::Read(const std::string& graph) {
  ExportLedger ledger(absl::StrCat(graph, "/EXPORTS"));
  const absl::StatusOr<std::string> text = base::ReadFile(ledger.path_);
  if (!text.ok()) return ledger;
  const std::vector<std::string> lines = absl::StrSplit(*text, '\n', absl::SkipEmpty());
  for (const std::string& line : lines) {
    if (line.size() <= kHashDigits + 1 || line[kHashDigits] != ' ') continue;
    ledger.entries_[line.substr(kHashDigits + 1)] = line.substr(0, kHashDigits);
  }
  return ledger;
}

bool ExportLedger::Knows(const std::string& output) const {
  return entries_.contains(Escaped(output));
}

bool ExportLedger::IsCurrent(const std::string& output, const std::string& made_from) const {
  const auto entry = entries_.find(Escaped(output));
  return entry != entries_.end() && entry->second == base::Sha256Hex(made_from);
}

absl::Status ExportLedger::Record(const std::string& output, const std::string& made_from) {
  entries_[Escaped(output)] = base::Sha256Hex(made_from);
  std::string text;
  for (const auto& [path, hash] : entries_) absl::StrAppend(&text, hash, " ", path, "\n");
  const std::string temporary = absl::StrCat(path_, ".tmp");
  NORN_RETURN_IF_ERROR(base::WriteFileSynced(temporary, text));
  return base::Rename(temporary, path_);
}

}  // namespace norn::tools
