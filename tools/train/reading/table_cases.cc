#include "tools/train/reading/table_cases.h"

#include <fstream>
#include <sstream>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/conformance/facts.h"
#include "ingest/extract/conformance/table.h"

namespace norn::train {
namespace {

std::vector<EventVerdict> Judge(const proto::Extraction& record,
                                const std::vector<std::string>& expected) {
  const auto missing = [&](const proto::Extraction& some) {
    size_t count = 0;
    for (const std::string& problem : ingest::Mismatches(expected, some)) {
      count += absl::StartsWith(problem, "missing") ? 1 : 0;
    }
    return count;
  };
  proto::Extraction none = record;
  none.clear_events();
  std::vector<EventVerdict> verdicts;
  for (const proto::EventClaim& event : record.events()) {
    proto::Extraction with = none;
    *with.add_events() = event;
    verdicts.push_back(missing(with) < missing(none) ? EventVerdict::kRight : EventVerdict::kWrong);
  }
  return verdicts;
}

}  // namespace

absl::StatusOr<std::vector<TableCase>> ReadTableCases(const std::string& path) {
  constexpr absl::string_view kName = "nb.txt";
  std::ifstream file(path);
  if (!file || path.size() < kName.size()) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": cannot be read as a table"));
  }
  std::stringstream content;
  content << file.rdbuf();
  const auto rows = ingest::ParseConformanceTable(content.str());
  if (!rows.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", rows.status().message()));
  }
  std::vector<TableCase> cases;
  for (const ingest::ConformanceCase& row : *rows) {
    TableCase& one = cases.emplace_back();
    one.article.set_name(row.label);
    one.article.set_published(row.published);
    one.article.set_language(path.substr(path.size() - kName.size(), 2));
    one.article.set_text(row.text);
    one.expected = row.expected;
  }
  return cases;
}

void ReadCase(const ingest::Extractor& extractor, TableCase& one) {
  one.trace = {};
  one.record = extractor.ExtractAll(one.article, one.trace);
  one.verdicts = Judge(one.record, one.expected);
}

}  // namespace norn::train
