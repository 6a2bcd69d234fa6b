// For tests: a sentence with a given tree and given mentions, and its first trigger by the lexicon.
//
//   GivenSentence sentence("Dahl Dahl PROPN _ 2 nsubj\n"
//                          "møtte møte VERB _ 0 root\n"
//                          "Berg Berg PROPN _ 2 obj\n",
//                          {Person(0), Person(2)});
//   FindSubject(sentence.frame());
#ifndef NORN_INGEST_EXTRACT_RULES_GIVEN_SENTENCE_H_
#define NORN_INGEST_EXTRACT_RULES_GIVEN_SENTENCE_H_

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/extract/rules/trigger_frame.h"
#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {

struct GivenMention {
  Mention mention;
  proto::Entity::Kind kind;
};

// Of one word at `token`; the phrase begins `front` words before it.
inline GivenMention Given(Mention::Kind mention_kind, proto::Entity::Kind entity_kind,
                          uint32_t token, uint32_t front = 0) {
  GivenMention given = {MakeMention(mention_kind, token, 1, token - front), entity_kind};
  given.mention.head_token = token;
  return given;
}

inline GivenMention Person(uint32_t token, uint32_t front = 0) {
  return Given(Mention::Kind::kName, proto::Entity::PERSON, token, front);
}
inline GivenMention State(uint32_t token, uint32_t front = 0) {
  return Given(Mention::Kind::kName, proto::Entity::STATE, token, front);
}
inline GivenMention Town(uint32_t token) {
  return Given(Mention::Kind::kPlace, proto::Entity::PLACE, token);
}
inline GivenMention Adjective(uint32_t token) {
  return Given(Mention::Kind::kAdjective, proto::Entity::STATE, token);
}
inline GivenMention Arms(uint32_t token, uint32_t front = 0) {
  return Given(Mention::Kind::kWeapon, proto::Entity::WEAPON_SYSTEM, token, front);
}
inline GivenMention Genitive(GivenMention given) {
  given.mention.is_genitive = true;
  return given;
}

class GivenSentence {
 public:
  // `given` in the order of the text: each names an entity of its own, of the same index.
  GivenSentence(const std::string& rows, const std::vector<GivenMention>& given)
      : rows_(rows), grammar_(LexiconSet::BuiltIn().For("nb")) {
    for (const GivenMention& one : given) {
      mentions_.push_back(one.mention);
      mentions_.back().entities = {static_cast<uint32_t>(entities_.size())};
      entities_.emplace_back().set_kind(one.kind);
    }
    LinkLists(rows_.text(), grammar_, mentions_);
    const Sentence& sentence = rows_.text().sentences[0];
    context_.emplace(SentenceContext{rows_.text(),
                                     sentence,
                                     grammar_,
                                     entities_,
                                     mentions_,
                                     ClauseMap(rows_.text(), sentence, grammar_, mentions_),
                                     {}});
    matches_ = FindTriggers(*context_);
    if (!matches_.empty()) frame_.emplace(*context_, matches_[0]);
  }
  GivenSentence(const GivenSentence&) = delete;

  const SentenceContext& context() const { return *context_; }
  const std::vector<TriggerMatch>& triggers() const { return matches_; }
  // Of the first trigger, which there must be.
  const TriggerFrame& frame() const { return *frame_; }

 private:
  const RowsText rows_;
  const Grammar grammar_;
  std::vector<proto::Entity> entities_;
  std::vector<Mention> mentions_;
  std::optional<const SentenceContext> context_;
  std::vector<TriggerMatch> matches_;
  std::optional<const TriggerFrame> frame_;
};

// The trigger's first argument from where `from` says; a fault of the test where there is none.
inline const Argument& ArgumentFrom(const Trigger& trigger, Argument::From from) {
  for (const Argument& argument : trigger.argument()) {
    if (argument.from() == from) return argument;
  }
  ADD_FAILURE() << trigger.rule() << " has no such argument";
  return trigger.argument(0);
}

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_GIVEN_SENTENCE_H_
