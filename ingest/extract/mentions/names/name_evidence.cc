#include "ingest/extract/mentions/names/name_evidence.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/search_key.h"
#include "ingest/extract/mentions/names/name_parts.h"

namespace norn::ingest {
namespace {

// No acronym of an organisation that the lexicon does not know is longer: labels are.
constexpr size_t kLongestAcronym = 6;
// Of a syllable behind the hyphen in a Korean or Chinese given name.
constexpr size_t kLongestSyllable = 6;

bool IsLower(char c) { return absl::ascii_islower(static_cast<unsigned char>(c)); }
bool IsUpper(char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); }
bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

absl::string_view RestOfToken(const AnnotatedText& text, const Name& name) {
  const Token& last = text.tokens[name.first_token + name.token_count - 1];
  if (last.bytes.end <= name.bytes.end) return "";
  return text.Slice({name.bytes.end, last.bytes.end});
}

// "-jung" of "Kim Dae-jung": short, one word, and the whole is a person of several words.
bool IsSyllable(const AnnotatedText& text, const Name& name, absl::string_view rest) {
  const Token& last = text.tokens[name.first_token + name.token_count - 1];
  return rest.size() > 2 && rest.size() <= kLongestSyllable && rest[0] == '-' &&
         name.type == NameType::kPerson && name.token_count > 1 && last.upos == "PROPN" &&
         std::all_of(rest.begin() + 1, rest.end(), IsLower);
}

// "Peters" of "Winston Peters": in English no genitive is an s alone.
bool IsOwnLetter(const AnnotatedText& text, const Name& name, absl::string_view rest) {
  return rest == "s" && text.language == "en" && name.type == NameType::kPerson &&
         name.token_count > 1;
}

bool IsShouted(absl::string_view word) {
  return std::none_of(word.begin(), word.end(), IsLower) &&
         std::any_of(word.begin(), word.end(), IsUpper);
}

// "C-27J", "UH-1H", "H145M": what makers call their aircraft. "M23" and "TV2" are bodies.
bool IsDesignation(absl::string_view word) {
  constexpr size_t kShortest = 4;
  const bool has_digit = std::any_of(word.begin(), word.end(), IsDigit);
  return has_digit && word.size() >= kShortest &&
         (absl::StrContains(word, '-') || (IsUpper(word[0]) && IsUpper(word.back())));
}

// "NTB-AFP", "TT-AFP-Reuters": agencies, not one body.
bool IsByline(absl::string_view word, const Gazetteer& gazetteer) {
  const std::vector<absl::string_view> parts = absl::StrSplit(word, '-');
  return parts.size() > 1 &&
         std::all_of(parts.begin(), parts.end(),
                     [&](absl::string_view part) {
                       return !part.empty() && part.size() <= 8 && IsUpper(part[0]) &&
                              (IsShouted(part) || !gazetteer.Find(part).empty());
                     }) &&
         std::any_of(parts.begin(), parts.end(), [&](absl::string_view part) {
           for (const GazetteerEntry& entry : gazetteer.Find(part)) {
             if (entry.actor != nullptr && entry.actor->media()) return true;
           }
           return false;
         });
}

bool IsOneOf(const google::protobuf::RepeatedPtrField<std::string>& words, absl::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// One word that is common, or only the last part of the names of bodies: "Committee".
bool IsCommonWord(const AnnotatedText& text, const Name& name, absl::string_view word,
                  const Grammar& grammar) {
  const Token& token = text.tokens[name.first_token];
  if (token.upos == "ADJ" && text.language == "en") return true;
  const Lexicon& lexicon = grammar.lexicon();
  return IsOneOf(lexicon.organization_ending(), word) ||
         (IsCommonNoun(word, grammar) && !grammar.IsGivenName(base::SearchKey(word))) ||
         grammar.Is("name_fragment", absl::AsciiStrToLower(word));
}

bool IsMonth(absl::string_view word, const Lexicon& lexicon) {
  const std::string lower = absl::AsciiStrToLower(word);
  return std::any_of(lexicon.time_word().begin(), lexicon.time_word().end(),
                     [&](const TimeWord& time) {
                       return time.kind() == TimeWord::MONTH && IsOneOf(time.word(), lower);
                     });
}

// The parts' parts of speech; none where parts and tokens are not the same.
std::vector<absl::string_view> TagsOf(const AnnotatedText& text, const Name& name) {
  std::vector<absl::string_view> tags;
  for (uint32_t i = 0; i < name.token_count; ++i) {
    tags.push_back(text.tokens[name.first_token + i].upos);
  }
  return tags;
}

// The word that says what a name is of: the last, or the one in front of "of".
const std::string& HeadOf(const std::vector<std::string>& parts, const Grammar& grammar) {
  const auto preposition =
      std::find_if(parts.begin() + 1, parts.end(),
                   [&](const std::string& part) { return grammar.Is("name_preposition", part); });
  return *std::prev(preposition);
}

// A law, a plan, a prize, an age: "Clean Water Act", "Decade of Peace", "Fredsprisen".
bool IsThing(const std::vector<std::string>& parts, const Grammar& grammar) {
  const std::string& head = HeadOf(parts, grammar);
  if (IsOrganizationEnd(head, grammar)) return false;
  // "Sally Ride"
  if (parts.size() == 2 && grammar.IsGivenName(base::SearchKey(parts[0]))) return false;
  const std::string lower = absl::AsciiStrToLower(head);
  return grammar.Is("thing_name", lower) || grammar.EndsLike("thing_ending", lower);
}

// A word that names nobody by itself: a common noun, an adjective of a state.
bool IsNoName(const std::string& part, const Grammar& grammar, const Gazetteer& gazetteer) {
  if (IsCommonNoun(part, grammar)) return true;
  const auto entries = gazetteer.Find(part);
  return !entries.empty() &&
         std::all_of(entries.begin(), entries.end(), [](const GazetteerEntry& entry) {
           return entry.role == GazetteerRole::kStateAdjective;
         });
}

// "Biden-Harris": two persons.
bool IsPair(const std::string& part, const Gazetteer& gazetteer) {
  const std::vector<std::string> sides = absl::StrSplit(part, '-');
  return sides.size() == 2 && std::all_of(sides.begin(), sides.end(), [&](const std::string& side) {
           const auto entries = gazetteer.Find(side);
           return std::any_of(entries.begin(), entries.end(), [](const GazetteerEntry& entry) {
             return entry.actor != nullptr && entry.actor->kind() == Actor::PERSON;
           });
         });
}

bool IsInitial(absl::string_view part) {
  return part.size() <= 4 && IsUpper(part[0]) && (part.size() == 1 || absl::EndsWith(part, "."));
}

// Against a person: no first name that is known, and a word that is none in names, or all in
// capitals, as headings are.
bool SpeaksAgainstPerson(const std::vector<std::string>& parts, const Grammar& grammar,
                         const Gazetteer& gazetteer) {
  if (parts.size() == 1) return IsPair(parts[0], gazetteer);
  if (grammar.IsGivenName(base::SearchKey(parts[0])) || IsInitial(parts[0])) return false;
  return std::all_of(parts.begin(), parts.end(), IsShouted) ||
         std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return IsNoName(part, grammar, gazetteer); });
}

