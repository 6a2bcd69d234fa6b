#include "tools/train/reading/graph_rows.h"

#include <sstream>
#include <string>

#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/resolve.h"
#include "nlohmann/json.hpp"
#include "tools/export/formats/jsonl.h"

namespace norn::train {

absl::Status WriteGraphRows(const proto::Article& article, const proto::Extraction& record,
                            std::ostream& out) {
  const auto graph = ingest::Resolve({article}, {record}, ingest::LexiconSet::BuiltIn());
  if (!graph.ok()) return graph.status();
  std::ostringstream text;
  tools::WriteGraphJsonl(*graph, text);
  std::istringstream lines(text.str());
  nlohmann::json rows = nlohmann::json::array();
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  out << nlohmann::json{{"article", article.name()}, {"rows", rows}}.dump() << "\n";
  return absl::OkStatus();
}

}  // namespace norn::train
