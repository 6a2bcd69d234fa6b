// Who and what a sentence speaks of, as extraction sees it: noun phrases that stand for entities.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MENTION_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MENTION_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/lexicon/lexicon.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct Mention {
  enum class Kind : uint8_t {
    kName,         // Jens Stoltenberg, Norge, NATO
    kGroup,        // norske tjenestemenn, representanter fra Norge: the state acts
    kDescription,  // den norske statsministeren, Norges statsminister
    kPronoun,      // han, sistnevnte, de to presidentene
    kAdjective,    // norsk, in front of a noun: a state in the background
    kPlace,        // Oslo, where it is a place
    kWeapon,
    kNoun,  // soldater, et raffineri, delegasjonen: a phrase without a name, title or group's noun
  };
  // How the words lead to whom they mean.
  enum class Via : uint8_t {
    kNone,         // nobody that could be told
    kNamed,        // Jens Dahl, Nordland
    kHolder,       // presidenten: who holds the office
    kOffice,       // Nordlands president, where nobody is known to hold it: the state
    kAdjective,    // nordlandske soldater
    kGenitive,     // Nordlands hær
    kComplement,   // hæren til Nordland, et raffineri i Nordland
    kPlace,        // raffineriet i Dalby: the state that the town lies in
    kInhabitants,  // nordlendingene
    kCountry,      // landet
    kPronoun,      // han
    kPlural,       // de to, partene
    kSpeaker,      // jeg, vi, in a quote
    kContext,      // selskapet, soldatene: taken up from before
  };
  Kind kind = Kind::kName;
  // The words that name it: tokens [first_token, first_token + token_count).
  uint32_t first_token = 0;
  uint32_t token_count = 0;
  // Where its noun phrase begins: with the article, the adjectives and the title in front of it.
  uint32_t phrase_begin = 0;
  // Indexes into the article's entities; several for "de to presidentene"; none: not resolved.
  std::vector<uint32_t> entities;
  // The state or organisation whose office a description names.
  std::optional<uint32_t> owner;
  bool is_genitive = false;
  // "ikke X, men Y", "Foto: X": X is no part of what is told.
  bool is_excluded = false;
  // "utsendingen, Jens Dahl": the name beside it says whom it means.
  bool is_apposed = false;
  const Pronoun* pronoun = nullptr;
  // The phrase's syntactic head: "raffineri" of "et stort raffineri i Dalby".
  uint32_t head_token = 0;
  bool is_definite = false;
  bool is_plural = false;
  Via via = Via::kNone;
  double certainty = 0;  // 0 to 1, that `entities` are whom it means
  // The state behind it, as an index into the article's entities: of a place, of a person's office,
  // of whoever acts for it.
  std::optional<uint32_t> state;
  // The sentence's mention before this one in the same list ("Dahl, Berg og Lund"); -1: none.
  int32_t list_previous = -1;

  uint32_t end_token() const { return first_token + token_count; }
};

inline Mention MakeMention(Mention::Kind kind, uint32_t first_token, uint32_t token_count,
                           uint32_t phrase_begin) {
  Mention mention;
  mention.kind = kind;
  mention.first_token = first_token;
  mention.token_count = token_count;
  mention.phrase_begin = phrase_begin;
  return mention;
}

// An article's entities and mentions, and who holds which office by its words.
struct MentionedEntities {
  std::vector<proto::Entity> entities;
  // By entity: newspapers, agencies and platforms, which report and hardly ever act.
  std::vector<bool> is_media;
  // By entity: the state that a place lies in or an actor belongs to, as an index into entities;
  // -1: none known.
  std::vector<int32_t> country;
  std::vector<std::vector<Mention>> mentions;  // a list for each sentence, in order, no overlaps
  // By sentence, in the order of their heads: everything that may fill a role. The mentions, with
  // whom they most likely mean, and the noun phrases without a name.
  std::vector<std::vector<Mention>> candidates;
  std::vector<proto::OfficeClaim> offices;
  // Entities that the text gives with somebody's title, if nowhere else.
  std::set<uint32_t> told;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MENTION_H_
