#include "ingest/analysis/names/name_context.h"

#include "absl/strings/match.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr size_t kMaxCompound = 100;  // longer words are no names
constexpr uint32_t kMinTitleCaseWords = 4;

}  // namespace

NameContext::NameContext(const Gazetteer& gazetteer, const AnnotatedText& text)
    : text_(text), is_start_(text.tokens.size(), false) {
  for (const Sentence& sentence : text.sentences) {
    MarkStarts(sentence);
    Collect(sentence);
    const uint32_t end = sentence.first_token + sentence.token_count;
    for (uint32_t at = sentence.first_token; at < end; ++at) {
      GazetteerMatch match = gazetteer.Match(text, at, end);
      if (match.length > 0) matches_.emplace(at, std::move(match));
    }
  }
}

void NameContext::MarkStarts(const Sentence& sentence) {
  bool is_start = true;
  for (uint32_t i = 0; i < sentence.token_count; ++i) {
    const Token& token = text_.tokens[sentence.first_token + i];
    if (token.is_word) {
      is_start_[sentence.first_token + i] = is_start;
      is_start = false;
    } else if (token.lower == "\"" || token.lower == "'") {
      // A quote that closes stands at its word, and so opens nothing.
      is_start |= token.space_before || i == 0;
    } else {
      is_start |= token.lower == "–" || token.lower == ":" || token.lower == "•";
    }
  }
}

void NameContext::Collect(const Sentence& sentence) {
  if (IsTitleCase(sentence)) return;
  for (uint32_t i = 0; i < sentence.token_count; ++i) {
    const uint32_t at = sentence.first_token + i;
    const Token& token = text_.tokens[at];
    if (!token.is_word || is_start_[at]) continue;
    if (!IsCapital(at)) {
      lower_.insert(token.lower);
      continue;
    }
    const absl::string_view form = text_.Form(token);
    const uint32_t front = CompoundFront(form);
    const size_t name = front > 0 ? front : form.size() - PlainGenitive(form);
    names_.insert(Fold(form.substr(0, name)));
  }
}

bool NameContext::IsCapital(uint32_t token) const {
  if (!text_.tokens[token].is_word) return false;
  if (text_.tokens[token].is_capitalized) return true;
  constexpr size_t kLongestFront = 4;
  const absl::string_view form = text_.Form(text_.tokens[token]);
  if (!StartsLower(form)) return false;
  for (size_t at = 0; at < form.size() && at < kLongestFront;) {
    const char32_t c = NextCodePoint(form, at);
    if (IsHyphen(c) || IsSingleQuote(c)) return StartsUpper(form.substr(at));
  }
  return false;
}

bool NameContext::IsTitleCase(const Sentence& sentence) const {
  if (!sentence.is_heading) return false;
  uint32_t words = 0;
  uint32_t capitals = 0;
  for (const Token& token : text_.TokensOf(sentence)) {
    if (!token.is_word || !HasLetter(token.lower)) continue;
    ++words;
    capitals += token.is_capitalized ? 1 : 0;
  }
  return words >= kMinTitleCaseWords && capitals * 10 >= words * 7;
}

const GazetteerMatch* NameContext::MatchAt(uint32_t token) const {
  const auto found = matches_.find(token);
  return found == matches_.end() ? nullptr : &found->second;
}

uint32_t CompoundFront(absl::string_view form) {
  const size_t hyphen = form.rfind('-');
  if (hyphen == absl::string_view::npos || hyphen < 1 || form.size() > kMaxCompound) return 0;
  return StartsLower(form.substr(hyphen + 1)) ? static_cast<uint32_t>(hyphen) : 0;
}

uint32_t PlainGenitive(absl::string_view form) {
  for (const absl::string_view ending : {"'s", "’s", ":s", "'S", "’S", "'", "’"}) {
    if (form.size() > ending.size() && absl::EndsWith(form, ending)) {
      return static_cast<uint32_t>(ending.size());
    }
  }
  return 0;
}

}  // namespace norn::ingest
