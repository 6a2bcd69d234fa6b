#include "ingest/extract/mentions/mention_finder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "ingest/extract/mentions/appositions.h"
#include "ingest/extract/mentions/arms_left_out.h"
#include "ingest/extract/mentions/candidates.h"
#include "ingest/extract/mentions/collectives.h"
#include "ingest/extract/mentions/contrasts.h"
#include "ingest/extract/mentions/generic_nouns.h"
#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/mentions/name_parts_played.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"
#include "ingest/extract/mentions/phrase_reader.h"
#include "ingest/extract/mentions/references.h"

namespace norn::ingest {
namespace {

class Finder {
 public:
  Finder(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
         const DayRange& published)
      : text_(text),
        grammar_(grammar),
        gazetteer_(gazetteer),
        entities_(grammar, gazetteer),
        offices_(grammar.lexicon(), entities_, published),
        references_(text, grammar, entities_, offices_),
        arms_left_out_(text, grammar),
        collectives_(text, grammar, gazetteer, name_at_, entities_),
        reader_(text, grammar, gazetteer, name_at_, entities_),
        parts_played_(text, grammar, gazetteer, reader_, entities_),
        generic_nouns_(text, gazetteer, reader_, name_at_, entities_),
        appositions_(text, gazetteer, entities_, reader_, offices_) {
    for (uint32_t i = 0; i < text.names.size(); ++i) {
      name_at_[text.names[i].first_token] = i;
    }
  }

  MentionedEntities Run(const MeaningOptions& meaning) {
    entities_.ReadFullNames(text_);
    MentionedEntities found;
    for (const Sentence& sentence : text_.sentences) {
      begin_ = sentence.first_token;
      end_ = sentence.first_token + sentence.token_count;
      reader_.SetEnd(end_);
      parts_played_.SetSentence(begin_, end_);
      mentions_.clear();
      for (uint32_t at = begin_; at < end_;) at = std::max(Read(at), at + 1);
      LinkLists(text_, grammar_, mentions_);
      arms_left_out_.Read(sentence, mentions_);
      MarkExcluded(text_, grammar_, mentions_);
      appositions_.Read(end_, mentions_);
      references_.Resolve(sentence, mentions_);
      LetOwnersAct();
      found.candidates.push_back(ReadCandidates(text_, sentence, mentions_, fronts_));
      appositions_.ReadPhrases(found.candidates.back());
      fronts_.clear();
      found.mentions.push_back(std::move(mentions_));
    }
    ReadLaterHolders(found);
    DecideMeanings(text_, grammar_, gazetteer_, entities_, offices_, meaning, found.candidates);
    DropNobodies(text_, grammar_, offices_, meaning, found.mentions, entities_);
    found.told = offices_.told();
    found.offices = offices_.Take();
    entities_.MoveTo(found);
    return found;
  }

 private:
  const std::string& Word(uint32_t at) const { return reader_.Word(at); }
  bool Is(absl::string_view word_class, uint32_t at) const { return reader_.Is(word_class, at); }

  // "Statsministeren møtte X": where only later words name the one who holds the office.
  void ReadLaterHolders(MentionedEntities& found) const {
    const auto read = [&](Mention& mention) {
      const auto office = described_.find(mention.first_token);
      if (mention.kind != Mention::Kind::kDescription || !mention.entities.empty()) return;
      if (office == described_.end()) return;
      const auto holder = offices_.OnlyHolderOf(office->second);
      if (!holder) return;
      mention.entities = {*holder};
      mention.via = Mention::Via::kHolder;
    };
    for (auto& sentence : found.mentions) std::for_each(sentence.begin(), sentence.end(), read);
    for (auto& sentence : found.candidates) std::for_each(sentence.begin(), sentence.end(), read);
  }

  // Reads the noun phrase at `at`, if there is one; the token behind it.
  uint32_t Read(uint32_t at) {
    Phrase phrase;
    phrase.begin = at;
    uint32_t next = at;
    // "De forente nasjoner" begins with an article that is its own.
    while (Is("determiner", next) && !name_at_.contains(next)) ++next;
    // Before pronouns: "utenriksministrene" alone are the two last named.
    if (const auto collective = collectives_.At(next, end_)) return AddCollective(at, *collective);
    if (const auto pronoun = PronounAt(at)) return *pronoun;
    if (Is("possessive", next) && IsStateAdjective(next + 1)) ++next;
    next = reader_.ReadFront(next, phrase);
    next = reader_.ReadTitles(next, phrase);
    if (!phrase.titles.empty()) {
      last_title_ = phrase.titles.front();
      next = reader_.ReadOwnerBehind(next, phrase);
    } else if (phrase.of) {
      next = reader_.ReadUnknownTitle(next);
    }
    if (phrase.of && Is("counterpart", next) && name_at_.contains(next + 1)) {
      phrase.counterpart = next++;
    }
    if (const auto head = ReadName(next, phrase)) return *head;
    if (!phrase.titles.empty()) return ReadDescription(next, phrase);
    if (phrase.of && Is("counterpart", next)) return ReadCounterpart(next, phrase);
    if (const auto group = ReadGroup(next, phrase)) return *group;
    if (phrase.of) return ReadBareFront(next, phrase);
    return at;
  }