// Against a body: nothing but common words, and none that bodies are called by; an office.
bool SpeaksAgainstBody(const std::vector<std::string>& parts, const Grammar& grammar,
                       const Gazetteer& gazetteer) {
  if (parts.size() == 1) return false;
  if (IsNameTitle(parts[0], grammar) && absl::EqualsIgnoreCase(parts[1], "of")) return true;
  return !IsOrganizationEnd(parts.back(), grammar) &&
         !IsOrganizationEnd(HeadOf(parts, grammar), grammar) &&
         std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
           return IsNoName(part, grammar, gazetteer) || grammar.Is("name_preposition", part);
         });
}

// "(MTS)" behind "Marine Transportation System": what is shortened is nobody.
bool IsShortForThing(const AnnotatedText& text, const Name& name, const Grammar& grammar) {
  if (name.first_token < 2 || text.tokens[name.first_token - 1].lower != "(") return false;
  const Token& before = text.tokens[name.first_token - 2];
  return IsThing({std::string(before.lower)}, grammar);
}

// One word that nobody is called by: a label, a letter, a number, a type's number, a month, a
// common noun, a short form of what is nobody.
bool IsNobodysWord(const AnnotatedText& text, const Name& name, const std::string& word,
                   const Grammar& grammar) {
  if (IsShouted(word) && (word.size() > kLongestAcronym || word.size() == 1)) return true;
  if (word.size() > 1 && word.find_first_not_of("IVXLC") == std::string::npos) return true;
  if (name.type != NameType::kProduct && IsDesignation(word)) return true;
  return IsMonth(word, grammar.lexicon()) || IsCommonWord(text, name, word, grammar) ||
         IsShortForThing(text, name, grammar);
}

}  // namespace

absl::string_view TailOf(const AnnotatedText& text, const Name& name) {
  const absl::string_view rest = RestOfToken(text, name);
  const bool is_own = IsSyllable(text, name, rest) || IsOwnLetter(text, name, rest);
  return is_own ? absl::string_view() : rest;
}

bool IsGenitiveTail(absl::string_view tail) {
  return !tail.empty() && tail.size() <= 4 && tail[0] != '-' &&
         (absl::EndsWith(tail, "s") || absl::EndsWith(tail, "'") || absl::EndsWith(tail, "’") ||
          absl::EndsWith(tail, "S"));
}

std::optional<std::string> ProperName(const AnnotatedText& text, const Name& name,
                                      const Grammar& grammar, const Gazetteer& gazetteer) {
  std::string spelling(text.Slice(name.bytes));
  const absl::string_view rest = RestOfToken(text, name);
  if (IsSyllable(text, name, rest) || IsOwnLetter(text, name, rest))
    absl::StrAppend(&spelling, rest);
  if (IsByline(spelling, gazetteer)) return std::nullopt;
  std::vector<std::string> parts = absl::StrSplit(spelling, ' ', absl::SkipEmpty());
  const bool is_person = name.type == NameType::kPerson;
  if (is_person) parts = PersonParts(std::move(parts), TagsOf(text, name), grammar);
  const bool all_titles = std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return IsNameTitle(part, grammar) || grammar.Is("name_fragment", absl::AsciiStrToLower(part));
  });
  if (parts.empty() || all_titles) return std::nullopt;
  if (absl::EndsWith(parts.back(), "-")) return std::nullopt;
  if (parts.size() == 1 && IsNobodysWord(text, name, parts[0], grammar)) return std::nullopt;
  const bool is_body = name.type == NameType::kOrganization;
  if ((is_person || is_body) && IsThing(parts, grammar)) return std::nullopt;
  if (is_person && SpeaksAgainstPerson(parts, grammar, gazetteer)) return std::nullopt;
  if (is_body && SpeaksAgainstBody(parts, grammar, gazetteer)) return std::nullopt;
  return absl::StrJoin(parts, " ");
}

}  // namespace norn::ingest
