#include "ingest/analysis/names/name_units.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr uint32_t kMaxParticles = 3;

NameUnit UnitOfName(uint32_t at, const GazetteerMatch& match) {
  return NameUnit{.kind = NameUnit::kName,
                  .first = at,
                  .count = match.length,
                  .end_byte = match.bytes.end,
                  .ends = match.form != GazetteerForm::kBase,
                  .match = &match};
}

// Of what the lexicon knows and is no name.
NameUnit::Kind KindOfMatch(const GazetteerMatch& match) {
  if (match.Find(GazetteerRole::kOfficeTitle) != nullptr) return NameUnit::kTitle;
  return match.Find(GazetteerRole::kWeapon) != nullptr ? NameUnit::kNoise : NameUnit::kAdjective;
}

}  // namespace

bool NameUnit::is_person() const {
  const GazetteerEntry* entry = match == nullptr ? nullptr : match->name();
  return entry != nullptr && entry->actor != nullptr && entry->actor->kind() == Actor::PERSON;
}

std::string NameOf(const NameUnit& unit, const AnnotatedText& text) {
  const ByteSpan word = text.tokens[unit.first].bytes;
  return Fold(text.Slice({word.begin, std::min(unit.end_byte, word.end)}));
}

std::vector<NameUnit> NameUnits::SequenceAt(uint32_t at, uint32_t end) const {
  std::vector<NameUnit> units;
  uint32_t particles = 0;
  while (at + particles < end) {
    std::optional<NameUnit> unit = UnitAt(at + particles, end);
    if (unit.has_value()) {
      unit->particles = particles;
      units.push_back(*unit);
      at = unit->first + unit->count;
      particles = 0;
      if (unit->ends) break;
    } else if (!units.empty() && particles < kMaxParticles &&
               CanTakeParticle(units.back(), text_.tokens[at + particles]) &&
               IsParticle(at + particles, end, particles == 0)) {
      ++particles;
    } else {
      break;
    }
  }
  return units;
}

// "Bank of China", "Abd al Rahman"; not "Dahl of Nordland", where the name was complete. Fathers'
// names may follow any.
bool NameUnits::CanTakeParticle(const NameUnit& unit, const Token& particle) const {
  return unit.kind == NameUnit::kPlain ||
         (unit.is_person() && !unit.ends && words_.Is("patronymic", particle.lower));
}

// Nor "Oslo der Per Berg bor": a word that is common opens no particles, unless it joins names or
// is one together with the next, as "de la".
bool NameUnits::IsParticle(uint32_t at, uint32_t end, bool is_first) const {
  const Token& token = text_.tokens[at];
  if (token.lower == "&" || words_.Is("name_joiner", token.lower)) return true;
  if (!token.is_word || !words_.IsNameParticle(token.lower)) return false;
  if (!is_first || !words_.IsCommon(token.lower)) return true;
  return at + 1 < end &&
         words_.IsNameParticle(absl::StrCat(token.lower, " ", text_.tokens[at + 1].lower));
}

std::optional<NameUnit> NameUnits::UnitAt(uint32_t at, uint32_t end) const {
  const bool is_capital = context_.IsCapital(at);
  const GazetteerMatch* match = context_.MatchAt(at);
  if (match != nullptr && match->name() != nullptr) return UnitOfName(at, *match);
  if (!is_capital) return std::nullopt;
  if (match != nullptr && at + match->length <= end &&
      !words_.IsGivenName(text_.tokens[at].lower)) {
    return NameUnit{.kind = KindOfMatch(*match),
                    .first = at,
                    .count = match->length,
                    .end_byte = match->bytes.end,
                    .ends = match->form == GazetteerForm::kGenitive};
  }
  return WordUnit(at);
}

NameUnit NameUnits::WordUnit(uint32_t at) const {
  const Token& token = text_.tokens[at];
  const absl::string_view form = text_.Form(token);
  NameUnit unit{.first = at, .end_byte = token.bytes.end};
  if (const uint32_t front = CompoundFront(form); front > 0) {
    unit.end_byte = token.bytes.begin + front;
    unit.ends = true;
    // "Tv-kanalen", "Ex-president": no name stands in front.
    if (words_.IsCommon(NameOf(unit, text_))) unit.kind = NameUnit::kNoise;
    return unit;
  }
  const uint32_t genitive = PlainGenitive(form);
  unit.end_byte -= genitive;
  unit.ends = genitive > 0;
  const std::string name = NameOf(unit, text_);
  unit.is_given_name = words_.IsGivenName(name);
  if (genitive == 0 && !unit.is_given_name && absl::EndsWith(token.lower, "s")) {
    const std::string stem = name.substr(0, name.size() - 1);
    if (words_.IsGivenName(stem) || context_.SeenAsName(stem)) {
      --unit.end_byte;
      unit.ends = true;
    }
  }
  unit.kind = KindOf(unit);
  return unit;
}

NameUnit::Kind NameUnits::KindOf(const NameUnit& unit) const {
  const std::string& word = text_.tokens[unit.first].lower;
  if (unit.is_given_name) return NameUnit::kPlain;
  if (words_.IsDayOrMonth(word) || IsCommonHere(unit, word) ||
      IsCommonHere(unit, NameOf(unit, text_))) {
    return NameUnit::kNoise;
  }
  if (gazetteer_.IsTitle(word) || words_.IsPersonNoun(word) || words_.IsOrganizationNoun(word) ||
      words_.IsPlaceNoun(word)) {
    return NameUnit::kTitle;
  }
  return NameUnit::kPlain;
}

// A common word whose capital says nothing. With a capital in mid-sentence, and never without,
// it is a name all the same: the party Høyre, Europa.
bool NameUnits::IsCommonHere(const NameUnit& unit, absl::string_view word) const {
  constexpr size_t kLongestPronoun = 5;  // in bytes: some write Du and Dere for politeness
  if (!words_.IsCommon(word)) return false;
  return word.size() <= kLongestPronoun || context_.SeenLower(word) ||
         (context_.IsStart(unit.first) && !context_.SeenAsName(word));
}

}  // namespace norn::ingest
