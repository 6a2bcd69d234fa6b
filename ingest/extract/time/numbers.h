// Numbers in running text: digits with the languages' separators, number words, multipliers.
#ifndef NORN_INGEST_EXTRACT_TIME_NUMBERS_H_
#define NORN_INGEST_EXTRACT_TIME_NUMBERS_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"

namespace norn::ingest {

struct Number {
  double value = 0;
  uint32_t token_count = 0;
};

// The number that begins at token `at`: "26", "1.600", "1 600", "3,5", "660 milliarder", "to".
std::optional<Number> NumberAt(const AnnotatedText& text, uint32_t at, uint32_t end,
                               const Grammar& grammar);

// One word of digits. A separator before just three digits groups them (1.600, 1,600, 1 600);
// another one is the decimal sign.
std::optional<double> ParseDigits(absl::string_view word);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_NUMBERS_H_
