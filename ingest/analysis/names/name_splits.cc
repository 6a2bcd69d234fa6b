#include "ingest/analysis/names/name_splits.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

using Units = NameSplits::Units;

// Whether units[at] is not of the name that units[begin, at) are.
bool Separates(Units units, size_t begin, size_t at) {
  const NameUnit& unit = units[at];
  const NameUnit& before = units[at - 1];
  const bool is_complete = at == begin + 1 && before.kind == NameUnit::kName;
  if (before.ends) return true;
  switch (unit.kind) {
    case NameUnit::kName:
      if (unit.particles > 0) return unit.is_state() && units[begin].is_given_name;
      // A surname that is a state's or its capital's name too: "Michael Jordan".
      if (unit.is_state() && at == begin + 1 && before.is_given_name &&
          before.kind == NameUnit::kPlain) {
        return false;
      }
      if (before.kind == NameUnit::kName || unit.is_state()) return true;
      return unit.is_person() && unit.count > 1;
    case NameUnit::kPlain:
      return is_complete && unit.is_given_name && unit.particles == 0;
    case NameUnit::kTitle:
      // A surname that is a title too: "Stephen King".
      return !(at == begin + 1 && before.is_given_name && at + 1 == units.size());
    case NameUnit::kAdjective:
    case NameUnit::kNoise:
      return is_complete || at + 1 == units.size() ? !before.is_given_name
                                                   : units[at + 1].kind != NameUnit::kPlain;
  }
  return true;
}

}  // namespace

std::vector<Units> NameSplits::Split(Units units, bool only_lexicon) const {
  const auto can_open = [&](size_t at) {
    return units[at].kind == NameUnit::kName || (!only_lexicon && CanOpen(units, at));
  };
  std::vector<Units> names;
  if (context_.IsStart(units[0].first) && !KeepsStart(units)) units.remove_prefix(1);
  size_t begin = 0;
  for (size_t at = 0; at <= units.size(); ++at) {
    if (at < units.size() &&
        (at == begin ? can_open(at) : !only_lexicon && !Separates(units, begin, at))) {
      continue;
    }
    if (at > begin) names.push_back(units.subspan(begin, at - begin));
    // The unit that separates begins the next name, or belongs to none.
    begin = at < units.size() && at > begin && can_open(at) ? at : at + 1;
  }
  return names;
}

// Whether a first word that would have its capital anyway is a name.
bool NameSplits::KeepsStart(Units units) const {
  const NameUnit& unit = units[0];
  const Token& token = text_.tokens[unit.first];
  const std::string name = NameOf(unit, text_);
  if (unit.kind == NameUnit::kName) {
    return unit.count > 1 || context_.SeenAsName(name) ||
           !(words_.IsCommon(name) || context_.SeenLower(name));
  }
  if (unit.kind != NameUnit::kPlain) return true;
  const uint32_t next = unit.first + unit.count;
  const bool has_next = next < text_.tokens.size();
  const bool before_capital = units.size() > 1 || (has_next && context_.IsCapital(next));
  if (unit.is_given_name && (before_capital || !words_.IsCommon(name))) return true;
  if (context_.SeenAsName(name)) return true;
  if (context_.SeenLower(token.lower) || context_.SeenLower(name)) return false;
  const absl::string_view form = text_.Slice({token.bytes.begin, unit.end_byte});
  if (IsAllUpper(form, 1) && form.size() > 1) return true;  // NRK, G7
  if (units.size() > 1) return units[1].kind == NameUnit::kPlain && !units[1].is_given_name;
  if (before_capital) return true;
  return has_next && words_.Is("reporting_verb", text_.tokens[next].lower) &&
         !EndsLikeNoun(token.lower);
}

// "Regjeringen sier": a definite noun, not a name.
bool NameSplits::EndsLikeNoun(absl::string_view word) const {
  constexpr size_t kLongestEnding = 6;
  for (size_t size = 2; size <= std::min(kLongestEnding, word.size() - 1); ++size) {
    if (words_.Is("definite_ending", word.substr(word.size() - size))) return true;
  }
  return false;
}

// Whether a name can begin with a unit that the lexicon has no name for.
bool NameSplits::CanOpen(Units units, size_t at) const {
  const NameUnit& unit = units[at];
  if (unit.kind == NameUnit::kTitle || unit.kind == NameUnit::kNoise) return false;
  if (unit.kind == NameUnit::kPlain) return true;
  // "Russian Orthodox Church", where adjectives have capitals by themselves.
  return !context_.IsStart(unit.first) && !unit.ends && at + 1 < units.size() &&
         units[at + 1].kind == NameUnit::kPlain && !units[at + 1].is_given_name;
}

}  // namespace norn::ingest
