#include "ingest/extract/mentions/references.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "base/search_key.h"

namespace norn::ingest {
namespace {

// How many mentions back a pronoun may point.
constexpr size_t kReach = 64;
// And how many sentences.
constexpr uint32_t kSentencesBack = 2;
constexpr uint32_t kNone = UINT32_MAX;

void MoveToEnd(std::vector<uint32_t>& list, uint32_t entity) {
  list.erase(std::remove(list.begin(), list.end(), entity), list.end());
  list.push_back(entity);
  if (list.size() > kReach) list.erase(list.begin());
}

}  // namespace

References::References(const AnnotatedText& text, const Grammar& grammar, EntityTable& entities,
                       OfficeBook& offices)
    : text_(text), grammar_(grammar), entities_(entities), offices_(offices) {}

void References::Resolve(const Sentence& sentence, std::vector<Mention>& mentions) {
  ++sentence_;
  speaker_ = Speaker(mentions);
  std::vector<Mention> before;
  FindStranger(sentence, mentions);
  for (Mention& mention : mentions) {
    if (mention.kind == Mention::Kind::kPronoun) {
      mention.entities = Meant(mention, before);
      mention.via = ViaOf(mention);
    }
    Note(mention);
    before.push_back(mention);
  }
  stranger_before_ = stranger_ != kNone;
  // The next sentence's "han" is mostly this one's first subject.
  for (const Mention& mention : mentions) {
    if (mention.entities.size() != 1 || !IsPerson(mention.entities[0]) || !IsSubject(mention)) {
      continue;
    }
    topic_ = mention.entities[0];
    break;
  }
}

Mention::Via References::ViaOf(const Mention& pronoun) {
  if (pronoun.entities.empty()) return Mention::Via::kNone;
  switch (pronoun.pronoun->kind()) {
    case Pronoun::SPEAKER:
      return Mention::Via::kSpeaker;
    case Pronoun::COUNTRY:
      return Mention::Via::kCountry;
    case Pronoun::BOTH:
    case Pronoun::BOTH_STATES:
      return Mention::Via::kPlural;
    default:
      return Mention::Via::kPronoun;
  }
}

// "en mann", "legen": a subject without a name, whom later pronouns mean rather.
void References::FindStranger(const Sentence& sentence, const std::vector<Mention>& mentions) {
  stranger_ = kNone;
  const uint32_t begin = sentence.first_token;
  const uint32_t end = begin + sentence.token_count;
  for (uint32_t at = begin; at < end; ++at) {
    const Token& token = text_.tokens[at];
    if (token.upos != "NOUN" || !absl::StartsWith(token.deprel, "nsubj")) continue;
    if (!grammar_.IsHumanNoun(token.lower) && !grammar_.IsHumanNoun(token.lemma)) continue;
    const bool is_mention = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.phrase_begin <= at && at < m.end_token();
    });
    if (!is_mention) {
      stranger_ = at;
      return;
    }
  }
}

bool References::IsPerson(uint32_t entity) const {
  return entities_.entity(entity).kind() == proto::Entity::PERSON;
}

bool References::IsSubject(const Mention& mention) const {
  if (mention.is_genitive) return false;
  if (mention.phrase_begin == 0) return true;
  return !grammar_.Is("preposition", text_.tokens[mention.phrase_begin - 1].lower);
}

void References::Note(const Mention& mention) {
  for (const uint32_t entity : mention.entities) {
    if (IsPerson(entity)) {
      MoveToEnd(persons_, entity);
      last_seen_[entity] = sentence_;
    } else if (entities_.entity(entity).kind() == proto::Entity::STATE &&
               mention.kind != Mention::Kind::kAdjective) {
      MoveToEnd(states_, entity);
    }
  }
}

