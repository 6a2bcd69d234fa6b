#include "tests/support/made_articles.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace norn::tests {

ArticleMaker::ArticleMaker(absl::Span<const std::string> examples) {
  for (const std::string& path : examples) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string name = path.substr(path.rfind('/') + 1);
    std::vector<std::string> parts = absl::StrSplit(text, "\n\n", absl::SkipWhitespace());
    for (const std::string& part : parts) {
      // Behind the date line's mark.
      constexpr absl::string_view kDate = " date 2025-01-01";
      absl::string_view words = part;
      if (absl::StartsWith(words, " date ")) words.remove_prefix(kDate.size());
      paragraphs_[name.substr(0, 2)].emplace_back(absl::StripAsciiWhitespace(words));
    }
  }
}

MadeArticle ArticleMaker::Make(size_t number) const {
  constexpr int kParagraphs = 6;
  constexpr uint32_t kSeed = 2025;
  std::mt19937 random(kSeed + static_cast<uint32_t>(number));
  const auto language =
      std::next(paragraphs_.begin(), static_cast<std::ptrdiff_t>(number % paragraphs_.size()));
  MadeArticle made = {absl::StrCat("made-", number), language->first, {}};
  for (int i = 0; i < kParagraphs; ++i) {
    made.paragraphs.push_back(language->second[random() % language->second.size()]);
  }
  return made;
}

}  // namespace norn::tests