  // The name at `at` as the head of the phrase.
  std::optional<uint32_t> ReadName(uint32_t at, const Phrase& phrase) {
    const auto index = name_at_.find(at);
    if (index == name_at_.end()) return std::nullopt;
    const Name& name = text_.names[index->second];
    const bool as_place = (phrase.begin > begin_ && Is("locative_preposition", phrase.begin - 1)) ||
                          parts_played_.IsStruck(name);
    const bool is_none =
        parts_played_.IsNoActor(name) ||
        parts_played_.IsPartyOf(at, name, mentions_.empty() ? nullptr : &mentions_.back());
    const auto entity = is_none ? std::nullopt : entities_.EntityOf(text_, name, as_place);
    if (!entity) {
      if (phrase.of) CountFront(phrase);
      return at + name.token_count;
    }
    if (parts_played_.IsWhereItStands(*entity, at)) return at + name.token_count;
    const proto::Entity& found = entities_.entity(*entity);
    entities_.AddMention(*entity, name.bytes, text_.Slice(name.bytes));
    const bool is_weapon = found.kind() == proto::Entity::WEAPON_SYSTEM;
    if (phrase.of && is_weapon) {
      // "nordlandske X-1-fly": whose they are stands by itself.
      ReadBareFront(at, phrase);
    } else if (phrase.of) {
      CountFront(phrase);
    }
    const bool is_front = !is_weapon && parts_played_.IsFrontOfNoun(name);
    Mention mention =
        MakeMention(is_front ? Mention::Kind::kAdjective : KindOf(entities_.entity(*entity)), at,
                    name.token_count, phrase.of && is_weapon ? at : phrase.begin);
    mention.entities = {*entity};
    mention.via = Mention::Via::kNamed;
    mention.is_genitive = IsGenitiveTail(TailOf(text_, name));
    const ByteSpan evidence = {text_.tokens[phrase.begin].bytes.begin, name.bytes.end};
    if (entities_.entity(*entity).kind() == proto::Entity::PERSON) {
      for (const Title& title : phrase.titles) offices_.Add(*entity, phrase.of, title, evidence);
      if (phrase.counterpart && last_title_.office != nullptr && last_title_.office->unique()) {
        offices_.AddInferred(*entity, *phrase.of, last_title_, evidence);
      }
    }
    mentions_.push_back(std::move(mention));
    return at + name.token_count;
  }

  static Mention::Kind KindOf(const proto::Entity& entity) {
    if (entity.kind() == proto::Entity::WEAPON_SYSTEM) return Mention::Kind::kWeapon;
    if (entity.kind() == proto::Entity::PLACE) return Mention::Kind::kPlace;
    return Mention::Kind::kName;
  }

  // All of them act: the holders of the office that the article has named, else their states.
  uint32_t AddCollective(uint32_t at, const Collective& collective) {
    Mention mention =
        MakeMention(Mention::Kind::kGroup, collective.head, collective.end - collective.head, at);
    mention.pronoun = collective.group;
    for (const Owner& owner : collective.owners) {
      entities_.AddMention(owner.entity, owner.bytes,
                           owner.is_name
                               ? text_.Slice(owner.bytes)
                               : absl::string_view(entities_.entity(owner.entity).name()));
      const auto holder = collective.office == nullptr
                              ? std::nullopt
                              : offices_.NamedHolderOf(collective.office->code(), owner.entity);
      mention.entities.push_back(holder.value_or(owner.entity));
    }
    mention.via = collective.office != nullptr ? Mention::Via::kHolder : Mention::Via::kAdjective;
    mentions_.push_back(std::move(mention));
    return collective.end;
  }

  bool IsStateAdjective(uint32_t at) const {
    return at < end_ &&
           gazetteer_.Match(text_, at, end_).Find(GazetteerRole::kStateAdjective) != nullptr;
  }

