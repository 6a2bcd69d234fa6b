// A trigger in its sentence, and what may fill the roles that its words open.
#ifndef NORN_INGEST_EXTRACT_RULES_TRIGGER_FRAME_H_
#define NORN_INGEST_EXTRACT_RULES_TRIGGER_FRAME_H_

#include <cstdint>
#include <vector>

#include "ingest/extract/rules/dependencies.h"
#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

struct TriggerFrame {
  // Both outlive it.
  TriggerFrame(const SentenceContext& context, const TriggerMatch& match)
      : context(context),
        mentions(context.mentions),
        match(match),
        tree(context),
        trigger(*match.form.trigger),
        clause(context.clauses.ClauseOf(match.token)) {}

  // The token behind the trigger.
  uint32_t after() const { return match.token + match.length; }
  bool InClause(uint32_t token) const { return context.clauses.ClauseOf(token) == clause; }
  const EventSchema& schema() const { return context.grammar.events(); }
  const Role& RoleOf(const Argument& argument) const {
    return schema().RoleOf(trigger.type(), argument.role());
  }

  // Whether the mention is of the kind that the argument's role is filled by.
  bool Fits(const Mention& mention, const Argument& argument) const;
  bool IsPerson(const Mention& mention) const { return IsOf(proto::Entity::PERSON, mention); }
  bool IsOf(proto::Entity::Kind kind, const Mention& mention) const;

  const SentenceContext& context;
  const std::vector<Mention>& mentions;
  const TriggerMatch& match;
  const Dependencies tree;
  const Trigger& trigger;
  const int32_t clause;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_TRIGGER_FRAME_H_
