// The lexicons, checked and merged by language. Read-only once made; many threads may ask.
//
//   const LexiconSet& lexicons = LexiconSet::BuiltIn();
//   for (const State& state : lexicons.For("nb").state()) Use(state.id(), state.name(0));
#ifndef NORN_INGEST_LEXICON_LEXICON_SET_H_
#define NORN_INGEST_LEXICON_LEXICON_SET_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

class LexiconSet {
 public:
  // The lexicons that were built into the program. They are checked by a test; damage is a fault
  // of ours and ends the program.
  static const LexiconSet& BuiltIn();

  // The built-in lexicons with entries of one language added, or joined to those of the same id:
  // for tests with actors of their own. `more` is not checked.
  static LexiconSet BuiltInWith(const Lexicon& more);

  // From Lexicon messages, in any order. kInvalidArgument names the entry for what CheckLexicons
  // refuses: a repeated id, an unknown office or state that is referred to, an empty word.
  static absl::StatusOr<LexiconSet> FromMessages(std::vector<Lexicon> parts);

  // All of one language's knowledge merged into one message (what is in `shared` and in its
  // folder, entries of one id joined, shared words first). Empty message for a language without a
  // folder.
  const Lexicon& For(absl::string_view language) const;

  // What the kinds of events are, the same in every language.
  const EventSchema& events() const { return events_; }

  // The languages that have a folder, sorted.
  std::vector<std::string> languages() const;

  // Hash of all of it: part of the extractor's version.
  const std::string& version() const { return version_; }

 private:
  std::map<std::string, Lexicon> by_language_;
  Lexicon empty_;
  EventSchema events_;
  std::string version_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_LEXICON_SET_H_