  // "sin sørlandske kollega": who holds the same office there, where the article has named him;
  // else the state.
  uint32_t ReadCounterpart(uint32_t at, const Phrase& phrase) {
    Mention mention = MakeMention(Mention::Kind::kDescription, at, 1, phrase.begin);
    CountFront(phrase);
    if (last_title_.office != nullptr) {
      if (const auto holder = offices_.NamedHolderOf(last_title_.office->code(), *phrase.of)) {
        mention.entities = {*holder};
        mention.via = Mention::Via::kHolder;
      }
    }
    mention.owner = entities_.PrincipalOf(*phrase.of);
    mentions_.push_back(std::move(mention));
    return at + 1;
  }

  // A description that nobody is known for stands for the state whose office it is.
  void LetOwnersAct() {
    for (Mention& mention : mentions_) {
      if (mention.kind != Mention::Kind::kDescription || !mention.entities.empty()) continue;
      if (!mention.owner) continue;
      mention.kind = Mention::Kind::kGroup;
      mention.entities = {*mention.owner};
      mention.via = Mention::Via::kOffice;
    }
  }

  // "presidenten", "Nordlands president", "den nordlandske presidenten".
  uint32_t ReadDescription(uint32_t at, const Phrase& phrase) {
    if (phrase.of) CountFront(phrase);
    Mention mention =
        MakeMention(Mention::Kind::kDescription,
                    phrase.title_token == 0 ? at - 1 : phrase.title_token, 1, phrase.begin);
    mention.token_count = at - mention.first_token;
    if (phrase.of) mention.owner = entities_.PrincipalOf(*phrase.of);
    const Title& title = phrase.titles.front();
    // "hvem som blir president": nobody in particular.
    const bool is_owned =
        phrase.of && phrase.of_is_genitive && phrase.of_token != phrase.title_token;
    const bool is_somebody = is_owned || Is("definite_article", phrase.begin) || IsDefinite(at - 1);
    const bool is_one = !absl::StrContains(text_.tokens[at - 1].feats, "Number=Plur");
    const auto holder =
        is_somebody && is_one ? offices_.HolderOf(title.office->code(), phrase.of) : std::nullopt;
    if (holder) {
      mention.entities = {*holder};
      mention.via = Mention::Via::kHolder;
      const ByteSpan evidence = {text_.tokens[phrase.begin].bytes.begin,
                                 text_.tokens[at - 1].bytes.end};
      if (phrase.of) offices_.Add(*holder, phrase.of, title, evidence);
    } else if (is_somebody && is_one && !phrase.of) {
      described_[mention.first_token] = title.office->code();
    }
    mentions_.push_back(std::move(mention));
    return at;
  }

  bool IsDefinite(uint32_t noun) const {
    return absl::StrContains(text_.tokens[noun].feats, "Definite=Def");
  }

  // "nordlandske tjenestemenn", "Nordlands regjering".
  std::optional<uint32_t> ReadGroup(uint32_t at, const Phrase& phrase) {
    for (uint32_t skipped = 0; skipped <= kAdjectiveReach; ++skipped) {
      const Pronoun* pronoun = nullptr;
      const uint32_t noun = at + skipped;
      if (noun >= end_ || !text_.tokens[noun].is_word) break;
      if (skipped > 0 && (!phrase.of || !reader_.IsPlainAdjective(noun - 1))) break;
      const uint32_t length = PronounLength(noun, &pronoun);
      if (length == 0 || pronoun->kind() != Pronoun::GROUP) continue;
      return AddGroup(noun, length, pronoun, phrase);
    }
    return std::nullopt;
  }

  std::optional<uint32_t> AddGroup(uint32_t noun, uint32_t length, const Pronoun* pronoun,
                                   const Phrase& phrase) {
    Mention mention = MakeMention(Mention::Kind::kGroup, noun, length, phrase.begin);
    mention.pronoun = pronoun;
    uint32_t end = noun + length;
    if (phrase.of) {
      if (const auto owner = entities_.PrincipalOf(*phrase.of)) mention.entities = {*owner};
      mention.via = FrontVia(phrase);
      CountFront(phrase);
    } else if (Is("group_preposition", end)) {
      // "utsendingene til Nordlands president Jens Dahl": the state acts.
      const size_t before = mentions_.size();
      end = std::max(Read(end + 1), end + 1);
      if (mentions_.size() == before) return std::nullopt;
      const Mention inner = mentions_.back();
      mentions_.resize(before);
      if (inner.entities.size() != 1) return end;
      const auto owner = entities_.PrincipalOf(inner.entities[0]);
      if (!owner) return end;
      mention.entities = {*owner};
      mention.via = Mention::Via::kComplement;
      mention.token_count = end - noun;
    } else {
      return std::nullopt;
    }
    if (mention.entities.empty()) return std::nullopt;
    mentions_.push_back(std::move(mention));
    return end;
  }

