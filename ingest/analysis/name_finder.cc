#include "ingest/analysis/name_finder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/types/span.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr uint32_t kMaxParticles = 3;

// Words that stand or fall together when names are put together: a match of the lexicon, or one
// capitalised token.
struct Unit {
  enum Kind : uint8_t {
    kName,       // a name of the lexicon
    kTitle,      // "President", "journalisten": in front of a name, not in it
    kAdjective,  // of a state, or its inhabitants
    kNoise,      // a common word, a day, a month
    kPlain,      // a capitalised word that the lexicon does not know
  };
  Kind kind = kPlain;
  uint32_t first = 0;
  uint32_t count = 1;
  uint32_t particles = 0;  // lower-case tokens between the unit before and this one
  uint32_t end_byte = 0;   // of the name: without genitive and compound tail
  bool ends = false;       // nothing that follows can be of the same name
  bool is_given_name = false;
  const GazetteerMatch* match = nullptr;

  bool Is(GazetteerRole role) const { return match != nullptr && match->Find(role) != nullptr; }
  bool is_state() const {
    return Is(GazetteerRole::kStateName) || Is(GazetteerRole::kCapital) || Is(GazetteerRole::kSeat);
  }
  bool is_person() const {
    const GazetteerEntry* entry = match == nullptr ? nullptr : match->name();
    return entry != nullptr && entry->actor != nullptr && entry->actor->kind() == Actor::PERSON;
  }
};

using Units = absl::Span<const Unit>;

class Finder {
 public:
  Finder(const Vocabulary& vocabulary, const Gazetteer& gazetteer, const NameContext& context,
         const AnnotatedText& text)
      : words_(vocabulary), gazetteer_(gazetteer), context_(context), text_(text) {}

  std::vector<FoundName> Run() {
    for (const Sentence& sentence : text_.sentences) {
      const uint32_t end = sentence.first_token + sentence.token_count;
      only_lexicon_ = context_.IsTitleCase(sentence);
      for (uint32_t at = sentence.first_token; at < end;) {
        const std::vector<Unit> units = CollectSequence(at, end);
        if (units.empty()) {
          ++at;
          continue;
        }
        at = units.back().first + units.back().count;
        SplitSequence(units);
      }
    }
    return std::move(found_);
  }

 private:
  // Units.

  std::vector<Unit> CollectSequence(uint32_t at, uint32_t end) const {
    std::vector<Unit> units;
    uint32_t particles = 0;
    while (at + particles < end) {
      std::optional<Unit> unit = UnitAt(at + particles, end);
      if (unit.has_value()) {
        unit->particles = particles;
        units.push_back(*unit);
        at = unit->first + unit->count;
        particles = 0;
        if (unit->ends) break;
      } else if (!units.empty() && particles < kMaxParticles &&
                 CanTakeParticle(units.back(), text_.tokens[at + particles]) &&
                 IsParticle(text_.tokens[at + particles], particles == 0)) {
        ++particles;
      } else {
        break;
      }
    }
    return units;
  }

  // "Bank of China", "Abd al Rahman"; not "Dahl of Nordland", where the name was complete. Fathers'
  // names may follow any.
  bool CanTakeParticle(const Unit& unit, const Token& particle) const {
    return unit.kind == Unit::kPlain ||
           (unit.is_person() && !unit.ends && words_.Is("patronymic", particle.lower));
  }
  // Nor "Oslo der Per Berg bor": a word that is common opens no particles, unless it joins names.
  bool IsParticle(const Token& token, bool is_first) const {
    if (token.lower == "&" || words_.Is("name_joiner", token.lower)) return true;
    return token.is_word && words_.IsNameParticle(token.lower) &&
           !(is_first && words_.IsCommon(token.lower));
  }

  std::optional<Unit> UnitAt(uint32_t at, uint32_t end) const {
    const bool is_capital = context_.IsCapital(at);
    const GazetteerMatch* match = context_.MatchAt(at);
    if (match != nullptr && match->name() != nullptr) return NameUnit(at, *match);
    if (!is_capital) return std::nullopt;
    if (match != nullptr && at + match->length <= end &&
        !words_.IsGivenName(text_.tokens[at].lower)) {
      return Unit{.kind = KindOf(*match),
                  .first = at,
                  .count = match->length,
                  .end_byte = match->bytes.end,
                  .ends = match->form == GazetteerForm::kGenitive};
    }
    return WordUnit(at);
  }

