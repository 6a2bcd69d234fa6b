#include "ingest/extract/clauses.h"

#include <algorithm>
#include <optional>
#include <string>

namespace norn::ingest {
namespace {

// Walks over the sentence with the clause that is open.
class Cutter {
 public:
  Cutter(const AnnotatedText& text, const Sentence& sentence, const Grammar& grammar,
         const std::vector<Mention>& mentions)
      : text_(text),
        grammar_(grammar),
        mentions_(mentions),
        begin_(sentence.first_token),
        end_(sentence.first_token + sentence.token_count) {}

  void Run(std::vector<int32_t>& clause_of, std::vector<Clause>& clauses) {
    clauses.push_back({Clause::Kind::kMain, -1, begin_});
    for (uint32_t at = begin_; at < end_; ++at) {
      if (const std::optional<Clause> opened = OpenedAt(at, clauses)) {
        clauses.push_back(*opened);
        open_ = static_cast<int32_t>(clauses.size()) - 1;
      } else if (ClosesAt(at, clauses)) {
        open_ = std::max(clauses[open_].parent, 0);
      }
      clause_of.push_back(open_);
    }
  }

 private:
  const std::string& Word(uint32_t at) const {
    static const std::string kNone;
    return at < end_ ? text_.tokens[at].lower : kNone;
  }
  bool Is(absl::string_view word_class, uint32_t at) const {
    return at < end_ && grammar_.Is(word_class, Word(at));
  }

  std::optional<Clause> OpenedAt(uint32_t at, const std::vector<Clause>& clauses) const {
    if (at == begin_) return std::nullopt;
    const std::string& word = Word(at);
    // "hun snakket der med X": where, and no clause.
    const Token& token = text_.tokens[at];
    const bool is_adverb = token.upos == "ADV" && token.head == static_cast<int32_t>(at) - 1 &&
                           text_.tokens[at - 1].upos == "VERB";
    if (Is("subordinator", at) && !is_adverb && !IsPrepositionHere(at) && !IsInfinitiveHere(at)) {
      return Clause{KindOf(at), open_, at};
    }
    // "Etter å ha møtt X, …"
    if (Is("infinitive_marker", at) && Is("preposition", at - 1) && Is("auxiliary", at + 1)) {
      return Clause{Clause::Kind::kAdverbial, open_, at};
    }
    if (word == ";" || word == ":" || word == "-") return Clause{Clause::Kind::kMain, -1, at};
    const bool after_comma = Word(at - 1) == ",";
    if (after_comma && Is("reporting_verb", at)) return Clause{Clause::Kind::kMain, -1, at};
    if (Is("conjunction", at) && LooksFinite(at + 1)) {
      return Clause{Clause::Kind::kCoordinate, Enclosing(clauses), at};
    }
    if (Is("conjunction", at) && (after_comma || SubjectAndVerbAt(at + 1)) && !InList(at)) {
      return SubjectAndVerbAt(at + 1) || after_comma
                 ? std::make_optional(Clause{Clause::Kind::kMain, -1, at})
                 : std::nullopt;
    }
    return std::nullopt;
  }

  // A comma ends a relative or adverbial clause, unless it stands in a list.
  bool ClosesAt(uint32_t at, const std::vector<Clause>& clauses) const {
    const Clause& open = clauses[open_];
    return Word(at) == "," && open.kind != Clause::Kind::kMain && !InList(at) &&
           at > open.introducer + 1;
  }

  Clause::Kind KindOf(uint32_t at) const {
    if (Is("complementizer", at)) return Clause::Kind::kComplement;
    if (Is("relative", at)) return Clause::Kind::kRelative;
    return Clause::Kind::kAdverbial;
  }

  // A coordinated verb goes on with the clause that the last one stood in.
  int32_t Enclosing(const std::vector<Clause>& clauses) const {
    const Clause& open = clauses[open_];
    return open.kind == Clause::Kind::kCoordinate ? open.parent : open_;
  }

  // "siden 14. juni", "før møtet": the word governs a noun phrase, no clause.
  bool IsPrepositionHere(uint32_t at) const {
    if (!Is("preposition", at)) return false;
    for (uint32_t next = at + 1; next < std::min(end_, at + 5); ++next) {
      if (LooksFinite(next)) return false;
    }
    return true;
  }

  // Swedish "att", English "to": in front of an infinitive the word opens no clause.
  bool IsInfinitiveHere(uint32_t at) const {
    if (!Is("infinitive_marker", at)) return false;
    for (const Mention& mention : mentions_) {
      const bool thing = mention.kind == Mention::Kind::kWeapon;
      if (mention.phrase_begin == at + 1 && !mention.is_genitive && !thing) return false;
    }
    for (uint32_t next = at + 1; next < std::min(end_, at + 5); ++next) {
      if (LooksFinite(next)) return false;
    }
    return true;
  }

  bool LooksFinite(uint32_t at) const {
    if (at >= end_) return false;
    if (Is("auxiliary", at) || Is("modal", at) || Is("reporting_verb", at) || Is("verb", at)) {
      return true;
    }
    for (const auto& match : grammar_.triggers().At(text_.tokens, at, end_)) {
      if (match.value->form == WordForm::kPresent || match.value->form == WordForm::kPast) {
        return true;
      }
    }
    return false;
  }

  // A noun phrase that we know, with a verb right after it.
  bool SubjectAndVerbAt(uint32_t at) const {
    for (const Mention& mention : mentions_) {
      if (mention.phrase_begin == at && LooksFinite(mention.end_token())) return true;
    }
    return false;
  }

  // Between two mentions of one list.
  bool InList(uint32_t at) const {
    for (const Mention& mention : mentions_) {
      if (mention.list_previous < 0 || mention.first_token <= at) continue;
      if (mentions_[mention.list_previous].end_token() <= at) return true;
    }
    return false;
  }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const std::vector<Mention>& mentions_;
  const uint32_t begin_;
  const uint32_t end_;
  int32_t open_ = 0;
};

}  // namespace

ClauseMap::ClauseMap(const AnnotatedText& text, const Sentence& sentence, const Grammar& grammar,
                     const std::vector<Mention>& mentions)
    : first_token_(sentence.first_token) {
  Cutter(text, sentence, grammar, mentions).Run(clause_of_, clauses_);
}

bool ClauseMap::Governs(int32_t above, int32_t below) const {
  while (below != above) {
    const Clause& clause = clauses_[below];
    if (clause.kind != Clause::Kind::kComplement && clause.kind != Clause::Kind::kCoordinate) {
      return false;
    }
    below = clause.parent;
    if (below < 0) return false;
  }
  return true;
}

}  // namespace norn::ingest