  static Mention::Via FrontVia(const Phrase& phrase) {
    return phrase.of_is_genitive ? Mention::Via::kGenitive : Mention::Via::kAdjective;
  }

  // A genitive or an adjective whose head we do not know.
  uint32_t ReadBareFront(uint32_t at, const Phrase& phrase) {
    CountFront(phrase);
    Mention mention =
        MakeMention(phrase.of_is_genitive ? Mention::Kind::kName : Mention::Kind::kAdjective,
                    phrase.of_token, at - phrase.of_token, phrase.begin);
    mention.entities = {*phrase.of};
    mention.via = phrase.of_is_genitive ? Mention::Via::kNamed : Mention::Via::kAdjective;
    mention.is_genitive = phrase.of_is_genitive;
    mentions_.push_back(std::move(mention));
    return at;
  }

  // The entity in front is named here too; an adjective alone names no state.
  void CountFront(const Phrase& phrase) {
    if (!phrase.is_counted) {
      entities_.AddMention(*phrase.of, phrase.of_bytes,
                           phrase.of_is_genitive && name_at_.count(phrase.of_token) > 0
                               ? text_.Slice(phrase.of_bytes)
                               : absl::string_view(entities_.entity(*phrase.of).name()));
    }
    if (name_at_.contains(phrase.of_token)) fronts_.push_back({phrase.of_token, *phrase.of});
  }

  uint32_t PronounLength(uint32_t at, const Pronoun** pronoun) const {
    if (at >= end_) return 0;
    for (const auto& match : grammar_.pronouns().At(text_.tokens, at, end_)) {
      // "de" is an article as well.
      const bool is_article =
          Is("they", at) && match.length == 1 &&
          (text_.tokens[at].upos != "PRON" || !absl::StartsWith(text_.tokens[at].deprel, "nsubj"));
      if (is_article) continue;
      *pronoun = *match.value;
      return match.length;
    }
    // Any form of a group's noun: "regjeringene".
    *pronoun = grammar_.FindGroup(text_.tokens[at]);
    return *pronoun != nullptr ? 1 : 0;
  }

  std::optional<uint32_t> PronounAt(uint32_t at) {
    const Pronoun* pronoun = nullptr;
    const uint32_t length = PronounLength(at, &pronoun);
    if (length == 0 || pronoun->kind() == Pronoun::GROUP)
      return generic_nouns_.ReadAt(at, end_, mentions_);
    Mention mention = MakeMention(Mention::Kind::kPronoun, at, length, at);
    mention.pronoun = pronoun;
    // "de to naboene"
    const bool is_pair =
        pronoun->kind() == Pronoun::BOTH && length > 1 && IsPairNoun(mention.end_token());
    if (is_pair) ++mention.token_count;
    const uint32_t end = mention.end_token();
    mentions_.push_back(std::move(mention));
    return end;
  }

  bool IsPairNoun(uint32_t at) const {
    return at < end_ && text_.tokens[at].upos == "NOUN" &&
           (grammar_.Is("pair_noun", text_.tokens[at].lemma) || reader_.IsTitle(at));
  }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const Gazetteer& gazetteer_;
  EntityTable entities_;
  OfficeBook offices_;
  References references_;
  absl::flat_hash_map<uint32_t, uint32_t> name_at_;  // token to index into text_.names
  ArmsLeftOut arms_left_out_;
  CollectiveReader collectives_;
  PhraseReader reader_;
  NamePartsPlayed parts_played_;
  GenericNouns generic_nouns_;
  Appositions appositions_;
  Title last_title_;  // the one read last in the text
  // By first token, the office of descriptions whose holder has not been named.
  absl::flat_hash_map<uint32_t, std::string> described_;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
  std::vector<Mention> mentions_;   // of the sentence that is being read
  std::vector<NamedFront> fronts_;  // likewise
};

}  // namespace

MentionedEntities FindMentions(const AnnotatedText& text, const Grammar& grammar,
                               const Gazetteer& gazetteer, const DayRange& published,
                               const MeaningOptions& meaning) {
  return Finder(text, grammar, gazetteer, published).Run(meaning);
}

}  // namespace norn::ingest
