#include "ingest/extract/arguments.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

// How far an argument may stand from its trigger, in tokens.
constexpr uint32_t kNounReach = 10;
constexpr uint32_t kObjectReach = 7;

class Binder {
 public:
  Binder(const SentenceContext& context, const TriggerMatch& match)
      : context_(context),
        mentions_(context.mentions),
        match_(match),
        trigger_(*match.form.trigger),
        clause_(context.clauses.ClauseOf(match.token)) {}

  std::vector<FilledRole> Run() {
    // The subject first: an inverted one must not be taken for the object.
    if (trigger_.kind() == Trigger::VERB && match_.form.form != WordForm::kPassive) {
      subject_ = FindSubject();
    }
    for (const Argument& argument : trigger_.argument()) {
      const size_t before = roles_.size();
      Fill(argument);
      if (argument.required() && roles_.size() == before) return {};
    }
    return std::move(roles_);
  }

 private:
  uint32_t after() const { return match_.token + match_.length; }
  bool InClause(uint32_t token) const { return context_.clauses.ClauseOf(token) == clause_; }

  bool Fits(const Mention& mention, const Argument& argument) const {
    if (argument.filler() == "weapon") return mention.kind == Mention::Kind::kWeapon;
    if (mention.kind == Mention::Kind::kWeapon) return false;
    if (mention.kind == Mention::Kind::kPlace) {
      return argument.role() == "target" || argument.role() == "host";
    }
    return mention.kind != Mention::Kind::kAdjective;
  }

  void Add(const std::string& role, uint32_t index, const Argument& argument) {
    for (const uint32_t member : WholeList(mentions_, index)) {
      const bool taken = std::any_of(roles_.begin(), roles_.end(), [&](const FilledRole& filled) {
        return filled.mention == member;
      });
      if (!taken && (member == index || Fits(mentions_[member], argument))) {
        roles_.push_back({role, member});
      }
    }
  }

  void Fill(const Argument& argument) {
    std::optional<uint32_t> found;
    switch (argument.from()) {
      case Argument::SUBJECT:
        found = SubjectFor(argument);
        break;
      case Argument::OBJECT:
        found = FindObject(argument);
        break;
      case Argument::INDIRECT_OBJECT:
        found = FindIndirectObject(argument);
        break;
      case Argument::PREPOSITION:
      case Argument::BETWEEN:
        found = FindPrepositional(argument);
        break;
      case Argument::GENITIVE:
        found = FindGenitive();
        break;
      case Argument::ADJECTIVE:
        found = FindAdjective();
        break;
      case Argument::COMPOUND:
        found = FindCompound();
        break;
      default:
        break;
    }
    if (found) Add(argument.role(), *found, argument);
  }

  // A passive's subject is what the object of the active verb would be.
  std::optional<uint32_t> SubjectFor(const Argument& argument) {
    if (trigger_.kind() == Trigger::NOUN) return SubjectOfNoun();
    if (match_.form.form == WordForm::kPassive) return std::nullopt;
    if (subject_ && !Fits(mentions_[*subject_], argument)) return std::nullopt;
    return subject_;
  }

  bool MayBeSubject(uint32_t index) const {
    const Mention& mention = mentions_[index];
    if (mention.kind == Mention::Kind::kPlace || mention.kind == Mention::Kind::kWeapon) {
      return false;
    }
    if (mention.kind == Mention::Kind::kAdjective) {
      return context_.Is("decision_noun", mention.end_token());
    }
    if (mention.is_genitive) return context_.Is("decision_noun", mention.end_token());
    return PrepositionOf(context_, index) < 0;
  }

