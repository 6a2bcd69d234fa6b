#include "ingest/prepare/article_preparation.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/digest.h"
#include "ingest/prepare/language.h"
#include "ingest/prepare/line_mending.h"
#include "ingest/prepare/other_language.h"

namespace norn::ingest {
namespace {

// Without a date line in front.
absl::string_view BodyOf(const proto::Article& article) {
  const absl::string_view text = article.text();
  return text.substr(std::min<size_t>(article.body_start(), text.size()));
}

}  // namespace

const Vocabulary& ArticlePreparation::VocabularyOf(const std::string& language) {
  return vocabularies_.try_emplace(language, lexicons_.For(language)).first->second;
}

std::string ArticlePreparation::LanguageByWords(const std::vector<std::string>& words,
                                                const std::string& found) {
  std::map<std::string, size_t> known;
  size_t most = 0;
  for (const std::string& language : lexicons_.languages()) {
    const Vocabulary& vocabulary = VocabularyOf(language);
    const auto count = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return vocabulary.IsCommon(word);
    });
    known[language] = static_cast<size_t>(count);
    most = std::max(most, known[language]);
  }
  // Two of five words, whatever the text is about.
  if (most * 5 < words.size() * 2) return "und";
  if (found == "nn" && known["nb"] == most) return "nb";
  if (known.contains(found) && known[found] == most) return found;
  return std::find_if(known.begin(), known.end(),
                      [&](const auto& entry) { return entry.second == most; })
      ->first;
}

void ArticlePreparation::Prepare(proto::Article& article) {
  const bool is_told = !article.language().empty();
  FillLanguage(article);
  if (!is_told) {
    const std::vector<std::string> words = FewWords(BodyOf(article));
    if (!words.empty()) article.set_language(LanguageByWords(words, article.language()));
  }
  // A handful of words tells no language that has no lexicon here.
  if (article.language() == "und" && FewWords(BodyOf(article)).empty()) {
    article.set_language(NameOtherLanguage(BodyOf(article)));
  }
  const std::vector<std::string> languages = lexicons_.languages();
  if (!std::binary_search(languages.begin(), languages.end(), article.language())) return;
  // A page's lines are its paragraphs, and its passages stand at their places.
  if (article.passage_size() > 0) return;
  const auto begin =
      std::min<uint32_t>(article.body_start(), static_cast<uint32_t>(article.text().size()));
  std::string mended = MendLines(article.text(), begin, VocabularyOf(article.language()));
  if (mended == article.text()) return;
  article.set_text(std::move(mended));
  article.set_sha256(base::Sha256Hex(article.text()));
}

}  // namespace norn::ingest
