#include "ingest/analysis/sentences.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// Longer ones are cut: a list or a table without full stops is no sentence, and extraction's work
// grows with a sentence's length.
constexpr uint32_t kMaxSentenceTokens = 400;
constexpr uint32_t kMaxHeadingWords = 12;

class Splitter {
 public:
  Splitter(absl::string_view text, const Vocabulary& vocabulary, const std::vector<Token>& tokens)
      : text_(text), vocabulary_(vocabulary), tokens_(tokens) {}

  // One past the last token of the sentence that begins at `first`.
  uint32_t EndOfSentence(uint32_t first) const {
    const auto size = static_cast<uint32_t>(tokens_.size());
    const uint32_t limit = std::min(size, first + kMaxSentenceTokens);
    for (uint32_t at = first; at < limit; ++at) {
      if (IsTerminal(tokens_[at])) {
        const uint32_t end = EndOfClosers(at + 1, limit);
        if (end >= limit || CanBegin(end)) return end;
        at = end - 1;
      } else if (EndsWithStop(tokens_[at]) && at + 1 < limit && BeginsAfterStop(at + 1)) {
        return at + 1;
      }
    }
    return limit;
  }

  bool IsHeading(uint32_t first) const {
    uint32_t words = 0;
    for (uint32_t at = first; at < tokens_.size(); ++at) words += tokens_[at].is_word ? 1 : 0;
    if (words == 0 || words > kMaxHeadingWords) return false;
    uint32_t last = static_cast<uint32_t>(tokens_.size()) - 1;
    while (last > first && IsCloser(tokens_[last])) --last;
    const absl::string_view form = tokens_[last].lower;
    return !IsTerminal(tokens_[last]) && !EndsWithStop(tokens_[last]) && form != ":" &&
           form != "," && form != ";";
  }

 private:
  static bool IsTerminal(const Token& token) {
    static constexpr absl::string_view kTerminal = ".!?";
    return !token.is_word && !token.lower.empty() &&
           (token.lower == "…" || absl::StrContains(kTerminal, token.lower) ||
            absl::StartsWith(token.lower, ".."));
  }

  static bool EndsWithStop(const Token& token) {
    return token.is_word && absl::EndsWith(token.lower, ".");
  }

  static bool IsCloser(const Token& token) {
    return !token.is_word && (token.lower == "\"" || token.lower == "'" || token.lower == ")" ||
                              token.lower == "]" || token.lower == "}");
  }

  // Quotes and brackets that close right after the stop, and further stops ("?!", "!!").
  uint32_t EndOfClosers(uint32_t at, uint32_t limit) const {
    while (at < limit && !tokens_[at].space_before &&
           (IsCloser(tokens_[at]) || IsTerminal(tokens_[at]))) {
      ++at;
    }
    return at;
  }

  // Whether a sentence can begin at `at`: not with lower case (»Nei!» sa han), also behind quotes
  // and dashes.
  bool CanBegin(uint32_t at) const {
    for (; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      if (token.is_word) {
        return token.is_capitalized || !StartsLower(Form(token)) || HasInnerCapital(token);
      }
      if (token.lower == "," || token.lower == ";" || token.lower == ":") return false;
      if (IsTerminal(token)) return true;
    }
    return true;
  }

  // iPhone, al-Assad
  bool HasInnerCapital(const Token& token) const { return Fold(Form(token)) != Form(token); }

  // After an abbreviation a sentence begins only with a word that would have no capital otherwise.
  bool BeginsAfterStop(uint32_t at) const {
    const Token& token = tokens_[at];
    // "the U.S. Defense Secretary": a title goes on.
    const bool is_title =
        at + 1 < tokens_.size() && tokens_[at + 1].is_word && tokens_[at + 1].is_capitalized &&
        !vocabulary_.Is("determiner", token.lower) && !vocabulary_.Is("preposition", token.lower) &&
        !vocabulary_.Is("conjunction", token.lower);
    return token.is_word && token.is_capitalized && vocabulary_.IsCommon(token.lower) &&
           !vocabulary_.IsDayOrMonth(token.lower) && !is_title;
  }

  absl::string_view Form(const Token& token) const {
    return text_.substr(token.bytes.begin, token.bytes.end - token.bytes.begin);
  }

  absl::string_view text_;
  const Vocabulary& vocabulary_;
  const std::vector<Token>& tokens_;
};

}  // namespace

std::vector<ByteSpan> SplitParagraphs(absl::string_view text, uint32_t begin) {
  std::vector<ByteSpan> paragraphs;
  ByteSpan line{begin, begin};
  bool is_empty = true;
  const auto close = [&] {
    if (!is_empty) paragraphs.push_back(line);
    is_empty = true;
  };
  for (size_t at = begin; at < text.size();) {
    const auto start = static_cast<uint32_t>(at);
    const char32_t c = NextCodePoint(text, at);
    if (IsLineBreak(c)) {
      close();
    } else if (!IsBlank(c) && c != 0xFEFF) {
      if (is_empty) line.begin = start;
      is_empty = false;
      line.end = static_cast<uint32_t>(at);
    }
  }
  close();
  return paragraphs;
}

void AppendSentences(absl::string_view text, const Vocabulary& vocabulary,
                     const std::vector<Token>& tokens, uint32_t first, uint32_t paragraph,
                     std::vector<Sentence>& sentences) {
  const Splitter splitter(text, vocabulary, tokens);
  const bool is_heading = first < tokens.size() && splitter.IsHeading(first);
  while (first < tokens.size()) {
    const uint32_t end = splitter.EndOfSentence(first);
    Sentence& sentence = sentences.emplace_back();
    sentence.bytes = {tokens[first].bytes.begin, tokens[end - 1].bytes.end};
    sentence.first_token = first;
    sentence.token_count = end - first;
    sentence.paragraph = paragraph;
    sentence.is_heading = is_heading;
    first = end;
  }
}

}  // namespace norn::ingest
