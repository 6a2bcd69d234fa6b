// Numbers in running text: digits with the languages' separators, number words, multipliers.
#ifndef NORN_INGEST_EXTRACT_TIME_NUMBERS_H_
#define NORN_INGEST_EXTRACT_TIME_NUMBERS_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

struct Number {
  double value = 0;
  uint32_t token_count = 0;
};

// The number that begins at token `at`: "26", "1.600", "1 600", "3,5", "660 milliarder", "to".
std::optional<Number> NumberAt(const AnnotatedText& text, uint32_t at, uint32_t end,
                               const Grammar& grammar);

// One word of digits, as the language writes them: a sign that groups stands before just three
// digits (1.600, 1 600; in English 1,600); any other is the decimal sign (1,125; 1.125).
std::optional<double> ParseDigits(absl::string_view word, const NumberFormat& format);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_NUMBERS_H_
