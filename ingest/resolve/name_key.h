// When two spellings can be one name.
//
//   NameKey("Andrij Sybiha") == NameKey("Andrii Sybiha")
//   NameKey("Andrij Dahlskyj") == NameKey("Andrij Dahlsky")
#ifndef NORN_INGEST_RESOLVE_NAME_KEY_H_
#define NORN_INGEST_RESOLVE_NAME_KEY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// The name folded, with what transliterations into the Nordic languages and English differ in
// brought to one form (sj, sh; ij, iy, y; kh, h; v, w). Coarse: to be compared for whole names, of
// first name and surname, not for single words.
std::string NameKey(absl::string_view name);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_NAME_KEY_H_