// "– Jeg traff henne, sier Dahl": the person right behind the verb of saying.
std::optional<References::SpeakerOf> References::Speaker(
    const std::vector<Mention>& mentions) const {
  for (const Mention& mention : mentions) {
    if (mention.phrase_begin == 0 || mention.entities.size() != 1 || mention.is_genitive) continue;
    const std::string& before = text_.tokens[mention.phrase_begin - 1].lower;
    if (grammar_.Is("reporting_verb", before) && IsPerson(mention.entities[0])) {
      return SpeakerOf{mention.entities[0], mention.first_token};
    }
  }
  return std::nullopt;
}

// "henne", "ham": never the subject.
bool References::IsObjectForm(const Mention& pronoun) const {
  return grammar_.Is("object_pronoun", text_.tokens[pronoun.first_token].lower);
}

std::vector<uint32_t> References::Meant(const Mention& pronoun,
                                        const std::vector<Mention>& before) const {
  std::optional<uint32_t> one;
  switch (pronoun.pronoun->kind()) {
    case Pronoun::PERSON:
      one = PersonMeant(pronoun, before);
      break;
    case Pronoun::SPEAKER:
      // "skriver Dahl, og jeg er enig" is somebody else.
      if (speaker_ && pronoun.first_token < speaker_->token) one = speaker_->person;
      break;
    case Pronoun::LATTER:
      one = Latter(before);
      break;
    case Pronoun::COUNTRY:
      one = CountryMeant(pronoun, before);
      break;
    case Pronoun::BOTH:
      if (const Mention* group = GroupThatSays(pronoun, before)) return group->entities;
      return LastTwo(*pronoun.pronoun);
    case Pronoun::BOTH_STATES:
      return LastTwoStates();
    default:
      break;
  }
  return one ? std::vector<uint32_t>{*one} : std::vector<uint32_t>{};
}

// "de to presidentene": the two last named who hold the office; nobody if there are not two.
std::vector<uint32_t> References::LastTwo(const Pronoun& pronoun) const {
  std::vector<uint32_t> two;
  for (auto person = persons_.rbegin(); person != persons_.rend() && two.size() < 2; ++person) {
    if (pronoun.office().empty() || offices_.Holds(*person, pronoun.office())) {
      two.push_back(*person);
    }
  }
  // "partene", where the article has named no persons.
  if (two.empty() && pronoun.office().empty()) return LastTwoStates();
  if (two.size() < 2) two.clear();
  std::sort(two.begin(), two.end());
  return two;
}

// "de to landene"
std::vector<uint32_t> References::LastTwoStates() const {
  if (states_.size() < 2) return {};
  std::vector<uint32_t> two(states_.end() - 2, states_.end());
  std::sort(two.begin(), two.end());
  return two;
}

// "Nordlands hær sier de har angrepet": who says so. Null: no group says anything here.
const Mention* References::GroupThatSays(const Mention& pronoun,
                                         const std::vector<Mention>& before) const {
  constexpr uint32_t kWordsBetween = 3;
  // "melder avisen at de to …" are two others.
  if (pronoun.token_count > 1) return nullptr;
  if (before.empty() || !grammar_.Is("they", text_.tokens[pronoun.first_token].lower)) {
    return nullptr;
  }
  const Mention& last = before.back();
  const bool is_group = last.kind == Mention::Kind::kGroup ||
                        (last.kind == Mention::Kind::kName && last.entities.size() == 1 &&
                         !IsPerson(last.entities[0]));
  if (!is_group || !IsSubject(last) || pronoun.first_token > last.end_token() + kWordsBetween) {
    return nullptr;
  }
  for (uint32_t at = last.end_token(); at < pronoun.first_token; ++at) {
    if (grammar_.Is("reporting_verb", text_.tokens[at].lower)) return &last;
  }
  // "melder Nordlands hær at de har angrepet"
  const bool is_inverted = last.phrase_begin > 0 &&
                           grammar_.Is("reporting_verb", text_.tokens[last.phrase_begin - 1].lower);
  return is_inverted ? &last : nullptr;
}

