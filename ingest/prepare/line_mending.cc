#include "ingest/prepare/line_mending.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// In characters. Text is not wrapped wider than the first, nor narrower than the second.
constexpr size_t kMaxWidth = 120;
constexpr size_t kMinWidth = 40;
// Headings end with a preposition too ("slår til"), but they are short.
constexpr size_t kLongestHeading = 40;
// So many full lines in a row are no chance.
constexpr size_t kFullLines = 3;
constexpr int kMaxNameWords = 4;
constexpr char32_t kSoftHyphen = 0xAD;

enum class Joint : unsigned char {
  kBreak,    // a paragraph ends
  kBlank,    // the sentence goes on
  kNothing,  // the word goes on; a hyphen at the line's end was the typesetter's
  kHyphen,   // the word goes on, and the hyphen is its own
};

char32_t FirstOf(absl::string_view text) {
  size_t at = 0;
  return text.empty() ? 0 : NextCodePoint(text, at);
}

char32_t LastOf(absl::string_view text) {
  size_t at = text.size();
  return text.empty() ? 0 : PreviousCodePoint(text, at);
}

bool IsHyphenAtEnd(char32_t c) { return IsHyphen(c) || c == kSoftHyphen; }

absl::string_view WithoutLast(absl::string_view text) {
  size_t at = text.size();
  if (!text.empty()) PreviousCodePoint(text, at);
  return text.substr(0, at);
}

// Without what is no letter or digit at its ends.
absl::string_view Bare(absl::string_view word) {
  const auto is_part = [](char32_t c) { return IsLetter(c) || IsDigit(c); };
  while (!word.empty() && !is_part(LastOf(word))) word = WithoutLast(word);
  for (size_t at = 0; !word.empty() && !is_part(FirstOf(word)); at = 0) {
    NextCodePoint(word, at);
    word.remove_prefix(at);
  }
  return word;
}

struct Line {
  ByteSpan bytes;  // without blanks at its ends; empty for a blank line
  size_t width = 0;
  absl::string_view first;  // words, with their punctuation
  absl::string_view second;
  absl::string_view last;
  absl::string_view text;

  bool IsBlank() const { return text.empty(); }
};

// The words at the front and the end of a line.
void FindWords(Line& line) {
  const absl::string_view text = line.text;
  const size_t first_end = std::min(text.find_first_of(" \t"), text.size());
  line.first = text.substr(0, first_end);
  const size_t second = text.find_first_not_of(" \t", first_end);
  if (second != absl::string_view::npos) {
    line.second = text.substr(second, text.find_first_of(" \t", second) - second);
  }
  const size_t before_last = text.find_last_of(" \t");
  line.last = before_last == absl::string_view::npos ? text : text.substr(before_last + 1);
}

std::vector<Line> SplitLines(absl::string_view text, uint32_t begin) {
  std::vector<Line> lines;
  Line line;
  bool is_empty = true;
  const auto close = [&] {
    if (!is_empty) {
      line.text = text.substr(line.bytes.begin, line.bytes.end - line.bytes.begin);
      line.width = base::CountCodePoints(line.text);
      FindWords(line);
    }
    lines.push_back(line);
    line = Line();
    is_empty = true;
  };
  for (size_t at = begin; at < text.size();) {
    const auto start = static_cast<uint32_t>(at);
    const char32_t c = NextCodePoint(text, at);
    // The second half of one break.
    if (c == '\n' && start > begin && text[start - 1] == '\r') continue;
    if (IsLineBreak(c)) {
      close();
    } else if (!IsBlank(c)) {
      if (is_empty) line.bytes.begin = start;
      is_empty = false;
      line.bytes.end = static_cast<uint32_t>(at);
    }
  }
  close();
  return lines;
}