  static Unit NameUnit(uint32_t at, const GazetteerMatch& match) {
    return Unit{.kind = Unit::kName,
                .first = at,
                .count = match.length,
                .end_byte = match.bytes.end,
                .ends = match.form != GazetteerForm::kBase,
                .match = &match};
  }

  Unit WordUnit(uint32_t at) const {
    const Token& token = text_.tokens[at];
    const absl::string_view form = text_.Form(token);
    Unit unit{.first = at, .end_byte = token.bytes.end};
    if (const uint32_t front = CompoundFront(form); front > 0) {
      unit.end_byte = token.bytes.begin + front;
      unit.ends = true;
      // "Tv-kanalen", "Ex-president": no name stands in front.
      if (words_.IsCommon(NameOf(unit))) unit.kind = Unit::kNoise;
      return unit;
    }
    const uint32_t genitive = PlainGenitive(form);
    unit.end_byte -= genitive;
    unit.ends = genitive > 0;
    unit.is_given_name = words_.IsGivenName(NameOf(unit));
    if (genitive == 0 && !unit.is_given_name && absl::EndsWith(token.lower, "s")) {
      const std::string stem = NameOf(unit).substr(0, NameOf(unit).size() - 1);
      if (words_.IsGivenName(stem) || context_.SeenAsName(stem)) {
        --unit.end_byte;
        unit.ends = true;
      }
    }
    unit.kind = KindOf(unit);
    return unit;
  }

  // Of what the lexicon knows and is no name.
  static Unit::Kind KindOf(const GazetteerMatch& match) {
    if (match.Find(GazetteerRole::kOfficeTitle) != nullptr) return Unit::kTitle;
    return match.Find(GazetteerRole::kWeapon) != nullptr ? Unit::kNoise : Unit::kAdjective;
  }

  Unit::Kind KindOf(const Unit& unit) const {
    const std::string& word = text_.tokens[unit.first].lower;
    if (unit.is_given_name) return Unit::kPlain;
    if (words_.IsDayOrMonth(word) || IsCommonHere(unit, word) || IsCommonHere(unit, NameOf(unit))) {
      return Unit::kNoise;
    }
    if (gazetteer_.IsTitle(word) || words_.IsPersonNoun(word) || words_.IsOrganizationNoun(word) ||
        words_.IsPlaceNoun(word)) {
      return Unit::kTitle;
    }
    return Unit::kPlain;
  }

  // A common word whose capital says nothing. With a capital in mid-sentence, and never without,
  // it is a name all the same: the party Høyre, Europa.
  bool IsCommonHere(const Unit& unit, absl::string_view word) const {
    constexpr size_t kLongestPronoun = 5;  // in bytes: some write Du and Dere for politeness
    if (!words_.IsCommon(word)) return false;
    return word.size() <= kLongestPronoun || context_.SeenLower(word) ||
           (context_.IsStart(unit.first) && !context_.SeenAsName(word));
  }

  // The unit's first word without ending or tail, folded.
  std::string NameOf(const Unit& unit) const {
    const uint32_t begin = text_.tokens[unit.first].bytes.begin;
    return Fold(text_.Slice({begin, std::min(unit.end_byte, text_.tokens[unit.first].bytes.end)}));
  }

  // Sequences.

  void SplitSequence(Units units) {
    if (context_.IsStart(units[0].first) && !KeepsStart(units)) {
      units.remove_prefix(1);
    }
    size_t begin = 0;
    for (size_t at = 0; at <= units.size(); ++at) {
      if (at < units.size() && (at == begin ? CanOpen(units, at) : !Separates(units, begin, at))) {
        continue;
      }
      Emit(units.subspan(begin, at - begin));
      // The unit that separates begins the next name, or belongs to none.
      begin = at < units.size() && CanOpen(units, at) && at > begin ? at : at + 1;
    }
  }

  // Whether a first word that would have its capital anyway is a name.
  bool KeepsStart(Units units) const {
    const Unit& unit = units[0];
    const Token& token = text_.tokens[unit.first];
    const std::string name = NameOf(unit);
    if (unit.kind == Unit::kName) {
      return unit.count > 1 || context_.SeenAsName(name) ||
             !(words_.IsCommon(name) || context_.SeenLower(name));
    }
    if (unit.kind != Unit::kPlain) return true;
    const bool before_capital = units.size() > 1 || NextIsCapital(unit);
    if (unit.is_given_name && (before_capital || !words_.IsCommon(name))) return true;
    if (context_.SeenAsName(name)) return true;
    if (context_.SeenLower(token.lower) || context_.SeenLower(name)) return false;
    const absl::string_view form = text_.Slice({token.bytes.begin, unit.end_byte});
    if (IsAllUpper(form, 1) && form.size() > 1) return true;  // NRK, G7
    if (units.size() > 1) return units[1].kind == Unit::kPlain && !units[1].is_given_name;
    if (before_capital) return true;
    const uint32_t next = unit.first + unit.count;
    return next < text_.tokens.size() && words_.Is("reporting_verb", text_.tokens[next].lower) &&
           !EndsLikeNoun(token.lower);
  }

