#include "ingest/prepare/language.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <vector>

#include "absl/strings/match.h"
#include "ingest/analysis/unicode.h"
#include "ingest/prepare/language_features.h"
#include "ingest/prepare/language_model.h"

// The language_model_assembly of BUILD.
extern "C" const char norn_language_model_begin[];
extern "C" const char norn_language_model_end[];

namespace norn::ingest {
namespace {

const LanguageModel& Model() {
  static const LanguageModel* const kModel = [] {
    const absl::string_view bytes(
        norn_language_model_begin,
        static_cast<size_t>(norn_language_model_end - norn_language_model_begin));
    absl::StatusOr<LanguageModel> model = LanguageModel::Parse(bytes);
    if (!model.ok()) {
      std::fprintf(stderr, "norn: the built-in language model is damaged: %s\n",
                   model.status().ToString().c_str());
      std::abort();
    }
    return new LanguageModel(*std::move(model));
  }();
  return *kModel;
}

// What the article says in its own words: without what stands in quotes, and without paragraphs
// that a dash marks as said.
std::string OwnWords(absl::string_view text) {
  std::string own;
  bool is_quoted = false;
  bool is_line_start = true;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    if (IsLineBreak(c)) {
      is_quoted = false;
      is_line_start = true;
    } else if (IsDoubleQuote(c)) {
      is_quoted = !is_quoted;
    } else if (is_line_start && IsDash(c)) {
      is_quoted = true;
    }
    if (!IsBlank(c) && !IsLineBreak(c)) is_line_start = false;
    AppendUtf8(is_quoted ? U' ' : c, own);
  }
  return own;
}

// What of the text its language is judged by.
std::string JudgedText(absl::string_view text) {
  constexpr size_t kEnough = 8;
  std::string own = OwnWords(text);
  return LowerCaseWords(own).size() >= kEnough ? own : std::string(text);
}

// Letters that a language's own words do not have.
bool HasForeignLetter(absl::string_view language, absl::string_view word) {
  const auto has = [&](std::initializer_list<absl::string_view> letters) {
    return std::any_of(letters.begin(), letters.end(),
                       [&](absl::string_view letter) { return absl::StrContains(word, letter); });
  };
  if (language == "en") return has({"å", "ä", "ö", "æ", "ø", "ß"});
  if (language == "sv") return has({"æ", "ø", "ß"});
  return has({"ä", "ö", "ß"});
}

// A few words: names, which are of no language, would outweigh the others.
std::string IdentifyFewWords(const std::vector<std::string>& unnamed) {
  std::vector<std::string> excluded;
  for (const LanguageModel::Language& language : Model().languages) {
    if (std::any_of(unnamed.begin(), unnamed.end(), [&](const std::string& word) {
          return HasForeignLetter(language.tag, word);
        })) {
      excluded.push_back(language.tag);
    }
  }
  return Model().Identify(unnamed, unnamed, excluded);
}

}  // namespace

std::string IdentifyLanguage(absl::string_view text) {
  if (const std::vector<std::string> few = FewWords(text); !few.empty()) {
    return IdentifyFewWords(few);
  }
  const std::string judged = JudgedText(text);
  return Model().Identify(LanguageWords(judged), LowerCaseWords(judged));
}

std::vector<std::string> FewWords(absl::string_view text) {
  constexpr size_t kFew = 12;
  std::vector<std::string> words = LowerCaseWords(JudgedText(text));
  if (words.size() > kFew) words.clear();
  return words;
}

void FillLanguage(proto::Article& article) {
  constexpr char kBokmal[] = "nb";
  const std::string given = article.language();
  if (!given.empty() && given != "no" && given != "und") return;
  const size_t begin = std::min<size_t>(article.body_start(), article.text().size());
  std::string found = IdentifyLanguage(absl::string_view(article.text()).substr(begin));
  if (given == "no" && found != kBokmal && found != "nn") found = kBokmal;
  article.set_language(found);
}

}  // namespace norn::ingest
