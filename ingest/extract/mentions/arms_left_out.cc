#include "ingest/extract/mentions/arms_left_out.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace norn::ingest {
namespace {

// How many sentences back the arms may have been named.
constexpr uint32_t kReach = 2;

}  // namespace

void ArmsLeftOut::Read(const Sentence& sentence, std::vector<Mention>& mentions) {
  ++sentences_since_;
  const uint32_t begin = sentence.first_token;
  const uint32_t end = begin + sentence.token_count;
  auto next = mentions.begin();
  std::vector<Mention> all;
  for (uint32_t at = begin; at < end; ++at) {
    while (next != mentions.end() && next->phrase_begin <= at) {
      if (next->kind == Mention::Kind::kWeapon && next->entities.size() == 1) {
        weapon_ = next->entities[0];
        sentences_since_ = 0;
      }
      all.push_back(*next++);
    }
    if (!weapon_ || sentences_since_ > kReach) continue;
    if (!all.empty() && at < all.back().end_token()) continue;
    if (next != mentions.end() && next->phrase_begin <= at + 1) continue;
    if (!StandsForArms(at, sentence)) continue;
    Mention& arms = all.emplace_back();
    arms.kind = Mention::Kind::kWeapon;
    arms.first_token = arms.phrase_begin = at;
    arms.token_count = 1;
    arms.entities = {*weapon_};
    arms.via = Mention::Via::kContext;
  }
  all.insert(all.end(), next, mentions.end());
  // Lists point at mentions by their place.
  if (all.size() == mentions.size()) return;
  for (Mention& mention : all) {
    if (mention.list_previous < 0) continue;
    const uint32_t token = mentions[mention.list_previous].first_token;
    const auto moved = std::find_if(all.begin(), all.end(), [&](const Mention& other) {
      return other.first_token == token && other.via != Mention::Via::kContext;
    });
    mention.list_previous = static_cast<int32_t>(moved - all.begin());
  }
  mentions = std::move(all);
}

bool ArmsLeftOut::IsNumber(uint32_t at) const {
  const Token& token = text_.tokens[at];
  return token.upos == "NUM" || grammar_.FindNumberWord(token.lower) != nullptr ||
         grammar_.Is("arms_left_out", token.lower);
}

// "fjorten", "de første fire", "sixteen of them": the head of a phrase that has no noun.
bool ArmsLeftOut::StandsForArms(uint32_t at, const Sentence& sentence) const {
  if (!IsNumber(at)) return false;
  const Token& token = text_.tokens[at];
  const uint32_t end = sentence.first_token + sentence.token_count;
  // A number in front of what is counted, or of another number, heads nothing.
  if (at + 1 < end) {
    const Token& behind = text_.tokens[at + 1];
    if (behind.upos == "NOUN" || behind.upos == "PROPN" || behind.upos == "ADJ") return false;
    if (IsNumber(at + 1)) return false;
  }
  const bool is_argument =
      token.deprel == "obj" || absl::StartsWith(token.deprel, "nsubj") || token.deprel == "iobj";
  return is_argument && token.head >= 0 &&
         TellsOfTransfer(static_cast<uint32_t>(token.head), sentence);
}

bool ArmsLeftOut::TellsOfTransfer(uint32_t verb, const Sentence& sentence) const {
  const uint32_t begin = sentence.first_token;
  const uint32_t end = begin + sentence.token_count;
  if (verb < begin || verb >= end) return false;
  // Of "ble levert" the phrase begins at the auxiliary.
  for (uint32_t at = verb > begin + 2 ? verb - 2 : begin; at <= verb; ++at) {
    for (const auto& match : grammar_.triggers().At(text_.tokens, at, end)) {
      const bool covers = at + match.length > verb;
      const auto& type = match.value->trigger->type();
      if (covers && grammar_.events().Of(type).family() == EventType::TRANSFER) return true;
    }
  }
  return false;
}

}  // namespace norn::ingest
