// Where a sentence's dependency tree (Universal Dependencies) puts what belongs to a verb or noun.
//
//   const Dependencies tree(context);
//   Slot subject = tree.SubjectOf(verb);      // also that of the verb above, in front of "og", …
//   if (subject.is_decided) Use(subject.mention);
#ifndef NORN_INGEST_EXTRACT_RULES_DEPENDENCIES_H_
#define NORN_INGEST_EXTRACT_RULES_DEPENDENCIES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// What the tree says of one place in a verb's frame.
struct Slot {
  // False: the tree does not know, and word order may be asked.
  bool is_decided = false;
  // Index into the sentence's mentions; none: the place is filled by what no mention stands for.
  std::optional<uint32_t> mention;
};

class Dependencies {
 public:
  // `context` outlives it.
  explicit Dependencies(const SentenceContext& context) : context_(context) {}

  // Whether the token is the head of a clause in the tree.
  bool IsVerb(uint32_t token) const;

  // The clause's subject, its own or shared; of a passive, whom it is done to.
  Slot SubjectOf(uint32_t verb) const;
  // To whom or what it is done: the object, or a passive's subject.
  Slot ObjectOf(uint32_t verb, bool is_passive) const;
  // Whose thing does it, where a weapon is the subject: "russiske droner angrep", "X' droner".
  std::optional<uint32_t> OwnerOf(uint32_t mention) const;

  // The head of the object's phrase, or that of a passive's subject.
  std::optional<uint32_t> ObjectTokenOf(uint32_t verb, bool is_passive) const;
  // Heads of phrases that hang on the token by a preposition: "mot" -> "landsbyer i X".
  std::vector<uint32_t> PhrasesOf(uint32_t head) const;
  // The last word of the preposition that the phrase's head has; -1: none.
  int64_t CaseOf(uint32_t head) const;
  // Whether the token is in the phrase of `head`, and in no clause of its own there.
  bool IsInPhraseOf(uint32_t at, uint32_t head) const;
  // Likewise, and nothing but a partitive ("av", "of") stands between: "de første av ti fly".
  bool IsPartOf(uint32_t at, uint32_t head) const;
  // Whether the mention hangs on another noun that stands between `from` and it: "angrep med støtte
  // fra X" is no attack from X.
  bool BelongsToNounBetween(uint32_t from, uint32_t mention) const;
  // Whether the verb tells of what has been.
  bool IsPast(uint32_t verb) const;
  // To whom the verb above promises what this one tells: "lovet X å sende".
  Slot PromisedTo(uint32_t verb) const;
  // The verb above a noun: "i en samtale ba X Y om" -> ba.
  std::optional<uint32_t> VerbAbove(uint32_t noun) const;

 private:
  const Token& token(uint32_t at) const { return context_.text.tokens[at]; }
  std::optional<uint32_t> HeadOf(uint32_t at) const;
  std::optional<uint32_t> DependentOf(uint32_t head, absl::string_view relation) const;
  std::optional<uint32_t> SubjectTokenOf(uint32_t verb, int depth) const;
  bool IsRelative(uint32_t at) const;
  bool HasPurposeMarker(uint32_t verb) const;
  // The noun that a relative clause's pronoun stands for, else the token itself.
  uint32_t Antecedent(uint32_t pronoun, uint32_t verb) const;
  Slot SlotOf(std::optional<uint32_t> at) const;
  std::optional<uint32_t> MentionAt(uint32_t at) const;

  const SentenceContext& context_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_DEPENDENCIES_H_
