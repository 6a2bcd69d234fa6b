#include "graph/store/retention.h"

#include <algorithm>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/sealed_lines.h"

namespace norn::graph {

Retention::Retention(std::string path) : path_(std::move(path)) {}

Retention Retention::Read(const std::string& graph) {
  Retention retention(absl::StrCat(graph, "/RETENTION"));
  const absl::StatusOr<std::string> text = base::ReadFile(retention.path_);
  if (!text.ok()) {
    retention.is_damaged_ = !absl::IsNotFound(text.status());
    return retention;
  }
  const std::optional<absl::string_view> sound = LinesOf(*text);
  if (!sound.has_value()) {
    retention.is_damaged_ = true;
    return retention;
  }
  const std::vector<std::string> lines = absl::StrSplit(*sound, '\n', absl::SkipEmpty());
  for (const std::string& line : lines) {
    const std::vector<std::string> words = absl::StrSplit(line, ' ');
    uint64_t number = 0;
    if (words.size() < 2 || !absl::SimpleAtoi(words[1], &number)) continue;
    if (words[0] == "keep" && number > 0 && number <= UINT32_MAX) {
      retention.keep_ = static_cast<uint32_t>(number);
    } else if (words[0] == "rolled-back" && words.size() == 3) {
      retention.rolled_back_[number] = words[2];
    }
  }
  return retention;
}

absl::Status Retention::Check() const {
  if (!is_damaged_) return absl::OkStatus();
  return absl::DataLossError(
      absl::StrCat(path_, " is damaged or cannot be read; the next build writes it anew"));
}

absl::Status Retention::Write() const {
  std::string text = absl::StrCat("keep ", keep_, "\n");
  for (const auto& [generation, checksum] : rolled_back_) {
    absl::StrAppend(&text, "rolled-back ", generation, " ", checksum, "\n");
  }
  const std::string temporary = absl::StrCat(path_, ".tmp");
  NORN_RETURN_IF_ERROR(base::WriteFileSynced(temporary, SealedLines(text)));
  return base::Rename(temporary, path_);
}

std::optional<uint64_t> Retention::RolledBack(absl::string_view store_checksum) const {
  for (const auto& [generation, checksum] : rolled_back_) {
    if (checksum == store_checksum) return generation;
  }
  return std::nullopt;
}

void Retention::AddRolledBack(uint64_t generation, absl::string_view store_checksum) {
  rolled_back_[generation] = std::string(store_checksum);
}

void Retention::ForgetRolledBack(uint64_t up_to) {
  std::erase_if(rolled_back_, [up_to](const auto& entry) { return entry.first <= up_to; });
}

std::vector<uint64_t> Retention::ToRemove(const std::vector<uint64_t>& generations,
                                          uint64_t current) const {
  std::vector<uint64_t> gone;
  if (is_damaged_) return gone;
  const auto at = std::find(generations.begin(), generations.end(), current);
  // With a current one that is not there, what is there may be all there is.
  if (at == generations.end()) return gone;
  for (auto it = generations.begin(); it != generations.end(); ++it) {
    const bool is_old = it < at && at - it >= static_cast<std::ptrdiff_t>(keep_);
    if (is_old || (it > at && !IsRolledBack(*it))) gone.push_back(*it);
  }
  return gone;
}

}  // namespace norn::graph
