#include "tools/export/names_in_language.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "ingest/lexicon/lexicon_set.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

using Names = absl::flat_hash_map<std::string, std::string>;

// By id, the usual one.
Names StateNames(absl::string_view language) {
  Names names;
  for (const ingest::State& state : ingest::LexiconSet::BuiltIn().For(language).state()) {
    if (state.name_size() > 0) names.emplace(state.id(), state.name(0));
  }
  return names;
}

void SetText(const std::string& key, std::string text, graph::Properties& properties) {
  properties.insert_or_assign(key, graph::Value(std::move(text)));
}

// "Meeting 2025-01-28: Norge, Mette Frederiksen": what stands behind the colon are names.
std::string WithNames(const std::string& event_name, const Names& changed) {
  constexpr absl::string_view kBetween = ", ";
  const size_t colon = event_name.find(": ");
  if (colon == std::string::npos) return event_name;
  std::vector<std::string> parts = absl::StrSplit(event_name.substr(colon + 2), kBetween);
  for (std::string& part : parts) {
    if (const auto name = changed.find(part); name != changed.end()) part = name->second;
  }
  return absl::StrCat(event_name.substr(0, colon + 2), absl::StrJoin(parts, kBetween));
}

}  // namespace

absl::Status NameInLanguage(absl::string_view language, graph::PropertyGraph& graph) {
  if (!absl::c_linear_search(kNameLanguages, language)) {
    return absl::InvalidArgumentError(absl::StrCat("there are no names in the language '", language,
                                                   "'; there are in ",
                                                   absl::StrJoin(kNameLanguages, ", ")));
  }
  const Names known = StateNames(language);
  Names changed;  // from the name that was
  for (graph::Node& node : graph.nodes) {
    const auto name = known.find(node.id);
    if (name == known.end() || !HasLabel(node, "State")) continue;
    changed.emplace(TextOf(node.properties, "name"), name->second);
    SetText("name", name->second, node.properties);
  }
  for (graph::Node& node : graph.nodes) {
    if (!HasLabel(node, "Event")) continue;
    const std::string name = TextOf(node.properties, "name");
    if (!name.empty()) SetText("name", WithNames(name, changed), node.properties);
    const auto place = changed.find(TextOf(node.properties, "place"));
    if (place != changed.end()) SetText("place", place->second, node.properties);
  }
  return absl::OkStatus();
}

}  // namespace norn::tools
