// A name for a language that norn does not read, so that a message can say which one it is.
//
//   NameOtherLanguage("Der Bundeskanzler traf sich am Dienstag mit …")   // "de"
//   NameOtherLanguage("Президент встретился с …")                        // "und-Cyrl"
#ifndef NORN_INGEST_PREPARE_OTHER_LANGUAGE_H_
#define NORN_INGEST_PREPARE_OTHER_LANGUAGE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// The tag of a language that is written in Latin letters and that ICU's detector knows by its runs
// of letters; `und` with the script for others; else `und`. To be asked only of a text that is in
// none of norn's languages.
std::string NameOtherLanguage(absl::string_view text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_OTHER_LANGUAGE_H_
