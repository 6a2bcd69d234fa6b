#include "ingest/analysis/gazetteer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/utf8.h"
#include "ingest/analysis/tokenizer.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// Up to as many letters a name is compared to the letter: US is not us, X is not x.
constexpr size_t kExactLetters = 3;
// Shorter fronts and tails of words written together are chance.
constexpr size_t kMinGluedFront = 5;
constexpr size_t kMinGluedTail = 3;
constexpr size_t kMinTitleTail = 5;

// The word without a genitive's ending; the same word where it has none.
absl::string_view StripGenitive(absl::string_view word) {
  for (const absl::string_view ending : {"'s", ":s", "'", "s"}) {
    if (word.size() > ending.size() + 1 && absl::EndsWith(word, ending)) {
      return absl::StripSuffix(word, ending);
    }
  }
  return word;
}

// As many bytes of `form` as fold to `folded_size` bytes.
uint32_t BytesOfFolded(absl::string_view form, size_t folded_size) {
  size_t at = 0;
  std::string folded;
  while (at < form.size() && folded.size() < folded_size) {
    const size_t begin = at;
    NextCodePoint(form, at);
    folded += Fold(form.substr(begin, at - begin));
  }
  return static_cast<uint32_t>(at);
}

}  // namespace

absl::string_view GazetteerEntry::id() const {
  if (actor != nullptr) return actor->id();
  if (state != nullptr) return state->id();
  if (weapon != nullptr) return weapon->id();
  if (place != nullptr) return place->id();
  return office != nullptr ? office->code() : absl::string_view();
}

bool GazetteerEntry::is_name() const {
  switch (role) {
    case GazetteerRole::kStateAdjective:
    case GazetteerRole::kStateInhabitant:
    case GazetteerRole::kOfficeTitle:
      return false;
    case GazetteerRole::kWeapon:
      return !weapon->generic();
    default:
      return true;
  }
}

const GazetteerEntry* GazetteerMatch::name() const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [](const GazetteerEntry& entry) { return entry.is_name(); });
  return found == entries.end() ? nullptr : &*found;
}

const GazetteerEntry* GazetteerMatch::Find(GazetteerRole role) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const GazetteerEntry& entry) { return entry.role == role; });
  return found == entries.end() ? nullptr : &*found;
}

Gazetteer::Gazetteer(const Lexicon& lexicon, const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  using Role = GazetteerRole;
  for (const Actor& actor : lexicon.actor()) {
    Add(actor.name(), {.role = Role::kActorName, .actor = &actor});
    Add(actor.short_name(), {.role = Role::kActorShortName, .actor = &actor});
  }
  for (const State& state : lexicon.state()) {
    Add(state.name(), {.role = Role::kStateName, .state = &state});
    Add(state.capital(), {.role = Role::kCapital, .state = &state});
    Add(state.seat(), {.role = Role::kSeat, .state = &state});
    Add(state.adjective(), {.role = Role::kStateAdjective, .state = &state});
    Add(state.inhabitant(), {.role = Role::kStateInhabitant, .state = &state});
  }
  for (const Weapon& weapon : lexicon.weapon()) {
    Add(weapon.name(), {.role = Role::kWeapon, .weapon = &weapon});
    if (!weapon.generic()) continue;
    for (const std::string& word : weapon.name()) weapon_nouns_.insert(Fold(word));
  }
  for (const Place& place : lexicon.place()) {
    Add(place.name(), {.role = Role::kPlace, .place = &place});
  }
  for (const Office& office : lexicon.office()) {
    Add(office.title(), {.role = Role::kOfficeTitle, .office = &office});
    for (const std::string& title : office.title()) titles_.insert(Fold(title));
  }
  for (auto& [name, stored] : names_) {
    std::stable_sort(stored.begin(), stored.end(), [](const Stored& a, const Stored& b) {
      return std::make_pair(a.entry.role, a.entry.id()) <
             std::make_pair(b.entry.role, b.entry.id());
    });
  }
}

template <typename Names>
void Gazetteer::Add(const Names& names, const GazetteerEntry& entry) {
  for (const std::string& name : names) AddName(name, entry);
}

void Gazetteer::AddName(absl::string_view name, const GazetteerEntry& entry) {
  std::vector<Token> tokens;
  Tokenizer(vocabulary_).Tokenize(name, {0, static_cast<uint32_t>(name.size())}, tokens);
  if (tokens.empty()) return;
  Stored stored{entry, {}, {}};
  std::string key;
  bool has_lower_word = false;
  for (const Token& token : tokens) {
    absl::StrAppend(&key, key.empty() ? "" : " ", token.lower);
    stored.needs.push_back(token.is_capitalized ? Need::kUpper : Need::kAny);
    has_lower_word |= token.is_word && !token.is_capitalized;
  }
  if (tokens.size() == 1 && tokens[0].is_capitalized &&
      base::CountCodePoints(tokens[0].lower) <= kExactLetters) {
    stored.needs[0] = Need::kExact;
    stored.exact = std::string(name);
  }
  const bool is_person = entry.actor != nullptr && entry.actor->kind() == Actor::PERSON;
  if (has_lower_word && !is_person) stored.needs[0] = Need::kAny;
  std::vector<Stored>& same = names_[key];
  const bool is_known = std::any_of(same.begin(), same.end(), [&](const Stored& other) {
    return other.entry.role == entry.role && other.entry.id() == entry.id() &&
           other.needs == stored.needs && other.exact == stored.exact;
  });
  if (is_known) return;
  same.push_back(std::move(stored));
  uint32_t& longest = longest_[tokens[0].lower];
  longest = std::max(longest, static_cast<uint32_t>(tokens.size()));
}

