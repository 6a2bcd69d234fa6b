// Counts the words of running text, by language: lines of "LANGUAGE<tab>WORD<tab>COUNT", the most
// frequent first. Words are folded and of letters and hyphens; those that stand less than three
// times are left out.
//
//   count_words TEXT... > counts.tsv
#include <iostream>
#include <string>
#include <vector>

#include "ingest/analysis/unicode.h"
#include "tools/train/vectors/raw_text.h"

namespace norn::train {
namespace {

constexpr int64_t kMinCount = 3;

bool IsOfLetters(const std::string& word) {
  for (size_t at = 0; at < word.size();) {
    const char32_t letter = ingest::NextCodePoint(word, at);
    if (!ingest::IsLetter(letter) && !ingest::IsHyphen(letter)) return false;
  }
  return true;
}

int Main(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const absl::StatusOr<RawText> text = ReadRawText({path}, kMinCount);
    if (!text.ok()) {
      std::cerr << "count_words: " << text.status().message() << "\n";
      return 66;
    }
    for (const RawWord& word : text->words) {
      if (!IsOfLetters(word.form)) continue;
      std::cout << LanguageOfText(path) << "\t" << word.form << "\t" << word.count << "\n";
    }
  }
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  if (argc > 1) return norn::train::Main(std::vector<std::string>(argv + 1, argv + argc));
  std::cerr << "usage: count_words TEXT... > counts.tsv\n";
  return 64;
}
