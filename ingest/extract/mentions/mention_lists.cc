#include "ingest/extract/mentions/mention_lists.h"

#include <algorithm>
#include <optional>

namespace norn::ingest {
namespace {

constexpr uint32_t kMostBetween = 4;  // mentions

// "Berg och hennes franske kollega Dahl", "Berg från Norge och Dahl": the mention that the tree
// joins this one to, whatever stands between.
std::optional<uint32_t> JoinedByTree(const AnnotatedText& text, uint32_t i,
                                     const std::vector<Mention>& mentions) {
  const Mention& mention = mentions[i];
  const Token& first = text.tokens[mention.first_token];
  if (mention.kind != Mention::Kind::kName || mention.is_genitive || first.deprel != "conj") {
    return std::nullopt;
  }
  for (uint32_t k = i; k-- > 0 && i - k <= kMostBetween;) {
    const Mention& before = mentions[k];
    if (before.kind == Mention::Kind::kAdjective || before.is_genitive) continue;
    const bool is_joined = first.head >= static_cast<int32_t>(before.phrase_begin) &&
                           first.head < static_cast<int32_t>(before.end_token());
    if (!is_joined) continue;
    const bool is_same_kind =
        before.kind == Mention::Kind::kName || before.kind == Mention::Kind::kDescription;
    return is_same_kind ? std::make_optional(k) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

// "Dahl, Berg og Koval": only commas and conjunctions between two mentions.
void LinkLists(const AnnotatedText& text, const Grammar& grammar, std::vector<Mention>& mentions) {
  for (uint32_t i = 1; i < mentions.size(); ++i) {
    if (mentions[i].kind == Mention::Kind::kAdjective || mentions[i - 1].is_genitive) continue;
    if (mentions[i - 1].kind == Mention::Kind::kAdjective) continue;
    const uint32_t from = mentions[i - 1].end_token();
    const uint32_t to = mentions[i].phrase_begin;
    if (to <= from || to - from > 2) continue;
    bool linked = true;
    for (uint32_t at = from; at < to; ++at) {
      linked = linked && (text.tokens[at].lower == "," ||
                          grammar.Is("list_conjunction", text.tokens[at].lower));
    }
    // "luftvern av typen X": the system belongs to the word for arms in front of it.
    linked = linked || (to - from == 2 && grammar.Is("type_noun", text.tokens[to - 1].lower) &&
                        mentions[i].kind == Mention::Kind::kWeapon);
    if (linked) mentions[i].list_previous = static_cast<int32_t>(i) - 1;
  }
  for (uint32_t i = 1; i < mentions.size(); ++i) {
    const std::optional<uint32_t> joined = JoinedByTree(text, i, mentions);
    if (!joined) continue;
    const std::vector<uint32_t> list = WholeList(mentions, *joined);
    const bool is_known = std::find(list.begin(), list.end(), i) != list.end();
    if (!is_known && list.back() < i) mentions[i].list_previous = static_cast<int32_t>(list.back());
  }
}

std::vector<uint32_t> WholeList(const std::vector<Mention>& mentions, uint32_t index) {
  uint32_t head = index;
  while (mentions[head].list_previous >= 0) head = mentions[head].list_previous;
  std::vector<uint32_t> list = {head};
  for (uint32_t i = head + 1; i < mentions.size(); ++i) {
    if (mentions[i].list_previous == static_cast<int32_t>(list.back())) list.push_back(i);
  }
  return list;
}

}  // namespace norn::ingest
