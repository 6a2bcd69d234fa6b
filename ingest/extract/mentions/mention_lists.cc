#include "ingest/extract/mentions/mention_lists.h"

namespace norn::ingest {
namespace {

// "Berg och hennes franske kollega Dahl": the tree joins what words between keep apart.
void LinkByTree(const AnnotatedText& text, uint32_t i, std::vector<Mention>& mentions) {
  const Mention& mention = mentions[i];
  const Token& first = text.tokens[mention.first_token];
  if (mention.kind != Mention::Kind::kName || mention.is_genitive || first.deprel != "conj") return;
  for (uint32_t k = i; k-- > 0;) {
    const Mention& before = mentions[k];
    if (before.kind == Mention::Kind::kAdjective || before.is_genitive) continue;
    const bool is_joined = first.head >= static_cast<int32_t>(before.phrase_begin) &&
                           first.head < static_cast<int32_t>(before.end_token());
    const bool is_same_kind =
        before.kind == Mention::Kind::kName || before.kind == Mention::Kind::kDescription;
    if (is_joined && is_same_kind) mentions[i].list_previous = static_cast<int32_t>(k);
    return;
  }
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
    if (mentions[i].list_previous < 0) LinkByTree(text, i, mentions);
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
