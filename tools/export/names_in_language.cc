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
#include "tools/export/names/usual_names.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

using Names = absl::flat_hash_map<std::string, std::string>;

// By id, the usual one.
Names NamesById(absl::string_view language) {
  Names names;
  for (const ingest::State& state : ingest::LexiconSet::BuiltIn().For(language).state()) {
    if (state.name_size() > 0) names.emplace(state.id(), state.name(0));
  }
  for (const auto& [id, name] : UsualNames(language)) names.emplace(id, name);
  return names;
}

// By a place's name in any language: of capitals, which stand with their state, and of what the
// graph has no node for.
Names PlaceNames(absl::string_view language, const Names& by_id) {
  const ingest::LexiconSet& lexicons = ingest::LexiconSet::BuiltIn();
  Names capitals;
  for (const ingest::State& state : lexicons.For(language).state()) {
    if (state.capital_size() > 0) capitals.emplace(state.id(), state.capital(0));
  }
  Names names;
  for (const std::string& other : lexicons.languages()) {
    const ingest::Lexicon& lexicon = lexicons.For(other);
    for (const ingest::State& state : lexicon.state()) {
      const auto capital = capitals.find(state.id());
      if (capital == capitals.end() || state.capital_size() == 0) continue;
      names.emplace(state.capital(0), capital->second);
    }
    for (const ingest::Place& place : lexicon.place()) {
      const auto name = by_id.find(place.id());
      if (name != by_id.end() && place.name_size() > 0) names.emplace(place.name(0), name->second);
    }
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
  const Names known = NamesById(language);
  const Names places = PlaceNames(language, known);
  Names changed;  // from the name that was
  for (graph::Node& node : graph.nodes) {
    if (HasLabel(node, "Event")) continue;
    const std::string before = TextOf(node.properties, "name");
    const auto name = known.find(node.id);
    const auto place = HasLabel(node, "Place") ? places.find(before) : places.end();
    if (name == known.end() && place == places.end()) continue;
    const std::string& usual = name != known.end() ? name->second : place->second;
    changed.emplace(before, usual);
    SetText("name", usual, node.properties);
  }
  for (graph::Node& node : graph.nodes) {
    if (!HasLabel(node, "Event")) continue;
    const std::string name = TextOf(node.properties, "name");
    if (!name.empty()) SetText("name", WithNames(name, changed), node.properties);
    const std::string before = TextOf(node.properties, "place");
    for (const Names* const names : {static_cast<const Names*>(&changed), &places}) {
      const auto place = names->find(before);
      if (place == names->end()) continue;
      SetText("place", place->second, node.properties);
      break;
    }
  }
  return absl::OkStatus();
}

}  // namespace norn::tools
