#include "tools/train/conversion/cdt_words.h"

#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace norn::train {
namespace {

using Pairs = std::map<std::string, std::string, std::less<>>;

const Pairs& Tags() {
  static const auto* tags =
      new Pairs{{"AC", "NUM"},  {"AN", "ADJ"},  {"AO", "ADJ"},   {"CC", "CCONJ"}, {"CS", "SCONJ"},
                {"I", "INTJ"},  {"NC", "NOUN"}, {"NP", "PROPN"}, {"PC", "PRON"},  {"PD", "PRON"},
                {"PI", "PRON"}, {"PO", "PRON"}, {"PP", "PRON"},  {"PT", "PRON"},  {"RG", "ADV"},
                {"SP", "ADP"},  {"VA", "VERB"}, {"VE", "VERB"},  {"XP", "PUNCT"}, {"XS", "PUNCT"}};
  return *tags;
}

// CDT's attribute and value, and the universal ones; values that leave it open are not here.
const Pairs& Features() {
  static const auto* features = new Pairs{{"degree=pos", "Degree=Pos"},
                                          {"degree=comp", "Degree=Cmp"},
                                          {"degree=sup", "Degree=Sup"},
                                          {"degree=abs", "Degree=Abs"},
                                          {"gender=common", "Gender=Com"},
                                          {"gender=neuter", "Gender=Neut"},
                                          {"number=sing", "Number=Sing"},
                                          {"number=plur", "Number=Plur"},
                                          {"case=gen", "Case=Gen"},
                                          {"case=nom", "Case=Nom"},
                                          {"definiteness=def", "Definite=Def"},
                                          {"definiteness=indef", "Definite=Ind"},
                                          {"def=def", "Definite=Def"},
                                          {"def=indef", "Definite=Ind"},
                                          {"mood=indic", "Mood=Ind"},
                                          {"mood=imper", "Mood=Imp"},
                                          {"mood=infin", "VerbForm=Inf"},
                                          {"mood=partic", "VerbForm=Part"},
                                          {"mood=gerund", "VerbForm=Ger"},
                                          {"tense=present", "Tense=Pres"},
                                          {"tense=past", "Tense=Past"},
                                          {"voice=active", "Voice=Act"},
                                          {"voice=passive", "Voice=Pass"},
                                          {"person=1", "Person=1"},
                                          {"person=2", "Person=2"},
                                          {"person=3", "Person=3"},
                                          {"possessor=sing", "Number[psor]=Sing"},
                                          {"possessor=plur", "Number[psor]=Plur"},
                                          {"reflexive=yes", "Reflex=Yes"},
                                          {"register=formal", "Style=Form"},
                                          {"register=polite", "Polite=Form"}};
  return *features;
}

// Features that the word class itself stands for.
const Pairs& OfClass() {
  static const auto* features =
      new Pairs{{"AC", "NumType=Card"}, {"AO", "NumType=Ord"},      {"PC", "PronType=Rcp"},
                {"PD", "PronType=Dem"}, {"PI", "PronType=Ind"},     {"PO", "Poss=Yes|PronType=Prs"},
                {"PP", "PronType=Prs"}, {"PT", "PronType=Int,Rel"}, {"SP", "AdpType=Prep"},
                {"XA", "Abbr=Yes"},     {"XF", "Foreign=Yes"}};
  return *features;
}

void Set(absl::string_view features, Pairs& out) {
  for (const absl::string_view feature : absl::StrSplit(features, '|', absl::SkipEmpty())) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(feature, '=');
    out[parts.first] = parts.second;
  }
}

// Of a verb: finite ones say all, others only what sets them apart.
void MendVerb(absl::string_view features, Pairs& out) {
  const bool is_finite = out.count("Mood") > 0;
  if (is_finite && out["Mood"] == "Ind") out["VerbForm"] = "Fin";
  if (is_finite && out["Mood"] == "Imp") out = {{"Mood", "Imp"}};
  if (is_finite || out.count("VerbForm") == 0) return;
  if (out["VerbForm"] == "Ger") out = {{"VerbForm", "Ger"}};
  if (out["VerbForm"] == "Part") out.erase("Voice");
  if (out["VerbForm"] == "Inf") out.erase("Tense");
  if (absl::StrContains(features, "tense=present")) {
    for (const char* name : {"Definite", "Gender", "Number"}) out.erase(name);
  }
}

}  // namespace

std::string CdtTag(absl::string_view parole, absl::string_view form) {
  const absl::string_view kind = parole.substr(0, 2);
  if (absl::StartsWith(parole, "U")) {
    return form == "at" ? "PART" : form == "der" ? "PRON" : "ADP";
  }
  if (form == "end" && kind == "CS") return "ADP";
  // Adjectives that describe an event.
  if (kind == "AN" && absl::EndsWith(parole, "R")) return "ADV";
  const auto at = Tags().find(absl::StartsWith(parole, "I") ? "I" : kind);
  return at == Tags().end() ? "X" : at->second;
}

std::string CdtFeatures(absl::string_view parole, absl::string_view features) {
  const absl::string_view kind = parole.substr(0, 2);
  Pairs out;
  for (const absl::string_view feature : absl::StrSplit(features, '|')) {
    if (const auto at = Features().find(feature); at != Features().end()) Set(at->second, out);
  }
  if (const auto at = OfClass().find(kind); at != OfClass().end()) Set(at->second, out);
  if (kind == "RG" || kind == "CS" || kind == "CC") {
    if (out.count("Degree") == 0) out.clear();
  }
  if (kind == "VA" || kind == "VE") MendVerb(features, out);
  const bool is_reflexive = out.count("Reflex") > 0;
  if (kind == "PP" && (out.count("Case") == 0 || is_reflexive)) out["Case"] = "Acc";
  if (absl::StartsWith(parole, "U")) out = {{"PartType", "Inf"}};
  if (out.empty()) return "_";
  return absl::StrJoin(out, "|", absl::PairFormatter("="));
}

}  // namespace norn::train