bool EndsSentence(const Line& line) {
  absl::string_view text = line.text;
  while (!text.empty() && (IsDoubleQuote(LastOf(text)) || IsSingleQuote(LastOf(text)) ||
                           LastOf(text) == ')' || LastOf(text) == ']')) {
    text = WithoutLast(text);
  }
  const char32_t last = LastOf(text);
  return last == '.' || last == '!' || last == '?' || last == U'…' || last == ':';
}

bool IsAddress(absl::string_view word) {
  return absl::StrContains(word, "://") || absl::StartsWith(word, "www.") ||
         absl::StrContains(word, "@");
}

// "a)", "b.": an item of a list.
bool IsMark(absl::string_view word) {
  return word.size() == 2 && (word[1] == ')' || word[1] == '.');
}

// "– Han kom", "* ett": a paragraph of its own.
bool IsItem(const Line& line) {
  const char32_t first = FirstOf(line.text);
  return IsDash(first) || IsHyphen(first) || first == '*' || first == U'•' || first == '>';
}

// Whether the next line's first word would not have had room.
bool IsFull(const Line& line, const Line& next, size_t width) {
  if (width == 0 || IsItem(next)) return false;
  return line.width <= width && line.width + 1 + base::CountCodePoints(next.first) > width;
}

class Mender {
 public:
  Mender(absl::string_view text, uint32_t begin, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary), lines_(SplitLines(text, begin)) {
    joints_.resize(lines_.size(), Joint::kBreak);
  }

