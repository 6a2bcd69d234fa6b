#include "ingest/extract/mentions/names/name_parts.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "base/search_key.h"

namespace norn::ingest {
namespace {

using Parts = std::vector<std::string>;

bool IsCapital(absl::string_view part) {
  return !part.empty() && !absl::ascii_islower(static_cast<unsigned char>(part[0]));
}

// Parts of speech that no part of a name has where it has a capital.
bool IsOfClause(absl::string_view tag) {
  return tag == "VERB" || tag == "AUX" || tag == "ADP" || tag == "ADV" || tag == "SCONJ" ||
         tag == "CCONJ" || tag == "PRON";
}

// "Koval Insists" of a headline.
void CutAtClause(const std::vector<absl::string_view>& tags, Parts& parts) {
  if (tags.size() != parts.size()) return;
  for (size_t i = 1; i < parts.size(); ++i) {
    if (!IsCapital(parts[i]) || !IsOfClause(tags[i])) continue;
    parts.resize(i);
    return;
  }
}

// What stands behind titles; in front of them where no name follows: of "Ada Koval Secretary of
// State" what is in front.
void CutTitles(const Grammar& grammar, Parts& parts) {
  const auto is_title = [&](const std::string& part) { return IsNameTitle(part, grammar); };
  while (!parts.empty()) {
    const auto first = std::find_if(parts.begin(), parts.end(), is_title);
    if (first == parts.end()) return;
    // "Anna Major" has a surname.
    const bool is_surname = parts.size() == 2 && first != parts.begin() &&
                            grammar.IsGivenName(base::SearchKey(parts[0]));
    if (is_surname) return;
    const auto end = std::find_if_not(first, parts.end(), is_title);
    const bool name_follows = end != parts.end() && IsCapital(*end);
    if (!name_follows && first != parts.begin()) {
      parts.erase(first, parts.end());
      return;
    }
    parts.erase(parts.begin(), end);
  }
}

bool IsNoNamePart(const std::string& part, const Grammar& grammar) {
  return grammar.Is("name_fragment", absl::AsciiStrToLower(part)) || IsCommonNoun(part, grammar);
}

// "Western Affairs" of "Western Affairs Anna Koval": a first name begins the name where a word
// stands in front that no name has.
void CutFront(const Grammar& grammar, Parts& parts) {
  for (size_t i = 1; i + 1 < parts.size(); ++i) {
    if (!grammar.IsGivenName(base::SearchKey(parts[i]))) continue;
    const std::string& before = parts[i - 1];
    if (!IsNoNamePart(before, grammar) && !IsOrganizationEnd(before, grammar)) continue;
    parts.erase(parts.begin(), parts.begin() + static_cast<ptrdiff_t>(i));
    return;
  }
}

// "National" of "Ada Koval National".
void CutCommonEnd(const Grammar& grammar, Parts& parts) {
  if (parts.size() < 3 || !grammar.IsGivenName(base::SearchKey(parts[0]))) return;
  while (parts.size() > 2 && IsNoNamePart(parts.back(), grammar)) parts.pop_back();
}

}  // namespace

bool IsNameTitle(absl::string_view part, const Grammar& grammar) {
  return grammar.Is("name_title", absl::AsciiStrToLower(part));
}

bool IsOrganizationEnd(const std::string& part, const Grammar& grammar) {
  const auto& endings = grammar.lexicon().organization_ending();
  return std::find(endings.begin(), endings.end(), part) != endings.end();
}

bool IsCommonNoun(absl::string_view part, const Grammar& grammar) {
  return grammar.Is("common_noun", absl::AsciiStrToLower(part));
}

Parts PersonParts(Parts parts, const std::vector<absl::string_view>& tags, const Grammar& grammar) {
  CutAtClause(tags, parts);
  CutTitles(grammar, parts);
  CutFront(grammar, parts);
  // "Koval of Pennsylvania"
  const auto origin = std::find(parts.begin(), parts.end(), std::string("of"));
  if (origin - parts.begin() > 1) parts.erase(origin, parts.end());
  CutCommonEnd(grammar, parts);
  return parts;
}

}  // namespace norn::ingest
