#include "ingest/extract/conformance/table.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace norn::ingest {
namespace {

absl::Status CheckWhole(const ConformanceCase& found) {
  const char* missing = found.label.empty()      ? "label (# …)"
                        : found.text.empty()     ? "text"
                        : found.expected.empty() ? "expectation (=> …)"
                                                 : nullptr;
  if (missing == nullptr) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("line ", found.line, ": case without ", missing, ": ", found.label));
}

void ReadLine(absl::string_view line, ConformanceCase& into) {
  if (absl::ConsumePrefix(&line, "# ")) {
    into.label = std::string(line);
  } else if (absl::ConsumePrefix(&line, "published: ")) {
    into.published = std::string(line);
  } else if (absl::ConsumePrefix(&line, "=> ")) {
    into.expected.emplace_back(line);
  } else {
    absl::StrAppend(&into.text, into.text.empty() ? "" : " ", line);
  }
}

}  // namespace

absl::StatusOr<std::vector<ConformanceCase>> ParseConformanceTable(absl::string_view table) {
  std::vector<ConformanceCase> cases;
  ConformanceCase open;
  int number = 0;
  // A blank line more, so that the last paragraph ends like the others.
  for (const absl::string_view raw : absl::StrSplit(absl::StrCat(table, "\n\n"), '\n')) {
    ++number;
    const absl::string_view line = absl::StripAsciiWhitespace(raw);
    if (!line.empty()) {
      if (open.line == 0) open.line = number;
      ReadLine(line, open);
      continue;
    }
    if (open.line == 0) continue;
    // A paragraph of comment lines alone introduces the cases after it.
    if (!open.text.empty() || !open.expected.empty()) {
      if (absl::Status whole = CheckWhole(open); !whole.ok()) return whole;
      cases.push_back(std::move(open));
    }
    open = {};
  }
  return cases;
}

}  // namespace norn::ingest
