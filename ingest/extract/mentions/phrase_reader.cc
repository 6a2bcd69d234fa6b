#include "ingest/extract/mentions/phrase_reader.h"

#include <algorithm>

namespace norn::ingest {
namespace {

void SetFront(Phrase& phrase, uint32_t entity, ByteSpan bytes, uint32_t token, bool genitive) {
  phrase.of = entity;
  phrase.of_bytes = bytes;
  phrase.of_token = token;
  phrase.of_is_genitive = genitive;
}

}  // namespace

PhraseReader::PhraseReader(const AnnotatedText& text, const Grammar& grammar,
                           const Gazetteer& gazetteer,
                           const absl::flat_hash_map<uint32_t, uint32_t>& name_at,
                           EntityTable& entities)
    : text_(text),
      grammar_(grammar),
      gazetteer_(gazetteer),
      name_at_(name_at),
      entities_(entities) {}

const std::string& PhraseReader::Word(uint32_t at) const {
  static const std::string kNone;
  return at < end_ ? text_.tokens[at].lower : kNone;
}

bool PhraseReader::Is(absl::string_view word_class, uint32_t at) const {
  return at < end_ && grammar_.Is(word_class, Word(at));
}

// "Nordlands", "den nordlandske", "nordlendingenes", as English has it also "Nordland president":
// whose title or group it is.
uint32_t PhraseReader::ReadFront(uint32_t at, Phrase& phrase) {
  if (const auto name = name_at_.find(at); name != name_at_.end()) {
    const Name& found = text_.names[name->second];
    const bool is_adjunct = IsTitleOfPerson(at + found.token_count) ||
                            (text_.tokens[at + found.token_count - 1].deprel == "compound" &&
                             IsTitle(at + found.token_count));
    if (!is_adjunct && !IsGenitiveTail(TailOf(text_, found))) return at;
    const auto entity = entities_.EntityOf(text_, found, /*as_place=*/false);
    // "ba Dahl statsminister Berg": two persons.
    const bool is_person = entity && entities_.entity(*entity).kind() == proto::Entity::PERSON;
    if (!entity || (is_person && !IsGenitiveTail(TailOf(text_, found)))) return at;
    SetFront(phrase, *entity, found.bytes, at, true);
    return at + found.token_count;
  }
  const GazetteerMatch match = gazetteer_.Match(text_, at, end_);
  const GazetteerEntry* adjective = match.Find(GazetteerRole::kStateAdjective);
  const GazetteerEntry* inhabitant = match.Find(GazetteerRole::kStateInhabitant);
  if (adjective != nullptr) {
    SetFront(phrase, entities_.StateById(adjective->state->id()), match.bytes, at, false);
    return at + match.length;
  }
  const bool is_genitive =
      match.form == GazetteerForm::kGenitive ||
      (at < end_ && text_.tokens[at].feats.find("Case=Gen") != absl::string_view::npos);
  if (inhabitant != nullptr && (is_genitive || IsTitle(at + 1))) {
    SetFront(phrase, entities_.StateById(inhabitant->state->id()), match.bytes, at, true);
    return at + match.length;
  }
  return at;
}

// "Nordland statsminister Dahl", where the genitive has been forgotten or English needs none.
bool PhraseReader::IsTitleOfPerson(uint32_t at) const {
  if (at >= end_) return false;
  const GazetteerMatch match = gazetteer_.Match(text_, at, end_);
  if (match.Find(GazetteerRole::kOfficeTitle) == nullptr) return false;
  const auto name = name_at_.find(at + match.length);
  return name != name_at_.end() && text_.names[name->second].type == NameType::kPerson;
}

bool PhraseReader::IsTitle(uint32_t at) const {
  return at < end_ &&
         gazetteer_.Match(text_, at, end_).Find(GazetteerRole::kOfficeTitle) != nullptr;
}

// "nasjonal sikkerhetsrådgiver", "ambassadør og spesialutsending", "CIA-direktør"; an adjective
// that the lexicon does not know may stand in front.
uint32_t PhraseReader::ReadTitles(uint32_t at, Phrase& phrase) {
  uint32_t next = at;
  bool found = false;
  for (uint32_t skipped = 0; next < end_;) {
    if (CompoundTitle(next, phrase)) {
      found = true;
      ++next;
    } else if (const GazetteerMatch match = gazetteer_.Match(text_, next, end_);
               const GazetteerEntry* title = match.Find(GazetteerRole::kOfficeTitle)) {
      // "møtte statsministeren president Dahl": the first is somebody else.
      if (next > at && IsTitle(next - 1) && IsDefinite(next - 1)) break;
      if (phrase.titles.empty()) phrase.title_token = next;
      phrase.titles.push_back({TextOf(next, match.length), title->office});
      found = true;
      next += match.length;
    } else if (!phrase.titles.empty() && Is("list_conjunction", next) && IsTitle(next + 1)) {
      ++next;
    } else if (phrase.titles.empty() && skipped < kAdjectiveReach && IsTitle(next + 1) &&
               text_.tokens[next].is_word && IsPlainAdjective(next)) {
      ++skipped;
      ++next;
    } else {
      break;
    }
  }
  return found ? next : at;
}

bool PhraseReader::IsDefinite(uint32_t at) const {
  return text_.tokens[at].upos == "NOUN" &&
         text_.tokens[at].feats.find("Definite=Def") != absl::string_view::npos;
}

// "Nordlands nye sjeføkonom Dahl": a title that the lexicon does not have.
uint32_t PhraseReader::ReadUnknownTitle(uint32_t at) const {
  const uint32_t begin = at;
  for (uint32_t skipped = 0; skipped <= kAdjectiveReach && at + 1 < end_; ++skipped, ++at) {
    if (name_at_.contains(at) || !text_.tokens[at].is_word) break;
    if (text_.tokens[at].upos == "NOUN") {
      const auto name = name_at_.find(at + 1);
      const bool is_person =
          name != name_at_.end() && text_.names[name->second].type == NameType::kPerson;
      return is_person ? at + 1 : begin;
    }
    if (!IsPlainAdjective(at)) break;
  }
  return begin;
}

bool PhraseReader::IsPlainAdjective(uint32_t at) const {
  return name_at_.count(at) == 0 && !Is("preposition", at) && !Is("conjunction", at) &&
         !Is("auxiliary", at) && !Is("modal", at) && !Is("subordinator", at) &&
         !Is("reporting_verb", at) && !Is("verb", at) &&
         grammar_.triggers().At(text_.tokens, at, end_).empty();
}

// "CIA-direktør", "Axios-journalist": the front is whose title or profession it is.
bool PhraseReader::CompoundTitle(uint32_t at, Phrase& phrase) {
  const auto name = name_at_.find(at);
  if (name == name_at_.end()) return false;
  const Name& found = text_.names[name->second];
  const absl::string_view tail = TailOf(text_, found);
  if (found.token_count != 1 || tail.empty() || tail[0] != '-') return false;
  const auto title = TitleByWord(std::string(tail.substr(1)));
  const bool person_noun = !title && IsPersonNoun(tail.substr(1));
  if (!title && !person_noun) return false;
  const auto entity = entities_.EntityOf(text_, found, /*as_place=*/false);
  if (!entity) return false;
  entities_.AddMention(*entity, found.bytes, text_.Slice(found.bytes));
  phrase.of = entity;
  phrase.of_is_genitive = true;
  phrase.of_bytes = found.bytes;
  phrase.of_token = at;
  phrase.is_counted = true;
  if (title != nullptr) phrase.titles.push_back({std::string(tail.substr(1)), title});
  phrase.title_token = at;
  return true;
}

const Office* PhraseReader::TitleByWord(const std::string& word) const {
  for (const GazetteerEntry& entry : gazetteer_.Find(word)) {
    if (entry.role == GazetteerRole::kOfficeTitle) return entry.office;
  }
  return nullptr;
}

bool PhraseReader::IsPersonNoun(absl::string_view word) const {
  const auto& nouns = grammar_.lexicon().person_noun();
  return std::find(nouns.begin(), nouns.end(), word) != nouns.end();
}

std::string PhraseReader::TextOf(uint32_t at, uint32_t count) const {
  return std::string(
      text_.Slice({text_.tokens[at].bytes.begin, text_.tokens[at + count - 1].bytes.end}));
}

// "presidenten i Nordland", "leader of Nordland": whose title it is.
uint32_t PhraseReader::ReadOwnerBehind(uint32_t at, Phrase& phrase) {
  if (phrase.of || !Is("group_preposition", at)) return at;
  const auto found = name_at_.find(at + 1);
  if (found == name_at_.end()) return at;
  const Name& name = text_.names[found->second];
  if (!TailOf(text_, name).empty()) return at;
  const auto entity = entities_.EntityOf(text_, name, Is("locative_preposition", at));
  if (!entity) return at;
  const proto::Entity::Kind kind = entities_.entity(*entity).kind();
  if (kind != proto::Entity::STATE && kind != proto::Entity::ORGANIZATION) return at;
  SetFront(phrase, *entity, name.bytes, at + 1, true);
  return at + 1 + name.token_count;
}

}  // namespace norn::ingest
