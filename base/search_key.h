// Text without what spellings differ in: for finding names, and for ids made of names.
//
//   SearchKey("Jonas Gahr  STØRE")  is "jonas gahr store"
//   SearchKey("Володимир")          is "volodimir"
//   Slug("Åse Bjørnø Lie")     is "ase-bjorno-lie"
//
// Both are functions of the text alone (and of ICU's tables), and safe to call from many threads.
#ifndef NORN_BASE_SEARCH_KEY_H_
#define NORN_BASE_SEARCH_KEY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::base {

// Lower case, without diacritics (ø is o, æ is ae, å is a, ß is ss), other scripts in Latin
// letters; hyphens, dashes and runs of white space are one space, none at the ends; typographic
// apostrophes are '. Bytes that are not UTF-8 count as U+FFFD.
std::string SearchKey(absl::string_view text);

// The folded text's letters a to z and digits, all else between them one hyphen; apostrophes are
// dropped. Text without any such letter gives its code points ("u1f642"); empty text is empty.
std::string Slug(absl::string_view text);

}  // namespace norn::base

#endif  // NORN_BASE_SEARCH_KEY_H_