bool Gazetteer::Fits(const Stored& stored, const AnnotatedText& text, uint32_t at,
                     uint32_t end_byte) {
  for (uint32_t i = 0; i < stored.needs.size(); ++i) {
    const Token& token = text.tokens[at + i];
    if (stored.needs[i] == Need::kUpper && !token.is_capitalized) return false;
    if (stored.needs[i] == Need::kExact &&
        text.Slice({token.bytes.begin, end_byte}) != stored.exact) {
      return false;
    }
  }
  return true;
}

bool Gazetteer::Take(const AnnotatedText& text, uint32_t at, uint32_t length, absl::string_view key,
                     uint32_t end_byte, GazetteerForm form, GazetteerMatch& match) const {
  const auto found = names_.find(key);
  if (found == names_.end()) return false;
  for (const Stored& stored : found->second) {
    if (!Fits(stored, text, at, end_byte)) continue;
    const bool repeated = !match.entries.empty() &&
                          match.entries.back().role == stored.entry.role &&
                          match.entries.back().id() == stored.entry.id();
    if (!repeated) match.entries.push_back(stored.entry);
  }
  if (match.entries.empty()) return false;
  match.length = length;
  match.form = form;
  match.bytes = {text.tokens[at].bytes.begin, end_byte};
  return true;
}

GazetteerMatch Gazetteer::Match(const AnnotatedText& text, uint32_t at, uint32_t end) const {
  GazetteerMatch match;
  if (at >= end) return match;
  uint32_t length = 1;
  if (const auto longest = longest_.find(text.tokens[at].lower); longest != longest_.end()) {
    length = std::min(longest->second, end - at);
  }
  for (; length > 0; --length) {
    if (MatchLength(text, at, length, match)) return match;
  }
  MatchGlued(text, at, match);
  return match;
}

// Exactly `length` tokens; only the last may have an ending or a tail.
bool Gazetteer::MatchLength(const AnnotatedText& text, uint32_t at, uint32_t length,
                            GazetteerMatch& match) const {
  std::string front;
  for (uint32_t i = at; i + 1 < at + length; ++i)
    absl::StrAppend(&front, text.tokens[i].lower, " ");
  const Token& last = text.tokens[at + length - 1];
  const absl::string_view word = last.lower;
  const auto take = [&](absl::string_view part, GazetteerForm form) {
    const uint32_t bytes = part.size() == word.size()
                               ? last.bytes.end
                               : last.bytes.begin + BytesOfFolded(text.Form(last), part.size());
    return Take(text, at, length, absl::StrCat(front, part), bytes, form, match);
  };
  if (take(word, GazetteerForm::kBase)) return true;
  const absl::string_view stem = StripGenitive(word);
  if (stem.size() < word.size() && take(stem, GazetteerForm::kGenitive)) return true;
  // Longer words are no compounds of names, and would be searched at each of their hyphens.
  constexpr size_t kMaxCompound = 100;
  if (word.size() > kMaxCompound) return false;
  for (size_t hyphen = word.rfind('-'); hyphen != absl::string_view::npos && hyphen > 0;
       hyphen = word.rfind('-', hyphen - 1)) {
    const uint32_t tail = last.bytes.begin + BytesOfFolded(text.Form(last), hyphen + 1);
    if (!StartsLower(text.Slice({tail, last.bytes.end}))) continue;
    if (take(word.substr(0, hyphen), GazetteerForm::kCompound)) return true;
  }
  return false;
}

// "Xsystem": a weapon's name and a word for arms written together.
bool Gazetteer::MatchGlued(const AnnotatedText& text, uint32_t at, GazetteerMatch& match) const {
  const Token& token = text.tokens[at];
  const absl::string_view word = token.lower;
  if (!token.is_word || word.size() < kMinGluedFront + kMinGluedTail) return false;
  // No longer than the longest word for arms can be; it also bounds the work on endless words.
  constexpr size_t kMaxTail = 40;
  const size_t first = std::max(kMinGluedFront, word.size() - std::min(word.size(), kMaxTail));
  for (size_t cut = first; cut + kMinGluedTail <= word.size(); ++cut) {
    if (!weapon_nouns_.contains(word.substr(cut)) &&
        !vocabulary_.Is("weapon_head", word.substr(cut))) {
      continue;
    }
    const auto found = names_.find(word.substr(0, cut));
    if (found == names_.end()) continue;
    for (const Stored& stored : found->second) {
      if (stored.entry.role == GazetteerRole::kWeapon && !stored.entry.weapon->generic()) {
        match.entries.push_back(stored.entry);
      }
    }
    if (match.entries.empty()) continue;
    match.length = 1;
    match.form = GazetteerForm::kCompound;
    match.bytes = {token.bytes.begin, token.bytes.begin + BytesOfFolded(text.Form(token), cut)};
    return true;
  }
  return false;
}

absl::InlinedVector<GazetteerEntry, 2> Gazetteer::Find(absl::string_view name) const {
  AnnotatedText text;
  text.text = name;
  Tokenizer(vocabulary_).Tokenize(name, {0, static_cast<uint32_t>(name.size())}, text.tokens);
  GazetteerMatch match = Match(text, 0, static_cast<uint32_t>(text.tokens.size()));
  if (match.length != text.tokens.size() || match.form != GazetteerForm::kBase)
    match.entries.clear();
  return match.entries;
}

bool Gazetteer::IsTitle(absl::string_view word) const {
  if (titles_.contains(word)) return true;
  // The work is bounded: titles are short.
  constexpr size_t kMaxTitle = 60;
  if (word.size() > kMaxTitle) return false;
  for (size_t cut = 1; cut + kMinTitleTail <= word.size(); ++cut) {
    if (titles_.contains(word.substr(cut))) return true;
  }
  return false;
}

}  // namespace norn::ingest
