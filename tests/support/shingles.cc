#include "tests/support/shingles.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace norn::tests {
namespace {

constexpr size_t kShingle = 4;

using Shingles = std::map<std::vector<std::string>, int>;

bool IsPart(UChar32 c) {
  return c == '_' || u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

std::vector<std::string> Words(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c >= 0 && IsPart(c)) {
      word.append(text, static_cast<size_t>(begin), static_cast<size_t>(at - begin));
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, ""));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

Shingles ShinglesOf(const std::string& text) {
  const std::vector<std::string> words = Words(text);
  Shingles shingles;
  const size_t size = std::min(kShingle, words.size());
  for (size_t i = 0; size > 0 && i + size <= words.size(); ++i) {
    ++shingles[{words.begin() + static_cast<std::ptrdiff_t>(i),
                words.begin() + static_cast<std::ptrdiff_t>(i + size)}];
  }
  return shingles;
}

}  // namespace

ShingleScore CompareShingles(const std::string& wanted_text, const std::string& found_text) {
  const Shingles wanted = ShinglesOf(wanted_text);
  const Shingles found = ShinglesOf(found_text);
  double both = 0;
  double only_found = 0;
  double only_wanted = 0;
  for (const auto& [shingle, count] : found) {
    const auto other = wanted.find(shingle);
    const int shared = other == wanted.end() ? 0 : std::min(count, other->second);
    both += shared;
    only_found += count - shared;
  }
  for (const auto& [shingle, count] : wanted) {
    const auto other = found.find(shingle);
    only_wanted += count - (other == found.end() ? 0 : std::min(count, other->second));
  }
  const auto share = [&](double others) { return both + others > 0 ? both / (both + others) : 1; };
  return {share(only_found), share(only_wanted)};
}

double F1(const ShingleScore& score) {
  return 2 * score.precision * score.recall / std::max(score.precision + score.recall, 1e-9);
}

}  // namespace norn::tests
