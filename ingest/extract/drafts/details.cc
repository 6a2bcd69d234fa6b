#include "ingest/extract/drafts/details.h"

#include <algorithm>
#include <cmath>

#include "ingest/extract/time/numbers.h"

namespace norn::ingest {
namespace {

constexpr double kMaxDurationMinutes = 31 * 24 * 60;
constexpr double kMaxPeople = 10'000'000;
// Tokens between a number of people and what became of them, and the other way round.
constexpr uint32_t kFarthestVerb = 6;
constexpr uint32_t kFarthestNumber = 4;

// The unit of the dimension at a token, and how many tokens it takes.
const Unit* UnitAt(const SentenceContext& context, uint32_t at, absl::string_view dimension,
                   uint32_t* length) {
  if (at >= context.end()) return nullptr;
  for (const auto& match : context.grammar.units().At(context.text.tokens, at, context.end())) {
    if ((*match.value)->dimension() != dimension) continue;
    *length = match.length;
    return *match.value;
  }
  return nullptr;
}

bool ClauseHas(const SentenceContext& context, absl::string_view word_class, int32_t clause) {
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    if (context.clauses.ClauseOf(at) == clause && context.Is(word_class, at)) return true;
  }
  return false;
}

// "30-minutters": number and unit in one token.
std::optional<double> CompoundMinutes(const SentenceContext& context, uint32_t at) {
  const Token& token = context.text.tokens[at];
  const size_t hyphen = token.lower.find('-');
  if (hyphen == std::string::npos) return std::nullopt;
  const std::optional<double> number =
      ParseDigits(token.lower.substr(0, hyphen), context.grammar.lexicon().number_format());
  if (!number) return std::nullopt;
  Token rest = token;
  rest.lower = token.lower.substr(hyphen + 1);
  for (const auto& match : context.grammar.units().At({rest}, 0, 1)) {
    if ((*match.value)->dimension() == "minute") return *number * (*match.value)->factor();
  }
  return std::nullopt;
}

bool IsOfCasualties(const SentenceContext& context, int64_t at) {
  return context.Is("killed", at) || context.Is("wounded", at);
}

// The whole number at a token unless it is a year or a time; `end` is behind it.
struct People {
  uint32_t count = 0;
  uint32_t end = 0;
};

std::optional<People> NumberOfThings(const SentenceContext& context, uint32_t at) {
  const auto number = NumberAt(context.text, at, context.end(), context.grammar);
  if (!number || number->value >= kMaxPeople || number->value != std::floor(number->value)) {
    return std::nullopt;
  }
  const bool is_year = number->value >= 1900 && number->value <= 2100 &&
                       context.Is("time_preposition", static_cast<int64_t>(at) - 1);
  uint32_t length = 0;
  const uint32_t end = at + number->token_count;
  if (is_year || UnitAt(context, end, "minute", &length) != nullptr) return std::nullopt;
  return People{static_cast<uint32_t>(number->value), end};
}

bool AreCounted(const SentenceContext& context, const People& people) {
  return context.Is("people_noun", people.end) || context.Is("people_noun", people.end + 1);
}

// "26 others", "one was", "12 wounded".
std::optional<People> PeopleAt(const SentenceContext& context, uint32_t at) {
  const std::optional<People> people = NumberOfThings(context, at);
  if (!people) return std::nullopt;
  const bool is_of_people = AreCounted(context, *people) || context.Is("auxiliary", people->end) ||
                            IsOfCasualties(context, people->end);
  return is_of_people ? people : std::nullopt;
}

bool CountsThings(const SentenceContext& context, uint32_t at) {
  if (at >= context.end()) return false;
  const absl::string_view upos = context.text.tokens[at].upos;
  return upos == "NOUN" || upos == "PROPN" || upos == "ADJ" || upos == "NUM" || upos == "SYM";
}

// "killed at least 37 people", "drepte 37 og såret 12": nothing but what tells how exact the number
// is stands between, and no thing is counted.
std::optional<People> PeopleBehind(const SentenceContext& context, uint32_t verb) {
  for (uint32_t at = verb + 1; at < context.end() && at <= verb + kFarthestNumber; ++at) {
    if (const std::optional<People> people = NumberOfThings(context, at)) {
      const bool is_bare = at == verb + 1 && !CountsThings(context, people->end);
      return is_bare || AreCounted(context, *people) ? people : std::nullopt;
    }
    const absl::string_view upos = context.text.tokens[at].upos;
    if (upos != "ADV" && upos != "ADJ" && upos != "ADP" && upos != "DET" && upos != "SCONJ") break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> DurationMinutes(const SentenceContext& context, int32_t clause) {
  if (!ClauseHas(context, "duration_verb", clause)) return std::nullopt;
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    if (context.clauses.ClauseOf(at) != clause) continue;
    std::optional<double> minutes = CompoundMinutes(context, at);
    uint32_t length = 0;
    if (const auto number = NumberAt(context.text, at, context.end(), context.grammar)) {
      const uint32_t unit_at = at + number->token_count;
      const Unit* unit = UnitAt(context, unit_at, "minute", &length);
      // "to timer etter", "timer siden" tell when, not how long.
      if (unit != nullptr && !context.Is("time_direction", unit_at + length)) {
        minutes = number->value * unit->factor();
      }
    }
    if (minutes && *minutes >= 1 && *minutes <= kMaxDurationMinutes) {
      return static_cast<uint32_t>(std::lround(*minutes));
    }
  }
  return std::nullopt;
}

Casualties FindCasualties(const SentenceContext& context) {
  Casualties found;
  const auto note = [&](uint32_t at, uint32_t people) {
    std::optional<uint32_t>& count = context.Is("killed", at) ? found.killed : found.wounded;
    if (!count) count = people;
  };
  std::optional<People> before;
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    if (const auto number = NumberAt(context.text, at, context.end(), context.grammar)) {
      if (const auto people = PeopleAt(context, at)) before = people;
      at += number->token_count - 1;
    } else if (IsOfCasualties(context, at)) {
      if (before && at <= before->end + kFarthestVerb) {
        note(at, before->count);
        before.reset();
      } else if (const auto behind = PeopleBehind(context, at)) {
        note(at, behind->count);
        at = behind->end - 1;
      }
    }
  }
  return found;
}

std::optional<Amount> FindAmount(const SentenceContext& context) {
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    const auto number = NumberAt(context.text, at, context.end(), context.grammar);
    if (!number) continue;
    uint32_t length = 0;
    // "2 milliarder euro", and English "$2 billion" with the sign in front.
    const Unit* unit = UnitAt(context, at + number->token_count, "currency", &length);
    if (unit == nullptr && at > context.begin()) {
      unit = UnitAt(context, at - 1, "currency", &length);
    }
    if (unit != nullptr) return Amount{number->value, unit->currency()};
    at += number->token_count - 1;
  }
  return std::nullopt;
}

