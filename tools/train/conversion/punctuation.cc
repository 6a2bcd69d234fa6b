#include "tools/train/conversion/punctuation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::train {
namespace {

// The mark that closes what this one opens; empty: it opens nothing.
absl::string_view ClosingOf(absl::string_view mark) {
  static constexpr absl::string_view kPairs[][2] = {
      {"(", ")"}, {"[", "]"}, {"{", "}"}, {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}};
  for (const auto& pair : kPairs) {
    if (mark == pair[0]) return pair[1];
  }
  return "";
}

class Punctuation {
 public:
  explicit Punctuation(std::vector<TreebankToken>& tokens)
      : tokens_(tokens), side_(tokens.size() + 1, Side::kNone) {}

  void Run() {
    for (int i = 1; i <= size(); ++i) {
      while (Head(i) > 0 && IsMark(Head(i)) && Head(Head(i)) > 0) At(i).head = Head(Head(i));
    }
    for (int i = 1; i <= size(); ++i) {
      if (side_[i] != Side::kClosing) AttachPair(i);
    }
    for (int i = 1; i <= size(); ++i) {
      if (IsMark(i) && side_[i] == Side::kNone && Head(i) > 0) Attach(i);
    }
  }

 private:
  enum class Side { kNone, kOpening, kClosing };  // of a pair

  int size() const { return static_cast<int>(tokens_.size()); }
  TreebankToken& At(int i) { return tokens_[i - 1]; }
  int Head(int i) { return At(i).head; }
  bool IsMark(int i) { return At(i).upos == "PUNCT"; }

  bool IsAbove(int high, int low) {
    while (low != 0 && low != high) low = Head(low);
    return low == high;
  }
  // First and last word under a word, itself included.
  int FirstUnder(int word) {
    int i = 1;
    while (!IsAbove(word, i)) ++i;
    return i;
  }
  int LastUnder(int word) {
    int i = size();
    while (!IsAbove(word, i)) --i;
    return i;
  }
  // Whether an arc goes over the word from a governor that does not stand above it.
  bool IsInGap(int word) {
    for (int i = 1; i <= size(); ++i) {
      const int head = Head(i);
      if (head == 0 || i == word || head == word || (i < word) == (head < word)) continue;
      if (!IsAbove(head, word)) return true;
    }
    return false;
  }
  bool IsProjective(int word) {
    const int head = Head(word);
    for (int i = std::min(word, head) + 1; i < std::max(word, head); ++i) {
      if (!IsAbove(head, i)) return false;
    }
    return true;
  }
  // Whether the mark crosses no arc if it hangs there.
  bool Fits(int mark, int head) {
    const int before = Head(mark);
    At(mark).head = head;
    const bool fits = IsProjective(mark) && (!IsInGap(mark) || IsInGap(head));
    At(mark).head = before;
    return fits;
  }

  void AttachPair(int opening) {
    const absl::string_view closes = ClosingOf(At(opening).form);
    if (closes.empty() || !IsMark(opening) || Head(opening) == 0) return;
    int closing = opening + 1;
    while (closing <= size() && At(closing).form != closes) ++closing;
    if (closing > size() || Head(closing) == 0) return;
    std::vector<int> heads;  // the words within that hang on one outside
    for (int i = opening + 1; i < closing; ++i) {
      if (!IsMark(i) && (Head(i) < opening || Head(i) > closing)) heads.push_back(i);
    }
    if (heads.empty()) return;
    side_[opening] = Side::kOpening;
    side_[closing] = Side::kClosing;
    At(opening).head = heads.front();
    At(closing).head = heads.back();
    // "the (lack of) sleep": the word beside the mark, if the phrase goes on outside.
    for (int i = opening + 1; i < closing && !Fits(opening, Head(opening)); ++i) {
      if (!IsMark(i)) At(opening).head = i;
    }
    for (int i = closing - 1; i > opening && !Fits(closing, Head(closing)); --i) {
      if (!IsMark(i)) At(closing).head = i;
    }
  }

  // The words beside the mark, from the nearest up to the highest that has all words under it on
  // one side.
  std::vector<int> PathFrom(int mark, int step) {
    const Side border = step < 0 ? Side::kOpening : Side::kClosing;
    int at = mark + step;
    while (at > 0 && at <= size() && IsMark(at)) {
      if (side_[at] == border) return {};
      at += step;
    }
    std::vector<int> path;
    while (at > 0 && at <= size()) {
      if (Fits(mark, at)) path.push_back(at);
      const int next = Head(at);
      const bool goes_across = step < 0 ? LastUnder(at) > mark : FirstUnder(at) < mark;
      if (next == 0 || (next - mark) * step < 0 || goes_across) break;
      at = next;
    }
    return path;
  }

  // A mark at one end of a phrase that has another at its other end.
  bool IsOneOfTwo(int mark) {
    const int head = Head(mark);
    const int first = FirstUnder(head);
    const int last = LastUnder(head);
    if (mark != first && mark != last) return false;
    for (int i = first; i <= last; ++i) {
      if (!IsAbove(head, i)) return false;
    }
    return IsMark(first) && IsMark(last) && first != last && Head(first) == head &&
           Head(last) == head;
  }

  void Attach(int mark) {
    const std::string& form = At(mark).form;
    if (form == "." && Head(mark) == mark - 1) return;  // of an abbreviation
    if (IsOneOfTwo(mark)) return;
    std::vector<int> left = PathFrom(mark, -1);
    std::vector<int> right;
    const bool ends_sentence = form == "." || form == "?" || form == "!";
    if (!ends_sentence) right = PathFrom(mark, 1);
    if (left.empty() && right.empty()) return;
    // The lower one of the two.
    int best = left.empty() ? right.back() : left.back();
    std::vector<int> allowed = left;
    if (!left.empty() && !right.empty() && IsAbove(left.back(), right.back())) {
      best = right.back();
      allowed = right;
    } else if (left.empty() || right.empty() || !IsAbove(right.back(), left.back())) {
      allowed.insert(allowed.end(), right.begin(), right.end());
    }
    if (std::find(allowed.begin(), allowed.end(), Head(mark)) == allowed.end()) {
      At(mark).head = best;
    }
  }

  std::vector<TreebankToken>& tokens_;
  std::vector<Side> side_;
};

}  // namespace

void AttachPunctuation(TreebankSentence& sentence) {
  if (sentence.has_tree()) Punctuation(sentence.tokens).Run();
}

}  // namespace norn::train
