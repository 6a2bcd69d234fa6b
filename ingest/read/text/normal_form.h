// Unicode's normal form C: "ø" may come as one character or as several that look the same, and only
// one of them is found in a lexicon.
//
//   ToNormalForm("Ma\u0308lmo\u0308")   // "Mälmö", two letters of one code point each
#ifndef NORN_INGEST_READ_TEXT_NORMAL_FORM_H_
#define NORN_INGEST_READ_TEXT_NORMAL_FORM_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// `text` is UTF-8. Text in that form already, which most is, comes back as it is.
std::string ToNormalForm(absl::string_view text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_TEXT_NORMAL_FORM_H_
