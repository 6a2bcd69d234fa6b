#include "ingest/extract/rules/subjects.h"

#include <vector>

#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/rules/prepositions.h"

namespace norn::ingest {
namespace {

bool MayBeSubject(const TriggerFrame& frame, uint32_t index) {
  const Mention& mention = frame.mentions[index];
  if (mention.kind == Mention::Kind::kPlace || mention.kind == Mention::Kind::kWeapon ||
      mention.is_excluded) {
    return false;
  }
  if (mention.kind == Mention::Kind::kAdjective) {
    return frame.context.Is("decision_noun", mention.end_token());
  }
  if (mention.is_genitive) return frame.context.Is("decision_noun", mention.end_token());
  return PrepositionOf(frame.context, index) < 0;
}

// "… møtte Dahl Koval": right behind a finite verb.
std::optional<uint32_t> InvertedSubject(const TriggerFrame& frame) {
  const WordForm form = frame.match.form.form;
  if (form != WordForm::kPast && form != WordForm::kPresent) return std::nullopt;
  // A clause with its subject in front of the verb has no inverted one; one that begins with
  // the verb or with something else than a mention may have.
  for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
    if (frame.mentions[i].phrase_begin == frame.after() && frame.InClause(frame.after()) &&
        MayBeSubject(frame, i))
      return i;
  }
  return std::nullopt;
}

std::optional<uint32_t> Antecedent(const TriggerFrame& frame, const Clause& clause) {
  std::optional<uint32_t> last;
  for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
    const Mention& mention = frame.mentions[i];
    if (mention.end_token() <= clause.introducer && clause.introducer - mention.end_token() <= 1 &&
        mention.kind != Mention::Kind::kAdjective && !mention.is_genitive) {
      last = i;
    }
  }
  return last;
}

}  // namespace

std::optional<uint32_t> SubjectLeftOf(const TriggerFrame& frame, uint32_t token, int32_t clause) {
  for (size_t i = frame.mentions.size(); i-- > 0;) {
    const Mention& mention = frame.mentions[i];
    if (mention.end_token() > token) continue;
    if (frame.context.clauses.ClauseOf(mention.first_token) != clause) continue;
    const std::vector<uint32_t> list = WholeList(frame.mentions, i);
    if (MayBeSubject(frame, list.front()) && frame.mentions[list.front()].end_token() <= token) {
      return list.front();
    }
  }
  return std::nullopt;
}

std::optional<uint32_t> FindSubject(const TriggerFrame& frame) {
  if (const Slot slot = frame.tree.SubjectOf(frame.match.token); slot.is_decided) {
    if (!slot.mention) return std::nullopt;
    const Mention::Kind kind = frame.mentions[*slot.mention].kind;
    if (kind == Mention::Kind::kWeapon) return frame.tree.OwnerOf(*slot.mention);
    return kind == Mention::Kind::kPlace ? std::nullopt : slot.mention;
  }
  if (const auto found = SubjectLeftOf(frame, frame.match.token, frame.clause)) return found;
  // "… og møtte Koval" goes on with its subject: what stands behind the verb is the object.
  const bool goes_on = frame.context.clauses.clause(frame.clause).kind == Clause::Kind::kCoordinate;
  if (const auto found = goes_on ? std::nullopt : InvertedSubject(frame)) return found;
  int32_t at = frame.clause;
  while (true) {
    const Clause& clause = frame.context.clauses.clause(at);
    if (clause.kind == Clause::Kind::kRelative) return Antecedent(frame, clause);
    if (clause.kind != Clause::Kind::kCoordinate || clause.parent < 0) return std::nullopt;
    if (const auto found = SubjectLeftOf(frame, clause.introducer, clause.parent)) return found;
    at = clause.parent;
  }
}

}  // namespace norn::ingest
