#include "ingest/analysis/teasers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr size_t kMaxLabelWords = 5;
constexpr size_t kMaxTeaserWords = 16;
constexpr size_t kMaxTeasers = 8;  // behind one label

enum class Line : unsigned char {
  kText,
  kFurniture,
  kLabelAlone,  // of teasers that follow
};

bool IsWordPart(char32_t c) { return IsLetter(c) || IsDigit(c) || IsHyphen(c); }

// The first word of `line` from byte `at` on; empty: there is none.
ByteSpan NextWord(absl::string_view line, size_t at) {
  ByteSpan word;
  for (bool inside = false; at < line.size();) {
    const auto start = static_cast<uint32_t>(at);
    const bool is_part = IsWordPart(NextCodePoint(line, at));
    if (inside && !is_part) break;
    if (is_part && !inside) word.begin = start;
    inside = is_part;
    if (inside) word.end = static_cast<uint32_t>(at);
  }
  return word;
}

// Whether nothing but punctuation stands behind byte `at`.
bool IsEnd(absl::string_view line, size_t at) { return !HasLetterOrDigit(line.substr(at)); }

struct Label {
  size_t end = 0;  // the byte behind it
  size_t words = 0;
};

// The longest label that the line begins with.
Label FindLabel(absl::string_view line, absl::string_view word_class,
                const Vocabulary& vocabulary) {
  Label found;
  ByteSpan word = NextWord(line, 0);
  const uint32_t begin = word.begin;
  for (size_t count = 1; count <= kMaxLabelWords && word.end > word.begin; ++count) {
    if (vocabulary.Is(word_class, Fold(line.substr(begin, word.end - begin)))) {
      found = {word.end, count};
    }
    word = NextWord(line, word.end);
  }
  return found;
}

// What is written like other words is a label only if it stands for itself.
bool IsSetApart(absl::string_view line, size_t end) {
  const absl::string_view rest = absl::StripLeadingAsciiWhitespace(line.substr(end));
  return absl::StartsWith(rest, ":") || absl::StartsWith(rest, "|") || IsEnd(line, end) ||
         IsAllUpper(line.substr(0, end));
}

Line KindOf(absl::string_view line, const Vocabulary& vocabulary) {
  const Label teaser = FindLabel(line, "teaser_label", vocabulary);
  if (teaser.words > 0) {
    if (IsEnd(line, teaser.end)) return Line::kLabelAlone;
    if (IsSetApart(line, teaser.end)) return Line::kFurniture;
  }
  const Label page = FindLabel(line, "page_label", vocabulary);
  const bool is_label = page.words > 1 || (page.words == 1 && IsSetApart(line, page.end));
  return is_label ? Line::kFurniture : Line::kText;
}

// A heading, as teasers are: few words without a full stop.
bool IsTeaser(absl::string_view line) {
  const auto blanks = static_cast<size_t>(std::count(line.begin(), line.end(), ' '));
  return blanks < kMaxTeaserWords && !absl::EndsWith(line, ".") && !absl::EndsWith(line, "!") &&
         !absl::EndsWith(line, ":") && !absl::EndsWith(line, "…");
}

}  // namespace

void DropTeasers(absl::string_view text, const Vocabulary& vocabulary,
                 std::vector<ByteSpan>& paragraphs) {
  size_t teasers_left = 0;
  std::erase_if(paragraphs, [&](const ByteSpan& span) {
    const absl::string_view line = text.substr(span.begin, span.end - span.begin);
    const Line kind = KindOf(line, vocabulary);
    if (kind == Line::kText && teasers_left > 0 && IsTeaser(line)) {
      --teasers_left;
      return true;
    }
    teasers_left = kind == Line::kLabelAlone ? kMaxTeasers : 0;
    return kind != Line::kText;
  });
}

}  // namespace norn::ingest
