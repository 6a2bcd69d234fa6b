#include "ingest/extract/mentions/mention_finder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "ingest/extract/mentions/arms_left_out.h"
#include "ingest/extract/mentions/candidates.h"
#include "ingest/extract/mentions/collectives.h"
#include "ingest/extract/mentions/contrasts.h"
#include "ingest/extract/mentions/entity_table.h"
#include "ingest/extract/mentions/mention_lists.h"
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
        reader_(text, grammar, gazetteer, name_at_, entities_) {
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
      mentions_.clear();
      for (uint32_t at = begin_; at < end_;) at = std::max(Read(at), at + 1);
      LinkLists(text_, grammar_, mentions_);
      arms_left_out_.Read(sentence, mentions_);
      MarkExcluded(text_, grammar_, mentions_);
      ReadAppositions();
      references_.Resolve(sentence, mentions_);
      LetOwnersAct();
      found.candidates.push_back(ReadCandidates(text_, sentence, mentions_));
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

  Mention Make(Mention::Kind kind, uint32_t first, uint32_t count, uint32_t phrase_begin) const {
    Mention mention;
    mention.kind = kind;
    mention.first_token = first;
    mention.token_count = count;
    mention.phrase_begin = phrase_begin;
    return mention;
  }

  // The name at `at` as the head of the phrase.
  std::optional<uint32_t> ReadName(uint32_t at, const Phrase& phrase) {
    const auto index = name_at_.find(at);
    if (index == name_at_.end()) return std::nullopt;
    const Name& name = text_.names[index->second];
    const bool as_place =
        (phrase.begin > begin_ && Is("locative_preposition", phrase.begin - 1)) || IsStruck(name);
    const bool is_none = IsNoActor(name) || IsPartyOf(at, name);
    const auto entity = is_none ? std::nullopt : entities_.EntityOf(text_, name, as_place);
    if (!entity) {
      if (phrase.of) CountFront(phrase);
      return at + name.token_count;
    }
    if (IsWhereItStands(*entity, at)) return at + name.token_count;
    const proto::Entity& found = entities_.entity(*entity);
    entities_.AddMention(*entity, name.bytes, text_.Slice(name.bytes));
    const bool is_weapon = found.kind() == proto::Entity::WEAPON_SYSTEM;
    if (phrase.of && is_weapon) {
      // "nordlandske X-1-fly": whose they are stands by itself.
      ReadBareFront(at, phrase);
    } else if (phrase.of) {
      CountFront(phrase);
    }
    const bool is_front = !is_weapon && IsFrontOfNoun(name);
    Mention mention = Make(is_front ? Mention::Kind::kAdjective : KindOf(entities_.entity(*entity)),
                           at, name.token_count, phrase.of && is_weapon ? at : phrase.begin);
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

  // "angrep Dalby": a town, not a government, is what an act is done to.
  bool IsStruck(const Name& name) const {
    const Token& token = text_.tokens[name.first_token];
    if ((token.deprel != "obj" && token.deprel != "nsubj:pass") || token.head < 0) return false;
    for (const auto& match : grammar_.triggers().At(text_.tokens, token.head, end_)) {
      const EventType& type = grammar_.events().Of(match.value->trigger->type());
      const bool is_of_places =
          std::any_of(type.role().begin(), type.role().end(), [](const Role& role) {
            return role.direction() == Role::TO && role.filled_by_property();
          });
      if (type.family() == EventType::ACT && is_of_places && !type.placeless()) return true;
    }
    return false;
  }

  // "Jens Dahl (Ap)": a party, not somebody who acts.
  bool IsPartyOf(uint32_t at, const Name& name) const {
    const uint32_t behind = at + name.token_count;
    return at > begin_ && Word(at - 1) == "(" && Word(behind) == ")" && !mentions_.empty() &&
           mentions_.back().end_token() + 1 == at && mentions_.back().entities.size() == 1 &&
           entities_.entity(mentions_.back().entities[0]).kind() == proto::Entity::PERSON;
  }

  // "skriver han på X": where it can be read, and nobody who acts.
  bool IsWhereItStands(uint32_t entity, uint32_t at) const {
    const Actor* actor = entities_.actor(entity);
    return actor != nullptr && actor->media() && at > begin_ && Is("place_preposition", at - 1);
  }

  // "EU-prosessen", "Nordland-dominerte": the name stands in the background. "NATO-styrker" act.
  bool IsFrontOfNoun(const Name& name) const {
    const absl::string_view tail = TailOf(text_, name);
    if (tail.size() < 2 || tail[0] != '-') return false;
    const std::string noun(tail.substr(1));
    return !reader_.TitleByWord(noun) && !reader_.IsPersonNoun(noun) &&
           grammar_.FindGroup(noun) == nullptr;
  }

  // "presidentflyet Air Force One", and a stamp that is a paragraph of its own: no actors, unless
  // the lexicon knows them.
  bool IsNoActor(const Name& name) const {
    const bool known =
        gazetteer_.Match(text_, name.first_token, name.first_token + name.token_count).name() !=
        nullptr;
    if (known) return false;
    if (IsCredit(name.first_token)) return true;
    // "TV-tale": a common noun that a name is part of.
    const absl::string_view tail = TailOf(text_, name);
    const bool is_part = !tail.empty() && tail[0] == '-' && name.type != NameType::kProduct;
    if (name.token_count == 1 && (is_part || BeginsWithKnownName(name))) {
      return true;
    }
    // "Hurricane Irma"
    if (name.token_count > 1 && Is("thing_noun", name.first_token)) return true;
    const bool stamp = end_ - begin_ == name.token_count && name.token_count == 1;
    return stamp || (name.first_token > begin_ && Is("thing_noun", name.first_token - 1));
  }

  // "Foto: Kari Dahl": who took the picture is not in it.
  bool IsCredit(uint32_t at) const {
    return at > begin_ + 1 && Word(at - 1) == ":" && Is("credit_label", at - 2);
  }

  bool BeginsWithKnownName(const Name& name) const {
    constexpr size_t kShortestName = 4;
    constexpr size_t kShortestTail = 4;
    constexpr size_t kLongest = 40;
    const absl::string_view form = text_.Slice(name.bytes);
    if (form.size() > kLongest) return false;
    for (size_t cut = kShortestName; cut + kShortestTail <= form.size(); ++cut) {
      // Only at a whole character, and where a small letter follows.
      if (!absl::ascii_islower(static_cast<unsigned char>(form[cut]))) continue;
      const auto entries = gazetteer_.Find(form.substr(0, cut));
      const bool is_name = std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
        return entry.role == GazetteerRole::kStateName || entry.role == GazetteerRole::kActorName;
      });
      if (is_name) return true;
    }
    return false;
  }

  static Mention::Kind KindOf(const proto::Entity& entity) {
    if (entity.kind() == proto::Entity::WEAPON_SYSTEM) return Mention::Kind::kWeapon;
    if (entity.kind() == proto::Entity::PLACE) return Mention::Kind::kPlace;
    return Mention::Kind::kName;
  }

  // All of them act: the holders of the office that the article has named, else their states.
  uint32_t AddCollective(uint32_t at, const Collective& collective) {
    Mention mention =
        Make(Mention::Kind::kGroup, collective.head, collective.end - collective.head, at);
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
    Mention mention = Make(Mention::Kind::kDescription, at, 1, phrase.begin);
    CountFront(phrase);
    if (last_title_.office != nullptr) {
      if (const auto holder = offices_.NamedHolderOf(last_title_.office->code(), *phrase.of)) {
        mention.entities = {*holder};
        mention.via = Mention::Via::kHolder;
      }
    }
    mention.owner = entities_.StateOf(*phrase.of);
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
    Mention mention = Make(Mention::Kind::kDescription,
                           phrase.title_token == 0 ? at - 1 : phrase.title_token, 1, phrase.begin);
    mention.token_count = at - mention.first_token;
    if (phrase.of) mention.owner = entities_.StateOf(*phrase.of);
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
    Mention mention = Make(Mention::Kind::kGroup, noun, length, phrase.begin);
    mention.pronoun = pronoun;
    uint32_t end = noun + length;
    if (phrase.of) {
      if (const auto state = entities_.StateOf(*phrase.of)) mention.entities = {*state};
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
      const auto state = entities_.StateOf(inner.entities[0]);
      if (!state) return end;
      mention.entities = {*state};
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
    Mention mention = Make(phrase.of_is_genitive ? Mention::Kind::kName : Mention::Kind::kAdjective,
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
    if (length == 0 || pronoun->kind() == Pronoun::GROUP) return GenericAt(at);
    Mention mention = Make(Mention::Kind::kPronoun, at, length, at);
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

  // Words for arms and inhabitants: "våpen" without a system, "russerne" for the state.
  std::optional<uint32_t> GenericAt(uint32_t at) {
    uint32_t noun = at;
    while (Is("determiner", noun)) ++noun;
    if (noun >= end_) return std::nullopt;
    const GazetteerMatch match = gazetteer_.Match(text_, noun, end_);
    if (const GazetteerEntry* weapon = match.Find(GazetteerRole::kWeapon);
        weapon != nullptr && weapon->weapon->generic()) {
      const bool behind_system = !mentions_.empty() && mentions_.back().end_token() == noun &&
                                 mentions_.back().kind == Mention::Kind::kWeapon;
      if (behind_system) {
        mentions_.back().token_count += match.length;
      } else {
        mentions_.push_back(Make(Mention::Kind::kWeapon, noun, match.length, at));
      }
      return noun + match.length;
    }
    if (match.entries.empty() && IsCompoundForArms(noun)) {
      mentions_.push_back(Make(Mention::Kind::kWeapon, noun, 1, at));
      return noun + 1;
    }
    const GazetteerEntry* inhabitant = match.Find(GazetteerRole::kStateInhabitant);
    if (inhabitant == nullptr || match.form == GazetteerForm::kGenitive ||
        absl::StrContains(text_.tokens[noun].feats, "Case=Gen") ||
        reader_.IsTitle(noun + match.length)) {
      return std::nullopt;
    }
    Mention mention = Make(Mention::Kind::kGroup, noun, match.length, at);
    mention.entities = {entities_.StateById(inhabitant->state->id())};
    mention.via = Mention::Via::kInhabitants;
    entities_.AddMention(mention.entities[0], match.bytes,
                         entities_.entity(mention.entities[0]).name());
    mentions_.push_back(std::move(mention));
    return noun + match.length;
  }

  // "luftvernraketter": a compound whose head is a word for arms.
  bool IsCompoundForArms(uint32_t at) const {
    constexpr size_t kShortestFront = 3;
    constexpr size_t kShortestHead = 6;
    constexpr size_t kLongest = 40;
    const Token& token = text_.tokens[at];
    const absl::string_view word = token.lower;
    if (token.upos != "NOUN" || name_at_.contains(at) || word.size() > kLongest) return false;
    for (size_t cut = kShortestFront; cut + kShortestHead <= word.size(); ++cut) {
      // Only at a whole character.
      if ((static_cast<uint8_t>(word[cut]) & 0xC0) == 0x80) continue;
      for (const GazetteerEntry& entry : gazetteer_.Find(word.substr(cut))) {
        if (entry.role == GazetteerRole::kWeapon && entry.weapon->generic()) return true;
      }
    }
    return false;
  }

  // "Nordlands præsident, Olena Koval, siger": the name behind the comma is whom the
  // description means; in a list a conjunction would follow.
  bool IsNamedByNext(uint32_t i) const {
    const Mention& description = mentions_[i - 1];
    const Mention& name = mentions_[i];
    const absl::string_view after =
        name.end_token() < end_ ? absl::string_view(Word(name.end_token())) : ".";
    return description.kind == Mention::Kind::kDescription && name.kind == Mention::Kind::kName &&
           Word(description.end_token()) == "," &&
           description.end_token() + 1 == name.phrase_begin && name.entities.size() == 1 &&
           entities_.entity(name.entities[0]).kind() == proto::Entity::PERSON &&
           (after == "," || after == "." || after == ";");
  }

  // "Jens Dahl, Nordlands utenriksminister, sier": the description behind the comma is the
  // name's, not another in a list.
  void ReadAppositions() {
    for (uint32_t i = 1; i < mentions_.size(); ++i) {
      if (IsNamedByNext(i)) {
        mentions_[i].list_previous = -1;
        mentions_[i - 1].entities = mentions_[i].entities;
        mentions_[i - 1].via = Mention::Via::kHolder;
        AddOfficeOf(mentions_[i - 1], mentions_[i].entities[0], mentions_[i]);
        continue;
      }
      Mention& description = mentions_[i];
      const Mention& name = mentions_[i - 1];
      if (description.kind != Mention::Kind::kDescription || name.kind != Mention::Kind::kName ||
          description.list_previous != static_cast<int32_t>(i) - 1 ||
          Word(name.end_token()) != "," ||
          entities_.entity(name.entities[0]).kind() != proto::Entity::PERSON) {
        continue;
      }
      description.list_previous = -1;
      description.entities = name.entities;
      description.via = Mention::Via::kHolder;
      AddOfficeOf(description, name.entities[0], name);
    }
  }

  void AddOfficeOf(const Mention& description, uint32_t holder, const Mention& name) {
    const GazetteerMatch match = gazetteer_.Match(text_, description.first_token, end_);
    const GazetteerEntry* title = match.Find(GazetteerRole::kOfficeTitle);
    if (title == nullptr) return;
    Phrase phrase;
    uint32_t at = description.phrase_begin;
    while (Is("determiner", at)) ++at;
    reader_.ReadFront(at, phrase);
    offices_.Add(holder, phrase.of,
                 {reader_.TextOf(description.first_token, match.length), title->office},
                 {text_.tokens[name.first_token].bytes.begin,
                  text_.tokens[description.end_token() - 1].bytes.end});
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
  Title last_title_;  // the one read last in the text
  // By first token, the office of descriptions whose holder has not been named.
  absl::flat_hash_map<uint32_t, std::string> described_;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
  std::vector<Mention> mentions_;  // of the sentence that is being read
};

}  // namespace

MentionedEntities FindMentions(const AnnotatedText& text, const Grammar& grammar,
                               const Gazetteer& gazetteer, const DayRange& published,
                               const MeaningOptions& meaning) {
  return Finder(text, grammar, gazetteer, published).Run(meaning);
}

}  // namespace norn::ingest
