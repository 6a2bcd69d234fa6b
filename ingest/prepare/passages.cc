#include "ingest/prepare/passages.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/unicode.h"
#include "ingest/prepare/language.h"
#include "ingest/prepare/language_features.h"
#include "ingest/prepare/other_language.h"

namespace norn::ingest {
namespace {

// Words in small letters; fewer do not tell one language from another.
constexpr size_t kFewestWords = 12;

struct Bytes {
  size_t begin = 0;
  size_t end = 0;
};

// The lines of `text` from byte `begin` on that are not blank.
std::vector<Bytes> Paragraphs(absl::string_view text, size_t begin) {
  std::vector<Bytes> paragraphs;
  while (begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.push_back({begin, end});
    begin = end + 1;
  }
  return paragraphs;
}

// What stands between double quotes in a paragraph.
std::vector<Bytes> Quotes(absl::string_view text, Bytes paragraph) {
  std::vector<Bytes> quotes;
  // A place past the end: no quote is open.
  size_t open = absl::string_view::npos;
  for (size_t at = paragraph.begin; at < paragraph.end;) {
    const size_t mark = at;
    if (!IsDoubleQuote(NextCodePoint(text, at))) continue;
    if (open != absl::string_view::npos) {
      quotes.push_back({open, mark});
      open = absl::string_view::npos;
    } else {
      open = at;
    }
  }
  return quotes;
}

class Judge {
 public:
  Judge(const std::map<std::string, Vocabulary>& vocabularies, const std::string& language)
      : vocabularies_(vocabularies), language_(language) {}

  // The language of a passage that is not in the article's; empty: it is, or may be.
  std::string Foreign(absl::string_view passage) const {
    const std::vector<std::string> words = LowerCaseWords(passage);
    if (words.size() < kFewestWords) return "";
    // Neighbours share many of their words: the article's rules read them, with all that stands
    // around them.
    constexpr double kReadable = 0.4;
    constexpr double kClearlyMore = 0.25;
    const double own = ShareOf(language_, words);
    // Before the language is found, which takes far longer.
    if (own >= kReadable) return "";
    const std::string found = IdentifyLanguage(passage);
    if (found == language_) return "";
    if (vocabularies_.contains(found)) {
      return ShareOf(found, words) >= own + kClearlyMore ? found : "";
    }
    constexpr double kHardlyAny = 0.2;
    return own < kHardlyAny ? NameOtherLanguage(passage) : "";
  }

 private:
  // How many of the words the language's lexicon has.
  double ShareOf(const std::string& language, const std::vector<std::string>& words) const {
    const Vocabulary& vocabulary = vocabularies_.at(language);
    const auto known = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return vocabulary.IsCommon(word);
    });
    return static_cast<double>(known) / static_cast<double>(words.size());
  }

  const std::map<std::string, Vocabulary>& vocabularies_;
  const std::string& language_;
};

}  // namespace

PassageFinder::PassageFinder(const LexiconSet& lexicons) {
  for (const std::string& language : lexicons.languages()) {
    vocabularies_.try_emplace(language, lexicons.For(language));
  }
}

std::vector<LanguagePassage> PassageFinder::Find(const proto::Article& article) const {
  std::vector<LanguagePassage> passages;
  if (!vocabularies_.contains(article.language())) return passages;
  const Judge judge(vocabularies_, article.language());
  const absl::string_view text = article.text();
  const auto add = [&](Bytes bytes) {
    std::string language = judge.Foreign(text.substr(bytes.begin, bytes.end - bytes.begin));
    if (language.empty()) return false;
    passages.push_back({static_cast<uint32_t>(bytes.begin), static_cast<uint32_t>(bytes.end),
                        std::move(language)});
    return true;
  };
  const size_t begin = std::min<size_t>(article.body_start(), text.size());
  for (const Bytes paragraph : Paragraphs(text, begin)) {
    if (add(paragraph)) continue;
    for (const Bytes quote : Quotes(text, paragraph)) add(quote);
  }
  return passages;
}

}  // namespace norn::ingest