  std::optional<uint32_t> SubjectLeftOf(uint32_t token, int32_t clause) const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > token) continue;
      if (context_.clauses.ClauseOf(mention.first_token) != clause) continue;
      const std::vector<uint32_t> list = WholeList(mentions_, i);
      if (MayBeSubject(list.front()) && mentions_[list.front()].end_token() <= token) {
        return list.front();
      }
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FindSubject() const {
    if (const auto found = SubjectLeftOf(match_.token, clause_)) return found;
    if (const auto found = InvertedSubject()) return found;
    int32_t at = clause_;
    while (true) {
      const Clause& clause = context_.clauses.clause(at);
      if (clause.kind == Clause::Kind::kRelative) return Antecedent(clause);
      if (clause.kind != Clause::Kind::kCoordinate || clause.parent < 0) return std::nullopt;
      if (const auto found = SubjectLeftOf(clause.introducer, clause.parent)) return found;
      at = clause.parent;
    }
  }

  // "… møtte Trump Putin": right behind a finite verb.
  std::optional<uint32_t> InvertedSubject() const {
    const WordForm form = match_.form.form;
    if (form != WordForm::kPast && form != WordForm::kPresent) return std::nullopt;
    // A clause with its subject in front of the verb has no inverted one; one that begins with
    // the verb or with something else than a mention may have.
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].phrase_begin == after() && InClause(after()) && MayBeSubject(i)) return i;
    }
    return std::nullopt;
  }

  std::optional<uint32_t> Antecedent(const Clause& clause) const {
    std::optional<uint32_t> last;
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() <= clause.introducer &&
          clause.introducer - mention.end_token() <= 1 &&
          mention.kind != Mention::Kind::kAdjective && !mention.is_genitive) {
        last = i;
      }
    }
    return last;
  }

  // "X beskriver møtet med Y", "X hadde en samtale med Y": the clause's subject takes part where
  // the noun stands behind the verb.
  std::optional<uint32_t> SubjectOfNoun() const {
    uint32_t noun = match_.token;
    while (noun > context_.begin() && InClause(noun - 1) && !context_.Is("preposition", noun - 1) &&
           match_.token - noun < 3) {
      --noun;
    }
    const auto subject = SubjectLeftOf(noun, clause_);
    if (subject && mentions_[*subject].end_token() < noun) return subject;
    // "Under et møte mandag kunngjorde …": a noun at the clause's head has no subject.
    return std::nullopt;
  }

  std::optional<uint32_t> FindObject(const Argument& argument) const {
    if (match_.form.form == WordForm::kPassive) {
      // "ledsaget av X" has its agent behind it; "X ble angrepet" its object in front.
      if (trigger_.joins()) return FirstRight(argument, /*prepositional=*/true);
      const auto left = ObjectLeft(argument);
      return left ? left : FirstRight(argument, false);
    }
    return FirstRight(argument, false);
  }

  std::optional<uint32_t> FirstRight(const Argument& argument, bool prepositional) const {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      // Objects may stand inside a discontinuous trigger: "tok presidenten imot".
      if (mention.first_token <= match_.token || !InClause(mention.first_token)) continue;
      if (mention.first_token > after() + kObjectReach) break;
      if (subject_ && InListOf(*subject_, i)) continue;
      if (!Fits(mention, argument) || mention.is_genitive) continue;
      if (!prepositional && PrepositionOf(context_, i) >= 0) continue;
      return i;
    }
    return std::nullopt;
  }

  std::optional<uint32_t> ObjectLeft(const Argument& argument) const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > match_.token || !InClause(mention.first_token)) continue;
      if (Fits(mention, argument) && !mention.is_genitive &&
          PrepositionOf(context_, static_cast<uint32_t>(i)) < 0) {
        return WholeList(mentions_, static_cast<uint32_t>(i)).front();
      }
    }
    return std::nullopt;
  }

  // "gir Ukraina raketter": two mentions without a preposition, the first one an actor.
  std::optional<uint32_t> FindIndirectObject(const Argument& argument) const {
    const std::optional<uint32_t> first = FirstRight(argument, false);
    if (!first || match_.form.form == WordForm::kPassive) return std::nullopt;
    const uint32_t last = WholeList(mentions_, *first).back();
    for (uint32_t i = last + 1; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == Mention::Kind::kWeapon && InClause(mentions_[i].first_token) &&
          PrepositionOf(context_, i) < 0) {
        return first;
      }
    }
    return std::nullopt;
  }

  bool InListOf(uint32_t head, uint32_t index) const {
    const std::vector<uint32_t> list = WholeList(mentions_, head);
    return std::find(list.begin(), list.end(), index) != list.end();
  }

  bool IsOneOf(const Argument& argument, int64_t preposition) const {
    for (const std::string& words : argument.word()) {
      const std::vector<absl::string_view> parts = absl::StrSplit(words, ' ');
      bool all = true;
      for (size_t k = 0; k < parts.size() && all; ++k) {
        all = context_.Word(preposition - static_cast<int64_t>(parts.size() - 1 - k)) == parts[k];
      }
      if (all) return true;
    }
    return false;
  }

  std::optional<uint32_t> FindPrepositional(const Argument& argument) const {
    const uint32_t reach = trigger_.kind() == Trigger::NOUN ? kNounReach : UINT32_MAX;
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.phrase_begin < after() || !InClause(mention.first_token)) continue;
      const int64_t preposition = PrepositionOf(context_, i);
      if (preposition < static_cast<int64_t>(after())) continue;
      if (preposition - static_cast<int64_t>(after()) > reach) break;
      if (Fits(mention, argument) && !mention.is_genitive && mention.list_previous < 0 &&
          IsOneOf(argument, preposition)) {
        return i;
      }
    }
    return std::nullopt;
  }

  // "Trumps lange samtale": a genitive with at most two words between.
  std::optional<uint32_t> FindGenitive() const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > match_.token) continue;
      if (match_.token - mention.end_token() > 2) break;
      if (mention.is_genitive && InClause(mention.first_token)) return static_cast<uint32_t>(i);
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FindAdjective() const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > match_.token) continue;
      if (match_.token - mention.end_token() > 2) break;
      if (mention.kind == Mention::Kind::kAdjective) return static_cast<uint32_t>(i);
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FindCompound() const {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const bool before = mentions_[i].end_token() == match_.token ||
                          (match_.in_compound && mentions_[i].first_token == match_.token);
      if (before && mentions_[i].kind == Mention::Kind::kWeapon) return i;
    }
    return std::nullopt;
  }

  const SentenceContext& context_;
  const std::vector<Mention>& mentions_;
  const TriggerMatch& match_;
  const Trigger& trigger_;
  const int32_t clause_;
  std::optional<uint32_t> subject_;
  std::vector<FilledRole> roles_;
};