  std::string Run() {
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (HasNext(i)) joints_[i] = PlainJoint(lines_[i], lines_[i + 1]);
    }
    const size_t width = WrapWidth();
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (joints_[i] == Joint::kBreak && HasNext(i) &&
          (IsFull(lines_[i], lines_[i + 1], width) || IsCutInTwo(lines_[i], lines_[i + 1]))) {
        joints_[i] = Joint::kBlank;
      }
    }
    return Join();
  }

 private:
  bool HasNext(size_t i) const {
    return i + 1 < lines_.size() && !lines_[i].IsBlank() && !lines_[i + 1].IsBlank();
  }

  // Where the two lines alone leave no doubt.
  Joint PlainJoint(const Line& line, const Line& next) const {
    const char32_t first = FirstOf(next.text);
    const char32_t last = LastOf(line.text);
    const absl::string_view front = WithoutLast(line.last);
    if (IsHyphenAtEnd(last) && !front.empty() &&
        (IsLetter(LastOf(front)) || IsDigit(LastOf(front)))) {
      return HyphenJoint(front, next, last == kSoftHyphen);
    }
    if (!IsLower(first) || IsAddress(next.first) || IsMark(next.first)) return Joint::kBreak;
    return Joint::kBlank;
  }

  Joint HyphenJoint(absl::string_view front, const Line& next, bool is_soft) const {
    const absl::string_view back = Bare(next.first);
    if (back.empty()) return Joint::kBreak;
    if (is_soft) return Joint::kNothing;
    // "utenriks-⏎og forsvarsministeren"
    if (vocabulary_.Is("conjunction", Fold(back))) return Joint::kBlank;
    const bool is_own = !IsLower(FirstOf(back)) || IsAllUpper(Bare(front)) || !HasLetter(front) ||
                        absl::StrContains(text_, absl::StrCat(Bare(front), "-", back));
    return is_own ? Joint::kHyphen : Joint::kNothing;
  }

  // The width at which the text is wrapped; 0: it is not.
  size_t WrapWidth() const {
    size_t inner = 0;
    size_t full = 0;
    size_t cut = 0;
    size_t width_of_cut = 0;
    size_t widest = 0;
    for (const Line& line : lines_) widest = std::max(widest, line.width);
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!HasNext(i)) continue;
      ++inner;
      full += IsFull(lines_[i], lines_[i + 1], widest) ? 1 : 0;
      if (joints_[i] == Joint::kBreak) continue;
      ++cut;
      width_of_cut = std::max({width_of_cut, lines_[i].width, lines_[i + 1].width});
    }
    const bool fits = widest >= kMinWidth && widest <= kMaxWidth;
    if (fits && full >= kFullLines && full * 5 >= inner * 4) return widest;
    const bool fits_cut = width_of_cut >= kMinWidth && width_of_cut <= kMaxWidth;
    return cut > 0 && fits_cut ? width_of_cut : 0;
  }

  // Whether a phrase or a name goes on in the next line, which begins with a capital.
  bool IsCutInTwo(const Line& line, const Line& next) const {
    if (EndsSentence(line) || IsItem(next)) return false;
    const std::string last = Fold(Bare(line.last));
    const char32_t end = LastOf(line.text);
    if (end == ',' || end == ';') return line.width > kMinWidth / 2;
    if (Bare(line.last) != line.last && !IsDoubleQuote(FirstOf(line.last))) return false;
    if (line.width > kLongestHeading &&
        (vocabulary_.Is("preposition", last) || vocabulary_.Is("conjunction", last) ||
         vocabulary_.Is("determiner", last))) {
      return true;
    }
    return IsNameCut(line, next);
  }

  // "president Anna⏎Dahl träffade", "Anna Moe⏎Dahl".
  bool IsNameCut(const Line& line, const Line& next) const {
    const std::string first = Fold(Bare(next.first));
    const std::string last = Fold(Bare(line.last));
    if (!StartsUpper(next.first) || !StartsUpper(line.last) || vocabulary_.IsCommon(first)) {
      return false;
    }
    // A paragraph that begins with a whole name, or with one that the heading has.
    if (IsLongNameCut(line, next)) return true;
    const bool is_whole_name = vocabulary_.IsGivenName(first) && StartsUpper(next.second);
    if (is_whole_name || absl::StrContains(line.text, Bare(next.first))) return false;
    return vocabulary_.IsGivenName(last);
  }

  // Whether words around the break are one name of the lexicon's.
  bool IsLongNameCut(const Line& line, const Line& next) const {
    std::string front;
    size_t begin = line.text.size();
    for (int words = 0; words < kMaxNameWords - 1 && begin != absl::string_view::npos; ++words) {
      const size_t end = begin;
      begin = end == 0 ? absl::string_view::npos : line.text.find_last_of(" \t", end - 1);
      const size_t word = begin == absl::string_view::npos ? 0 : begin + 1;
      front = absl::StrCat(line.text.substr(word, end - word), front.empty() ? "" : " ", front);
      const std::string one = Fold(absl::StrCat(front, " ", Bare(next.first)));
      const std::string two = Fold(absl::StrCat(front, " ", next.first, " ", Bare(next.second)));
      for (const std::string& name : {one, two}) {
        if (vocabulary_.IsLongName(name) || IsGenitiveOfLongName(name)) return true;
      }
    }
    return false;
  }

  bool IsGenitiveOfLongName(absl::string_view name) const {
    for (const absl::string_view ending : {"'s", ":s", "s", "'"}) {
      if (absl::EndsWith(name, ending) &&
          vocabulary_.IsLongName(name.substr(0, name.size() - ending.size()))) {
        return true;
      }
    }
    return false;
  }

  std::string Join() const {
    std::string out;
    size_t copied = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (joints_[i] == Joint::kBreak) continue;
      size_t end = lines_[i].bytes.end;
      if (joints_[i] == Joint::kNothing) PreviousCodePoint(text_, end);
      absl::StrAppend(&out, text_.substr(copied, end - copied),
                      joints_[i] == Joint::kBlank ? " " : "");
      copied = lines_[i + 1].bytes.begin;
    }
    absl::StrAppend(&out, text_.substr(copied));
    return out;
  }

  absl::string_view text_;
  const Vocabulary& vocabulary_;
  std::vector<Line> lines_;
  std::vector<Joint> joints_;
};

}  // namespace

std::string MendLines(absl::string_view text, uint32_t begin, const Vocabulary& vocabulary) {
  return Mender(text, begin, vocabulary).Run();
}

}  // namespace norn::ingest
