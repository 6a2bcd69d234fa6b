// Which states the towns and regions of a name lie in: GeoNames' towns of 5,000 inhabitants and
// more, and the first divisions of states. Whether a name is a place at all, its context decides;
// this only knows where such a place lies.
//
//   StatesOfPlace("goma")    is {"CD"}
//   StatesOfPlace("punjab")  is {"IN", "PK"}: the likeliest first, at most three
//
// Names are folded (base/search_key.h), states are ISO 3166-1 alpha-2 codes. The table is embedded,
// sorted text that is searched in place: nothing is parsed at the program's start. Safe to call
// from many threads.
#ifndef NORN_INGEST_LEXICON_PLACES_PLACE_STATES_H_
#define NORN_INGEST_LEXICON_PLACES_PLACE_STATES_H_

#include <vector>

#include "absl/strings/string_view.h"

namespace norn::ingest {

std::vector<absl::string_view> StatesOfPlace(absl::string_view folded_name);

// The whole table, for tests: lines of a name, a tab and its states; those with # are comments.
absl::string_view PlaceTable();

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_PLACES_PLACE_STATES_H_
