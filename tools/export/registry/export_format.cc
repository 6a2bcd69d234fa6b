#include "tools/export/registry/export_format.h"

#include <cstring>
#include <map>

#include "absl/strings/match.h"

namespace norn::tools {
namespace {

// By name: the order of registration is the linker's.
std::map<std::string, ExportFormat, std::less<>>& Formats() {
  static auto* const formats = new std::map<std::string, ExportFormat, std::less<>>();
  return *formats;
}

}  // namespace

RegisterExportFormat::RegisterExportFormat(const ExportFormat& format) {
  Formats().insert_or_assign(format.name, format);
}

std::vector<std::string> ExportFormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : Formats()) names.push_back(name);
  return names;
}

const ExportFormat* FindExportFormat(absl::string_view name) {
  const auto at = Formats().find(name);
  return at == Formats().end() ? nullptr : &at->second;
}

const ExportFormat* ExportFormatOfFile(absl::string_view path) {
  // Of two endings the longer one says more: .kuzu.cypher and .cypher.
  const ExportFormat* found = nullptr;
  for (const auto& [name, format] : Formats()) {
    if (!absl::EndsWith(path, format.ending)) continue;
    if (found == nullptr || std::strlen(format.ending) > std::strlen(found->ending)) {
      found = &format;
    }
  }
  return found;
}

}  // namespace norn::tools