  // "Regjeringen sier": a definite noun, not a name.
  bool EndsLikeNoun(absl::string_view word) const {
    constexpr size_t kLongestEnding = 6;
    for (size_t size = 2; size <= std::min(kLongestEnding, word.size() - 1); ++size) {
      if (words_.Is("definite_ending", word.substr(word.size() - size))) return true;
    }
    return false;
  }

  bool NextIsCapital(const Unit& unit) const {
    const uint32_t next = unit.first + unit.count;
    return next < text_.tokens.size() && context_.IsCapital(next);
  }

  // Whether a name can begin with the unit.
  bool CanOpen(Units units, size_t at) const {
    const Unit& unit = units[at];
    if (unit.kind == Unit::kName) return true;
    if (only_lexicon_ || unit.kind == Unit::kTitle || unit.kind == Unit::kNoise) return false;
    if (unit.kind == Unit::kPlain) return true;
    // "Russian Orthodox Church", where adjectives have capitals by themselves.
    return !context_.IsStart(unit.first) && !unit.ends && at + 1 < units.size() &&
           units[at + 1].kind == Unit::kPlain && !units[at + 1].is_given_name;
  }

  // Whether units[at] is not of the name that units[begin, at) are.
  bool Separates(Units units, size_t begin, size_t at) const {
    const Unit& unit = units[at];
    const Unit& before = units[at - 1];
    const bool is_complete = at == begin + 1 && before.kind == Unit::kName;
    if (only_lexicon_ || before.ends) return true;
    switch (unit.kind) {
      case Unit::kName:
        if (unit.particles > 0) return false;
        // A surname that is a state's or its capital's name too: "Michael Jordan".
        if (unit.is_state() && at == begin + 1 && before.is_given_name &&
            before.kind == Unit::kPlain) {
          return false;
        }
        if (before.kind == Unit::kName || unit.is_state()) return true;
        return unit.is_person() && unit.count > 1;
      case Unit::kPlain:
        return is_complete && unit.is_given_name && unit.particles == 0;
      case Unit::kTitle:
        // A surname that is a title too: "Stephen King".
        return !(at == begin + 1 && before.is_given_name && at + 1 == units.size());
      case Unit::kAdjective:
      case Unit::kNoise:
        return is_complete || at + 1 == units.size() ? !before.is_given_name
                                                     : units[at + 1].kind != Unit::kPlain;
    }
    return true;
  }

  void Emit(Units units) {
    if (units.empty()) return;
    const Unit& first = units.front();
    const Unit& last = units.back();
    FoundName found;
    found.name.first_token = first.first;
    found.name.token_count = last.first + last.count - first.first;
    found.name.bytes = {text_.tokens[first.first].bytes.begin, last.end_byte};
    if (last.end_byte == 0)
      found.name.bytes.end = text_.tokens[last.first + last.count - 1].bytes.end;
    // "Harald bin Olav" with another father behind it is still the lexicon's.
    const bool is_known = units.size() == 1 || (first.is_person() && first.count > 1);
    if (is_known && first.kind == Unit::kName) found.entry = *first.match->name();
    found.ends_in_person = units.size() > 1 && last.is_person();
    // A single letter is a name only where the lexicon says so.
    const bool is_letter =
        units.size() == 1 && first.kind != Unit::kName && IsOneLetter(found.name);
    if (!is_letter) found_.push_back(std::move(found));
  }

  bool IsOneLetter(const Name& name) const {
    size_t at = 0;
    const absl::string_view form = text_.Slice(name.bytes);
    NextCodePoint(form, at);
    return at == form.size() || (at + 1 == form.size() && form.back() == '.');
  }

  const Vocabulary& words_;
  const Gazetteer& gazetteer_;
  const NameContext& context_;
  const AnnotatedText& text_;
  bool only_lexicon_ = false;
  std::vector<FoundName> found_;
};

}  // namespace

std::vector<FoundName> FindNames(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                                 const NameContext& context, const AnnotatedText& text) {
  return Finder(vocabulary, gazetteer, context, text).Run();
}

}  // namespace norn::ingest
