// Of the words that were taken for one person's name, those that are it: without titles, without
// what stands in front of a title or behind the surname.
//
//   PersonParts({"Sir", "Ada", "Koval"}, {}, grammar)                      // Ada Koval
//   PersonParts({"Affairs", "Ada", "Koval"}, {}, grammar)                  // Ada Koval
//   PersonParts({"Ada", "Koval", "Secretary", "of", "State"}, {}, grammar) // Ada Koval
#ifndef NORN_INGEST_EXTRACT_MENTIONS_NAMES_NAME_PARTS_H_
#define NORN_INGEST_EXTRACT_MENTIONS_NAMES_NAME_PARTS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/extract/grammar.h"

namespace norn::ingest {

// `tags` are the parts' parts of speech, or empty: "Insists" of a headline's "Koval Insists" is a
// verb. Empty where nothing but titles is there.
std::vector<std::string> PersonParts(std::vector<std::string> parts,
                                     const std::vector<absl::string_view>& tags,
                                     const Grammar& grammar);

// A title or rank that stands in front of names: "Gen.", "Secretary".
bool IsNameTitle(absl::string_view part, const Grammar& grammar);

// What bodies are called by: "Council", "AB".
bool IsOrganizationEnd(const std::string& part, const Grammar& grammar);

// A word that is written small wherever no headline asks for a capital: "survey", "planning".
bool IsCommonNoun(absl::string_view part, const Grammar& grammar);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_NAMES_NAME_PARTS_H_
