#include "ingest/extract/drafts/details.h"

#include <algorithm>
#include <cmath>

#include "ingest/extract/time/numbers.h"

namespace norn::ingest {
namespace {

constexpr double kMaxDurationMinutes = 31 * 24 * 60;
constexpr double kMaxPeople = 10'000'000;

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
  std::optional<uint32_t> number;
  uint32_t number_end = 0;
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    if (const auto next = NumberAt(context.text, at, context.end(), context.grammar)) {
      const uint32_t end = at + next->token_count;
      uint32_t length = 0;
      const bool year = next->value >= 1900 && next->value <= 2100 &&
                        context.Is("time_preposition", static_cast<int64_t>(at) - 1);
      const bool people =
          !year && (context.Is("people_noun", end) || context.Is("auxiliary", end) ||
                    context.Is("killed", end) || context.Is("wounded", end) ||
                    context.Is("people_noun", end + 1));
      if (people && next->value < kMaxPeople && next->value == std::floor(next->value) &&
          UnitAt(context, end, "minute", &length) == nullptr) {
        number = static_cast<uint32_t>(next->value);
        number_end = end;
      }
      at = end - 1;
      continue;
    }
    if (!number || at > number_end + 6) continue;
    if (context.Is("killed", at) && !found.killed) {
      found.killed = *number;
      number.reset();
    } else if (context.Is("wounded", at) && !found.wounded) {
      found.wounded = *number;
      number.reset();
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
