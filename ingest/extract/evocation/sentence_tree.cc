#include "ingest/extract/evocation/sentence_tree.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {

SentenceTree::SentenceTree(const AnnotatedText& text, const Sentence& sentence)
    : text_(text), first_(sentence.first_token), children_(sentence.token_count) {
  for (uint32_t i = 0; i < sentence.token_count; ++i) {
    if (const auto head = HeadOf(first_ + i)) children_[*head - first_].push_back(first_ + i);
  }
}

std::optional<uint32_t> SentenceTree::HeadOf(uint32_t token) const {
  const int32_t head = text_.tokens[token].head;
  const auto end = static_cast<int64_t>(first_ + children_.size());
  if (head < static_cast<int64_t>(first_) || head >= end) return std::nullopt;
  if (static_cast<uint32_t>(head) == token) return std::nullopt;
  return static_cast<uint32_t>(head);
}

std::vector<uint32_t> SentenceTree::Ancestors(uint32_t token) const {
  std::vector<uint32_t> all = {token};
  for (auto head = HeadOf(token); head && all.size() < kMaxDepth; head = HeadOf(*head)) {
    all.push_back(*head);
  }
  return all;
}

std::string SentenceTree::Path(uint32_t from, uint32_t to, size_t limit) const {
  const std::vector<uint32_t> up = Ancestors(from);
  const std::vector<uint32_t> down = Ancestors(to);
  for (size_t i = 0; i < up.size() && i <= limit; ++i) {
    const auto meet = std::find(down.begin(), down.end(), up[i]);
    if (meet == down.end()) continue;
    const auto steps = static_cast<size_t>(meet - down.begin());
    if (i + steps > limit) return "";
    std::string path;
    for (size_t k = 0; k < i; ++k) absl::StrAppend(&path, "<", text_.tokens[up[k]].deprel);
    for (size_t k = steps; k > 0; --k)
      absl::StrAppend(&path, ">", text_.tokens[down[k - 1]].deprel);
    return path.empty() ? "." : path;
  }
  return "";
}

absl::string_view SentenceTree::MarkerOf(uint32_t token) const {
  for (const uint32_t child : ChildrenOf(token)) {
    const absl::string_view relation = text_.tokens[child].deprel;
    if (relation == "case" || relation == "mark") return text_.tokens[child].lower;
  }
  return "";
}

uint32_t SentenceTree::Top(uint32_t begin, uint32_t end) const {
  uint32_t top = begin;
  size_t depth = kMaxDepth + 1;
  for (uint32_t at = begin; at < end; ++at) {
    if (!text_.tokens[at].is_word) continue;
    const size_t its = Ancestors(at).size();
    if (its < depth) {
      depth = its;
      top = at;
    }
  }
  return top;
}

std::optional<uint32_t> SentenceTree::VerbAbove(uint32_t token) const {
  for (const uint32_t at : Ancestors(token)) {
    if (text_.tokens[at].upos == "VERB") return at;
  }
  return std::nullopt;
}

}  // namespace norn::ingest
