// Articles with annotated events: who is named, what happened, and in each sentence that tells of
// it the evoking words and what fills which role. What the scorers of reading are trained on and
// measured with.
//
//   auto articles = ReadEventCorpus("wire.txt");
//   for (const CorpusArticle& article : *articles)
//     for (const CorpusMention& mention : article.mentions) Use(mention);
//
// The format, line by line: `@@ NUMBER LANGUAGE PUBLISHED ORIGIN`, the text, `--`, then rows:
//   A id | person, state, organization | spelling; spelling           an actor ("id?": optional)
//   W id | spelling; spelling                                         a weapon system
//   E id | type | status | date; date | field=value …                 an event
//   M event | trigger words | role=words; …   and below it   > quote  one sentence that tells of it
//   O person | title | of                                             an office
//   T … | why                                                         what must not be found
#ifndef NORN_TOOLS_TRAIN_EVENT_CORPUS_H_
#define NORN_TOOLS_TRAIN_EVENT_CORPUS_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::train {

struct CorpusActor {
  std::string id;
  std::string kind;  // person, state, organization; weapon for `W` rows
  bool is_optional = false;
  std::vector<std::string> names;  // the fullest first
};

struct CorpusEvent {
  std::string id;
  std::string type;
  std::string status;
  bool is_optional = false;
  std::vector<std::string> dates;  // accepted, the best first; none: the text gives none
  // Role to actors' ids: participant, supplier, recipient, attacker, target; weapon.
  std::map<std::string, std::vector<std::string>> roles;
  // Actors without whom the event is not found; where none is marked, any will do.
  std::set<std::string> core;
  std::set<std::string> accepted_types;     // with its own
  std::set<std::string> accepted_statuses;  // with its own
};

// What fills a role in one sentence.
struct CorpusFiller {
  std::string
      role;  // participant, supplier, recipient, attacker, target, weapon, place, time, source
  std::string actor;  // whom the words mean; empty: not an actor, or several of the event's
  std::string words;  // as they stand in the sentence
};

struct CorpusMention {
  size_t event = 0;     // index into the article's events
  std::string trigger;  // words of the quote, which may stand apart
  std::vector<CorpusFiller> fillers;
  // The quote's bytes in the text.
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct CorpusArticle {
  int number = 0;
  std::string language;
  std::string published;  // ISO date
  std::string origin;     // own, wire, or the source's short name
  std::string text;
  std::vector<CorpusActor> actors;  // weapons among them
  std::vector<CorpusEvent> events;
  std::vector<CorpusMention> mentions;

  // Null: no such actor.
  const CorpusActor* FindActor(absl::string_view id) const;
};

// The articles of a file's content. kInvalidArgument names the line that is not understood; rows of
// kinds O and T are passed over.
absl::StatusOr<std::vector<CorpusArticle>> ParseEventCorpus(absl::string_view content);

// Of a file. kNotFound, or as ParseEventCorpus with the file's name in front.
absl::StatusOr<std::vector<CorpusArticle>> ReadEventCorpus(const std::string& path);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_EVENT_CORPUS_H_
