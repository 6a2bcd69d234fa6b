#include "ingest/extract/rules/trigger_phrases.h"

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/rules/prepositions.h"

namespace norn::ingest {
namespace {

// How far a phrase may stand from its noun, in tokens.
constexpr uint32_t kNounReach = 10;

bool IsOneOf(const TriggerFrame& frame, const Argument& argument, int64_t preposition) {
  for (const std::string& words : argument.word()) {
    const std::vector<absl::string_view> parts = absl::StrSplit(words, ' ');
    bool all = true;
    for (size_t k = 0; k < parts.size() && all; ++k) {
      all =
          frame.context.Word(preposition - static_cast<int64_t>(parts.size() - 1 - k)) == parts[k];
    }
    if (all) return true;
  }
  return false;
}

// "skjøt raketter mot landsbyer i X": the preposition's noun is no mention, but has one in it.
std::optional<uint32_t> InPhraseOf(const TriggerFrame& frame, const Argument& argument) {
  if (!frame.RoleOf(argument).filled_by_property() && argument.filler() != Role::WEAPON)
    return std::nullopt;
  std::vector<uint32_t> phrases = frame.tree.PhrasesOf(frame.match.token);
  if (const auto object = frame.tree.ObjectTokenOf(frame.match.token, false)) {
    for (const uint32_t phrase : frame.tree.PhrasesOf(*object)) phrases.push_back(phrase);
  }
  for (const uint32_t phrase : phrases) {
    const int64_t preposition = frame.tree.CaseOf(phrase);
    if (preposition < static_cast<int64_t>(frame.after()) || !IsOneOf(frame, argument, preposition))
      continue;
    for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
      const Mention& mention = frame.mentions[i];
      if (mention.first_token > frame.match.token && frame.Fits(mention, argument) &&
          frame.tree.IsInPhraseOf(mention.end_token() - 1, phrase)) {
        return i;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> FindPrepositional(const TriggerFrame& frame, const Argument& argument) {
  const uint32_t reach = frame.trigger.kind() == Trigger::NOUN ? kNounReach : UINT32_MAX;
  for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
    const Mention& mention = frame.mentions[i];
    if (mention.phrase_begin < frame.after() || !frame.InClause(mention.first_token)) continue;
    const int64_t preposition = PrepositionOf(frame.context, i);
    if (preposition < static_cast<int64_t>(frame.after())) continue;
    if (preposition - static_cast<int64_t>(frame.after()) > reach) break;
    const bool is_doer = frame.RoleOf(argument).direction() == Role::FROM &&
                         frame.schema().Of(frame.trigger.type()).family() == EventType::ACT;
    const bool is_nouns_own = frame.trigger.kind() != Trigger::NOUN || !is_doer ||
                              !frame.tree.BelongsToNounBetween(frame.match.token, i);
    if (frame.Fits(mention, argument) && !mention.is_genitive && mention.list_previous < 0 &&
        is_nouns_own && IsOneOf(frame, argument, preposition)) {
      return i;
    }
  }
  return InPhraseOf(frame, argument);
}

std::optional<uint32_t> FindGenitive(const TriggerFrame& frame) {
  for (size_t i = frame.mentions.size(); i-- > 0;) {
    const Mention& mention = frame.mentions[i];
    if (mention.end_token() > frame.match.token) continue;
    if (frame.match.token - mention.end_token() > 2) break;
    if (mention.is_genitive && frame.InClause(mention.first_token)) return static_cast<uint32_t>(i);
  }
  return std::nullopt;
}

std::optional<uint32_t> FindAdjective(const TriggerFrame& frame) {
  for (size_t i = frame.mentions.size(); i-- > 0;) {
    const Mention& mention = frame.mentions[i];
    if (mention.end_token() > frame.match.token) continue;
    if (frame.match.token - mention.end_token() > 2) break;
    if (mention.kind == Mention::Kind::kAdjective) return static_cast<uint32_t>(i);
  }
  return std::nullopt;
}

std::optional<uint32_t> FindCompound(const TriggerFrame& frame) {
  for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
    const bool before =
        frame.mentions[i].end_token() == frame.match.token ||
        (frame.match.in_compound && frame.mentions[i].first_token == frame.match.token);
    if (before && frame.mentions[i].kind == Mention::Kind::kWeapon) return i;
  }
  return std::nullopt;
}

}  // namespace norn::ingest
