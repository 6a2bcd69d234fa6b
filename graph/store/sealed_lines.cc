#include "graph/store/sealed_lines.h"

#include "absl/strings/str_cat.h"
#include "graph/store/manifest.h"

namespace norn::graph {
namespace {

constexpr absl::string_view kSeal = "checksum ";

}  // namespace

std::string SealedLines(absl::string_view lines) {
  return absl::StrCat(lines, kSeal, ChecksumText(lines), "\n");
}

std::optional<absl::string_view> LinesOf(absl::string_view text) {
  const size_t seal = text.rfind(kSeal);
  if (seal == absl::string_view::npos) return std::nullopt;
  const absl::string_view lines = text.substr(0, seal);
  if (SealedLines(lines) != text) return std::nullopt;
  return lines;
}

}  // namespace norn::graph
