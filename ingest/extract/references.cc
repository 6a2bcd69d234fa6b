#include "ingest/extract/references.h"

#include <algorithm>
#include <string>

namespace norn::ingest {
namespace {

// How many mentions back a pronoun may point.
constexpr size_t kReach = 64;

void MoveToEnd(std::vector<uint32_t>& list, uint32_t entity) {
  list.erase(std::remove(list.begin(), list.end(), entity), list.end());
  list.push_back(entity);
  if (list.size() > kReach) list.erase(list.begin());
}

}  // namespace

References::References(const AnnotatedText& text, const Grammar& grammar, EntityTable& entities,
                       OfficeBook& offices)
    : text_(text), grammar_(grammar), entities_(entities), offices_(offices) {}

void References::Resolve(std::vector<Mention>& mentions) {
  speaker_ = Speaker(mentions);
  std::vector<Mention> before;
  for (Mention& mention : mentions) {
    if (mention.kind == Mention::Kind::kPronoun) mention.entities = Meant(mention, before);
    Note(mention);
    before.push_back(mention);
  }
  // The next sentence's "han" is mostly this one's first subject.
  for (const Mention& mention : mentions) {
    if (mention.entities.size() != 1 || !IsPerson(mention.entities[0]) || !IsSubject(mention)) {
      continue;
    }
    topic_ = mention.entities[0];
    break;
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
    } else if (entities_.entity(entity).kind() == proto::Entity::STATE &&
               mention.kind != Mention::Kind::kAdjective) {
      MoveToEnd(states_, entity);
    }
  }
}

// "– Jeg traff henne, sier Dahl": the person right behind the verb of saying.
std::optional<uint32_t> References::Speaker(const std::vector<Mention>& mentions) const {
  for (const Mention& mention : mentions) {
    if (mention.phrase_begin == 0 || mention.entities.size() != 1 || mention.is_genitive) continue;
    const std::string& before = text_.tokens[mention.phrase_begin - 1].lower;
    if (grammar_.Is("reporting_verb", before) && IsPerson(mention.entities[0])) {
      return mention.entities[0];
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
      one = speaker_;
      break;
    case Pronoun::LATTER:
      one = Latter(before);
      break;
    case Pronoun::COUNTRY:
      one = CountryMeant(before);
      break;
    case Pronoun::BOTH:
      return LastTwo(*pronoun.pronoun);
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
  if (two.size() < 2) two.clear();
  std::sort(two.begin(), two.end());
  return two;
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

// The sentence's subject so far, or the last sentence's; a pronoun that a preposition governs means
// somebody else than the subject in front of it.
std::optional<uint32_t> References::PersonMeant(const Mention& pronoun,
                                                const std::vector<Mention>& before) const {
  std::optional<uint32_t> subject;
  const auto end = before.rbegin() + static_cast<ptrdiff_t>(std::min(before.size(), kReach));
  for (auto mention = before.rbegin(); mention != end; ++mention) {
    if (mention->entities.size() == 1 && IsPerson(mention->entities[0]) && IsSubject(*mention)) {
      subject = mention->entities[0];
      break;
    }
  }
  if (IsSubject(pronoun) && !IsObjectForm(pronoun)) return subject ? subject : topic_;
  for (auto person = persons_.rbegin(); person != persons_.rend(); ++person) {
    if (!subject || *person != *subject) return *person;
  }
  return std::nullopt;
}

// "gikk til krig mot landet": the last state named that is not the clause's subject.
std::optional<uint32_t> References::CountryMeant(const std::vector<Mention>& before) const {
  std::optional<uint32_t> subject;
  if (!before.empty() && before.back().entities.size() == 1) subject = before.back().entities[0];
  for (auto state = states_.rbegin(); state != states_.rend(); ++state) {
    if (!subject || *state != *subject) return *state;
  }
  return std::nullopt;
}

}  // namespace norn::ingest
