#include "ingest/extract/time/numbers.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

constexpr size_t kMaxDigits = 18;

bool AllDigits(absl::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == absl::string_view::npos;
}

bool AreThousandGroups(const std::vector<absl::string_view>& parts) {
  if (parts.size() < 2 || parts[0].size() > 3 || !AllDigits(parts[0])) return false;
  for (size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].size() != 3 || !AllDigits(parts[i])) return false;
  }
  return true;
}

std::optional<double> ToDouble(const std::string& digits) {
  double value = 0;
  if (digits.size() > kMaxDigits || !absl::SimpleAtod(digits, &value)) return std::nullopt;
  return value;
}

}  // namespace

std::optional<double> ParseDigits(absl::string_view word, const NumberFormat& format) {
  if (word.empty() || !absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) {
    return std::nullopt;
  }
  // No-break spaces group like blanks.
  const std::string plain =
      absl::StrReplaceAll(word, {{"\u00a0", " "}, {"\u202f", " "}, {"\u2009", " "}});
  if (AllDigits(plain)) return ToDouble(plain);
  for (const std::string& separator : format.group()) {
    const std::vector<absl::string_view> parts = absl::StrSplit(plain, separator);
    if (AreThousandGroups(parts)) return ToDouble(absl::StrReplaceAll(plain, {{separator, ""}}));
  }
  const std::vector<absl::string_view> parts = absl::StrSplit(plain, absl::ByAnyChar(".,"));
  if (parts.size() != 2 || !AllDigits(parts[0]) || !AllDigits(parts[1])) return std::nullopt;
  return ToDouble(absl::StrCat(parts[0], ".", parts[1]));
}

std::optional<Number> NumberAt(const AnnotatedText& text, uint32_t at, uint32_t end,
                               const Grammar& grammar) {
  if (at >= end) return std::nullopt;
  Number number;
  const std::string& first = text.tokens[at].lower;
  const NumberFormat& format = grammar.lexicon().number_format();
  if (const std::optional<double> digits = ParseDigits(first, format)) {
    number.value = *digits;
  } else if (const NumberWord* word = grammar.FindNumberWord(first);
             word != nullptr && !word->multiplier() && !word->ordinal()) {
    number.value = word->value();
  } else {
    return std::nullopt;
  }
  number.token_count = 1;
  // "1 600" as two tokens.
  while (at + number.token_count < end && number.value >= 1 && number.value < 1e12) {
    const std::string& next = text.tokens[at + number.token_count].lower;
    if (next.size() != 3 || !AllDigits(next) || !AllDigits(first) || first.size() > 3) break;
    number.value = number.value * 1000 + *ParseDigits(next, format);
    ++number.token_count;
  }
  while (at + number.token_count < end) {
    const NumberWord* word = grammar.FindNumberWord(text.tokens[at + number.token_count].lower);
    if (word == nullptr || !word->multiplier() || number.value > 1e15) break;
    number.value *= word->value();
    ++number.token_count;
  }
  return number;
}

}  // namespace norn::ingest