std::optional<double> FindRange(const SentenceContext& context, uint32_t* token) {
  const bool names_range = [&] {
    for (uint32_t at = context.begin(); at < context.end(); ++at) {
      if (context.Is("range_noun", at)) return true;
    }
    return false;
  }();
  if (!names_range) return std::nullopt;
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    const auto number = NumberAt(context.text, at, context.end(), context.grammar);
    if (!number) continue;
    uint32_t length = 0;
    if (const Unit* unit = UnitAt(context, at + number->token_count, "kilometer", &length)) {
      *token = at;
      return number->value * unit->factor();
    }
    at += number->token_count - 1;
  }
  return std::nullopt;
}

std::optional<int64_t> QuantityBefore(const SentenceContext& context, const Mention& weapon) {
  // At most one adjective between: "24 nye F-16".
  for (uint32_t back = 1; back <= 3 && weapon.first_token >= context.begin() + back; ++back) {
    const uint32_t at = weapon.first_token - back;
    const auto number = NumberAt(context.text, at, weapon.first_token, context.grammar);
    if (!number) continue;
    const bool adjacent = at + number->token_count + 1 >= weapon.first_token;
    const bool whole = number->value == std::floor(number->value) && number->value >= 2;
    const bool like_year = number->value >= 1900 && number->value <= 2100;
    if (adjacent && whole && !like_year && number->value < 1e9) {
      return static_cast<int64_t>(number->value);
    }
  }
  return std::nullopt;
}

}  // namespace norn::ingest
