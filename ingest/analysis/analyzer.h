// From an article to its annotated text. Analysers are pure functions of the text, the language
// and the data that they were made with, and safe to call from many threads.
#ifndef NORN_INGEST_ANALYSIS_ANALYZER_H_
#define NORN_INGEST_ANALYSIS_ANALYZER_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"

namespace norn::ingest {

class Analyzer {
 public:
  virtual ~Analyzer() = default;

  // `text` is valid UTF-8 and outlives the result; analysis starts at byte `begin` of it, and all
  // offsets count from the text's start. `language` is a BCP 47 primary tag or "und".
  virtual AnnotatedText Analyze(absl::string_view text, uint32_t begin,
                                absl::string_view language) const = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_ANALYZER_H_