// The last of the list before it; without one, nobody.
std::optional<uint32_t> References::Latter(const std::vector<Mention>& before) const {
  const auto end = before.rbegin() + static_cast<ptrdiff_t>(std::min(before.size(), kReach));
  for (auto mention = before.rbegin(); mention != end; ++mention) {
    if (mention->list_previous >= 0 && mention->entities.size() == 1 &&
        IsPerson(mention->entities[0])) {
      return mention->entities[0];
    }
  }
  return std::nullopt;
}

// f, m, or 0 where the name does not tell.
char References::GenderOf(uint32_t person) const {
  const std::string& name = entities_.entity(person).name();
  return grammar_.GenderOfName(base::SearchKey(name.substr(0, name.find_first_of(" -"))));
}

bool References::MayMean(const Pronoun& pronoun, uint32_t person) const {
  const auto seen = last_seen_.find(person);
  if (seen == last_seen_.end() || sentence_ - seen->second > kSentencesBack) return false;
  const char gender = GenderOf(person);
  return gender == '\0' || pronoun.gender().empty() || pronoun.gender()[0] == gender;
}

// The sentence's subject so far, or the last sentence's; a pronoun that a preposition governs means
// somebody else than the subject in front of it. Who speaks does not mean himself: "Hun var der,
// sier Dahl". Nobody where two fit alike.
std::optional<uint32_t> References::PersonMeant(const Mention& pronoun,
                                                const std::vector<Mention>& before) const {
  const Pronoun& word = *pronoun.pronoun;
  const auto fits = [&](uint32_t person) {
    const bool speaks =
        speaker_ && person == speaker_->person && pronoun.first_token < speaker_->token;
    return !speaks && MayMean(word, person);
  };
  if (stranger_ < pronoun.first_token) return std::nullopt;
  std::optional<uint32_t> subject;
  const auto end = before.rbegin() + static_cast<ptrdiff_t>(std::min(before.size(), kReach));
  for (auto mention = before.rbegin(); mention != end; ++mention) {
    if (mention->entities.size() == 1 && IsPerson(mention->entities[0]) && IsSubject(*mention)) {
      subject = mention->entities[0];
      break;
    }
  }
  if (IsSubject(pronoun) && !IsObjectForm(pronoun)) {
    if (subject && fits(*subject)) return subject;
    if (!subject && stranger_before_) return std::nullopt;
    if (!subject && topic_ && fits(*topic_)) return topic_;
  }
  // Nor where the first choice was of the other gender and the next is of none that is known.
  const bool is_second_choice = IsSubject(pronoun) && !IsObjectForm(pronoun) && (subject || topic_);
  std::optional<uint32_t> last;
  for (auto person = persons_.rbegin(); person != persons_.rend(); ++person) {
    if ((subject && *person == *subject) || !fits(*person)) continue;
    if (is_second_choice && GenderOf(*person) == '\0') continue;
    if (last && last_seen_.at(*last) == last_seen_.at(*person)) return std::nullopt;
    if (!last) last = *person;
  }
  return last;
}

// "gikk til krig mot landet": the last state named that is not the clause's subject; but "X sier at
// landet angriper" is X.
std::optional<uint32_t> References::CountryMeant(const Mention& pronoun,
                                                 const std::vector<Mention>& before) const {
  std::optional<uint32_t> subject;
  if (!before.empty() && before.back().entities.size() == 1) subject = before.back().entities[0];
  const bool is_subject = IsSubject(pronoun) && text_.tokens[pronoun.first_token].deprel == "nsubj";
  if (is_subject && subject && IsSubject(before.back()) &&
      entities_.entity(*subject).kind() == proto::Entity::STATE) {
    return subject;
  }
  for (auto state = states_.rbegin(); state != states_.rend(); ++state) {
    if (!subject || *state != *subject) return *state;
  }
  return std::nullopt;
}

}  // namespace norn::ingest
