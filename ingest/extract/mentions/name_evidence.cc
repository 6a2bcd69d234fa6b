#include "ingest/extract/mentions/name_evidence.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

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
         grammar.Is("name_fragment", absl::AsciiStrToLower(word));
}

bool IsMonth(absl::string_view word, const Lexicon& lexicon) {
  const std::string lower = absl::AsciiStrToLower(word);
  return std::any_of(lexicon.time_word().begin(), lexicon.time_word().end(),
                     [&](const TimeWord& time) {
                       return time.kind() == TimeWord::MONTH && IsOneOf(time.word(), lower);
                     });
}

// Without titles in front and what stands behind "of".
std::vector<std::string> OwnParts(std::vector<std::string> parts, const Name& name,
                                  const Grammar& grammar) {
  if (name.type != NameType::kPerson) return parts;
  size_t first = 0;
  while (first + 1 < parts.size() &&
         grammar.Is("name_title", absl::AsciiStrToLower(parts[first]))) {
    ++first;
  }
  parts.erase(parts.begin(), parts.begin() + static_cast<ptrdiff_t>(first));
  const auto origin = std::find(parts.begin(), parts.end(), std::string("of"));
  if (origin - parts.begin() > 1) parts.erase(origin, parts.end());
  return parts;
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
  const std::vector<std::string> parts =
      OwnParts(absl::StrSplit(spelling, ' ', absl::SkipEmpty()), name, grammar);
  const bool all_titles = std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return grammar.Is("name_title", absl::AsciiStrToLower(part)) ||
           grammar.Is("name_fragment", absl::AsciiStrToLower(part));
  });
  if (parts.empty() || all_titles) return std::nullopt;
  if (absl::EndsWith(parts.back(), "-")) return std::nullopt;
  if (parts.size() == 1) {
    const std::string& word = parts[0];
    if (IsShouted(word) && word.size() > kLongestAcronym) return std::nullopt;
    if (name.type != NameType::kProduct && IsDesignation(word)) return std::nullopt;
    if (IsMonth(word, grammar.lexicon())) return std::nullopt;
    if (IsCommonWord(text, name, word, grammar)) return std::nullopt;
  }
  return absl::StrJoin(parts, " ");
}

}  // namespace norn::ingest
