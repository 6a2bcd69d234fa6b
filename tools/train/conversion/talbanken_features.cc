#include "tools/train/conversion/talbanken_features.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace norn::train {
namespace {

// The kind of a pronoun or determiner, which version 1 left out.
std::string PronounType(absl::string_view tag, absl::string_view word) {
  struct Kind {
    const char* tag;  // empty: any
    const char* type;
    const char* words;
  };
  static constexpr Kind kKinds[] = {
      {"DET", "Art", "en ett den det de"},
      {"", "Dem", "denna denne detta dessa"},
      {"", "Tot", "alla all allt varje varenda vartenda"},
      {"DET", "Tot", "var vart"},
      {"", "Neg", "ingen inget inga ingenting"},
      {"", "Int", "vad vem"},
      {"", "Rel", "som vilken vilket vilka vars"},
      {"", "Ind",
       "man någon något några var vart andra annan annat många mycket varandra varann sådan sådant "
       "sådana somliga"},
      {"PRON", "Prs",
       "jag du han hon den det vi ni de mig dig honom henne oss er dem sig min mitt mina din ditt "
       "dina hans hennes dess vår vårt våra ert era deras sin sitt sina en ett"},
  };
  static const auto* types = [] {
    auto* map = new absl::flat_hash_map<std::string, std::string>;
    for (const Kind& kind : kKinds) {
      for (const absl::string_view one : absl::StrSplit(kind.words, ' ')) {
        for (const char* of : {"DET", "PRON"}) {
          if (*kind.tag == 0 || absl::string_view(kind.tag) == of) {
            map->emplace(absl::StrCat(of, " ", one), kind.type);
          }
        }
      }
    }
    return map;
  }();
  const auto at = types->find(absl::StrCat(tag, " ", word));
  return at == types->end() ? "" : at->second;
}

bool IsPossessive(absl::string_view word) {
  static const auto* words = new std::vector<std::string>(absl::StrSplit(
      "min mitt mina din ditt dina hans hennes dess vår vårt våra ert era deras sin sitt sina vars",
      ' '));
  return std::find(words->begin(), words->end(), word) != words->end();
}

bool IsNegative(absl::string_view word) {
  for (const char* negative : {"inte", "icke", "ej", "aldrig", "knappast"}) {
    if (word == negative) return true;
  }
  return false;
}

bool IsDeponent(absl::string_view word) {
  for (const char* verb : {"finns", "finnas", "fanns", "funnits", "tycks", "tycktes", "hoppas",
                           "hoppades", "minns", "mindes"}) {
    if (word == verb) return true;
  }
  return false;
}

using Pairs = std::map<std::string, std::string>;

void MendAdjective(bool in_definite, Pairs& features) {
  if (features.count("VerbForm") > 0) {  // participles
    features["VerbForm"] = "Part";
    features["Degree"] = "Pos";
  }
  if (features.size() == 1 && features.count("Case") > 0) features["NumType"] = "Ord";
  if (features["Degree"] != "Pos") {
    if (features["Degree"].empty()) features.erase("Degree");
    return;
  }
  // One form serves the definite and the plural: "den stora staden", "stora städer".
  const bool is_plural = features.count("Number") > 0 && features["Number"] == "Plur";
  if (is_plural && features.count("Definite") == 0) {
    features["Definite"] = in_definite ? "Def" : "Ind";
  }
  if (features.count("Definite") > 0 && features["Definite"] == "Def") features.erase("Number");
}

}  // namespace

std::string TalbankenFeatures(absl::string_view tag, absl::string_view word,
                              absl::string_view features, bool in_definite) {
  Pairs out;
  for (const absl::string_view feature : absl::StrSplit(features, '|')) {
    if (feature.empty() || feature == "_") continue;
    const std::pair<std::string, std::string> parts = absl::StrSplit(feature, '=');
    out.insert(parts);
  }
  if (tag == "ADJ") MendAdjective(in_definite, out);
  if ((tag == "VERB" || tag == "AUX") && out.count("Tense") > 0 && out["VerbForm"] == "Fin") {
    out["Mood"] = "Ind";
  }
  // Verbs that have no active form.
  if (tag == "VERB" && IsDeponent(word)) out.erase("Voice");
  if (word == "vad") out.erase("Gender");
  if (tag == "NUM") out["NumType"] = "Card";
  if (tag == "PRON" || tag == "DET") {
    const std::string type = PronounType(tag, word);
    if (!type.empty()) out["PronType"] = type;
    if (tag == "PRON" && IsPossessive(word)) out["Poss"] = "Yes";
  }
  if ((tag == "PART" || tag == "ADV") && IsNegative(word)) out["Polarity"] = "Neg";
  if (tag == "ADV" && absl::EndsWith(word, ".")) out["Abbr"] = "Yes";
  if (out.empty()) return "_";
  return absl::StrJoin(out, "|", absl::PairFormatter("="));
}

}  // namespace norn::train