bool HasOneOf(const SentenceContext& context, int32_t clause,
              const google::protobuf::RepeatedPtrField<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    const std::vector<absl::string_view> words = absl::StrSplit(phrase, ' ');
    for (uint32_t at = context.begin(); at + words.size() <= context.end(); ++at) {
      if (context.clauses.ClauseOf(at) != clause) continue;
      size_t k = 0;
      while (k < words.size() && context.Word(at + k) == words[k]) ++k;
      if (k == words.size()) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<uint32_t> WholeList(const std::vector<Mention>& mentions, uint32_t index) {
  uint32_t head = index;
  while (mentions[head].list_previous >= 0) head = mentions[head].list_previous;
  std::vector<uint32_t> list = {head};
  for (uint32_t i = head + 1; i < mentions.size(); ++i) {
    if (mentions[i].list_previous == static_cast<int32_t>(list.back())) list.push_back(i);
  }
  return list;
}

int64_t PrepositionOf(const SentenceContext& context, uint32_t mention) {
  const uint32_t head = WholeList(context.mentions, mention).front();
  const int64_t before = static_cast<int64_t>(context.mentions[head].phrase_begin) - 1;
  return context.Is("preposition", before) ? before : -1;
}

std::vector<TriggerMatch> FindTriggers(const SentenceContext& context) {
  std::vector<TriggerMatch> found;
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    std::vector<PhraseIndex<TriggerForm>::Match> matches =
        context.grammar.triggers().At(context.text.tokens, at, context.end());
    bool in_compound = false;
    const std::string& word = context.text.tokens[at].lower;
    if (const size_t hyphen = word.rfind('-'); matches.empty() && hyphen != std::string::npos) {
      Token end = context.text.tokens[at];
      end.lower = word.substr(hyphen + 1);
      matches = context.grammar.triggers().At({end}, 0, 1);
      in_compound = true;
    }
    uint32_t words = 0;
    for (const auto& match : matches) {
      const Trigger& trigger = *match.value->trigger;
      const int32_t clause = context.clauses.ClauseOf(at);
      if (match.words < words) break;
      if (trigger.needs_word_size() > 0 && !HasOneOf(context, clause, trigger.needs_word())) {
        continue;
      }
      if (HasOneOf(context, clause, trigger.excludes_word())) continue;
      words = match.words;
      found.push_back({at, match.length, in_compound, *match.value});
    }
  }
  return found;
}

std::vector<FilledRole> FillRoles(const SentenceContext& context, const TriggerMatch& match) {
  return Binder(context, match).Run();
}

}  // namespace norn::ingest
