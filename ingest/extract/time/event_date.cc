#include "ingest/extract/time/event_date.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "absl/strings/match.h"
#include "ingest/extract/rules/dependencies.h"

namespace norn::ingest {
namespace {

using Kind = TimeExpression::Kind;

constexpr int kDeepest = 16;
// What it costs to pass from one clause to another on the way from the event up, and down to the
// time. Down into a clause that says why, when or who costs more than any way up.
constexpr int kClauseUp = 20;
constexpr int kClauseDown = 60;
constexpr int kTimeClauseDown = 25;
constexpr int kCoordinate = 15;
constexpr int kTooFar = 100;
// A day in the genitive is its noun's.
constexpr int kOthersGenitive = 50;
// "ordførerskapet 2025": trees hang on the noun in front what is the verb's often enough.
constexpr int kOthersNoun = 6;

class DateChoice {
 public:
  DateChoice(const SentenceContext& context, const ToldEvent& event, const DayRange& published)
      : context_(context), event_(event), published_(published), tree_(context) {
    for (int64_t at = event.token; at >= 0 && above_.size() < kDeepest; at = HeadOf(at)) {
      above_.push_back(static_cast<uint32_t>(at));
    }
  }

  EventDate Run(const TimeExpression* carried) {
    EventDate found;
    const TimeExpression* counted = CountedInOwnClause();
    const TimeExpression* best = Nearest();
    if (counted != nullptr) {
      // Its own clause is the one that is counted from.
      if (best == nullptr || best->kind != Kind::kDate) return found;
      found.own = Shift(best->past, -counted->shift);
      found.own->set_derivation(counted->past.derivation() + ", " + best->past.derivation());
      return found;
    }
    if (best != nullptr && best->kind == Kind::kRelative) {
      found.shift = best->shift;
    } else if (best != nullptr && best->kind == Kind::kUnknown) {
      found.is_unknown = true;
    } else if (best != nullptr) {
      found.own = RangeOf(Finest(*best));
    } else if (carried != nullptr && IsOfDays(*carried)) {
      found.carried = RangeOf(*carried);
    }
    return found;
  }

 private:
  const Token& token(int64_t at) const { return context_.text.tokens[at]; }

  int64_t HeadOf(int64_t at) const {
    const int64_t head = token(at).head;
    return head >= context_.begin() && head < context_.end() ? head : -1;
  }

  bool IsAhead() const { return event_.status == "planned" || event_.status == "proposed"; }
  bool IsCalledOff() const { return event_.status == "denied" && event_.is_appointment; }

  const TimeExpression* Nearest() const {
    const TimeExpression* best = nullptr;
    int least = kTooFar;
    for (const TimeExpression& time : context_.times) {
      if (!MayDate(time)) continue;
      const int cost = CostOf(time);
      if (cost >= least) continue;
      least = cost;
      best = &time;
    }
    return best;
  }

  // "1996: … 8. september", "i år, sist 6. februar": the day within the year that was chosen.
  const TimeExpression& Finest(const TimeExpression& chosen) const {
    const int cost = CostOf(chosen);
    const DayRange whole = ToDayRange(chosen.past);
    for (const TimeExpression& time : context_.times) {
      const DayRange part = ToDayRange(time.past);
      const bool inside = time.kind == Kind::kDate && whole.from && part.from && whole.to &&
                          part.to && *part.from >= *whole.from && *part.to <= *whole.to;
      if (!inside || part == whole || !MayDate(time)) continue;
      if (CostOf(time) < cost + kCoordinate) return time;
    }
    return chosen;
  }

  // A month at most: what a year's events have in common is no date of the next.
  static bool IsOfDays(const TimeExpression& time) {
    constexpr int kMonth = 31;
    const DayRange range = ToDayRange(time.past);
    return range.from && range.to && *range.to - *range.from < kMonth;
  }

  // "six days after warplanes struck": for the event of the clause that is counted from.
  const TimeExpression* CountedInOwnClause() const {
    for (const TimeExpression& time : context_.times) {
      if (time.kind != Kind::kRelative || time.first_token > event_.token) continue;
      const int64_t head = HeadOf(time);
      if (head < 0 || std::find(above_.begin(), above_.end(), head) == above_.end()) continue;
      if (head >= time.end_token() && StepCost(head, true) > 0) return &time;
    }
    return nullptr;
  }

  bool MayDate(const TimeExpression& time) const {
    if (time.kind == Kind::kSince) return event_.is_dated_by_announcement;
    if (time.kind == Kind::kRelative) return time.first_token > event_.token;
    if (event_.status == "happened" && !event_.may_lie_ahead && IsSurelyAhead(time)) return false;
    return !(IsAhead() && IsOfPastVerb(time) && !event_.is_dated_by_announcement);
  }

  bool IsSurelyAhead(const TimeExpression& time) const {
    const DayRange past = ToDayRange(time.past);
    return past.from && published_.to && *past.from > *published_.to;
  }

  // The word outside the expression that it hangs on; -1: none.
  int64_t HeadOf(const TimeExpression& time) const {
    for (uint32_t at = time.first_token; at < time.end_token(); ++at) {
      const int64_t head = token(at).head;
      const bool inside = head >= time.first_token && head < time.end_token();
      if (!inside && token(at).deprel != "punct") return head;
    }
    return -1;
  }

  // What passing from a word to its head costs.
  int StepCost(int64_t at, bool up) const {
    const absl::string_view relation = token(at).deprel;
    const bool coordinate = absl::StartsWith(relation, "conj") && token(at).upos == "VERB";
    if (coordinate) return kCoordinate;
    const bool clause = absl::StartsWith(relation, "acl") || absl::StartsWith(relation, "advcl") ||
                        absl::StartsWith(relation, "ccomp") ||
                        absl::StartsWith(relation, "csubj") ||
                        absl::StartsWith(relation, "parataxis");
    if (clause && !up) return IsTimeClause(at) ? kTimeClauseDown : kClauseDown;
    if (clause) return kClauseUp;
    return absl::StartsWith(relation, "xcomp") ? 1 : 0;
  }

  // "…, da han gjestet ham i mai": says when the other was.
  bool IsTimeClause(int64_t verb) const {
    if (!absl::StartsWith(token(verb).deprel, "advcl") &&
        !absl::StartsWith(token(verb).deprel, "acl")) {
      return false;
    }
    for (int64_t at = context_.begin(); at < verb; ++at) {
      if (token(at).head == verb && context_.Is("time_clause", at)) return true;
    }
    return false;
  }

  bool IsOfOtherNoun(int64_t head) const {
    return head >= 0 && token(head).upos == "NOUN" && head != event_.token &&
           std::find(above_.begin(), above_.end(), head) == above_.end();
  }

  int CostOf(const TimeExpression& time) const {
    constexpr int kPerWords = 4;  // words that weigh as one
    const int64_t head = HeadOf(time);
    int cost = time.is_genitive && head != event_.token ? kOthersGenitive : 0;
    if (IsOfOtherNoun(head)) cost += kOthersNoun;
    cost += static_cast<int>(std::abs(static_cast<int64_t>(time.first_token) - event_.token)) /
            kPerWords;
    int64_t at = head;
    for (int step = 0; step < kDeepest && at >= 0; ++step) {
      const auto met = std::find(above_.begin(), above_.end(), static_cast<uint32_t>(at));
      if (met != above_.end()) {
        for (auto up = above_.begin(); up != met; ++up) cost += StepCost(*up, true);
        return cost;
      }
      cost += StepCost(at, false);
      at = HeadOf(at);
    }
    // "Det er ti år siden hun møtte ham": the clause hangs on the time.
    int below = cost;
    for (const uint32_t above : above_) {
      if (time.first_token <= above && above < time.end_token()) return below;
      below += StepCost(above, true);
    }
    // No tree: what stands in the clause.
    const int32_t clause = context_.clauses.ClauseOf(time.first_token);
    const int32_t own = context_.clauses.ClauseOf(event_.token);
    if (clause == own) return cost;
    return context_.clauses.Governs(clause, own) ? cost + kClauseUp : kTooFar;
  }

  // "lovet onsdag å sende": the day is the promise's.
  bool IsOfPastVerb(const TimeExpression& time) const {
    const bool is_certain =
        time.past.from() == time.future.from() && time.past.to() == time.future.to();
    if (is_certain && !ToDayRange(time.past).empty() && published_.to &&
        ToDayRange(time.past).from > published_.to) {
      return false;
    }
    const auto verb = tree_.VerbAbove(time.first_token);
    return verb && tree_.IsPast(*verb);
  }

  proto::DateRange RangeOf(const TimeExpression& time) const {
    const bool open = event_.may_lie_ahead && (LiesJustAhead(time) || IsComingWeekday(time));
    const bool ahead =
        (IsAhead() && !IsOfPastVerb(time)) || open || (IsCalledOff() && FutureIsNearer(time));
    return ahead ? time.future : time.past;
  }

  // "møtet i mars er avlyst", read in February.
  bool FutureIsNearer(const TimeExpression& time) const {
    const DayRange future = ToDayRange(time.future);
    const DayRange past = ToDayRange(time.past);
    return !time.fields.weekday && future.from && past.to && published_.from && published_.to &&
           *future.from - *published_.to < *published_.from - *past.to;
  }

  bool IsNoun() const { return token(event_.token).upos == "NOUN"; }
  // "deltar på møtet": the verb of an event's noun, where it only says that they were there.
  bool IsInPresent() const {
    const bool is_of_verb =
        IsNoun() && above_.size() > 1 && context_.Is("light_verb", int64_t{above_[1]});
    return absl::StrContains(token(is_of_verb ? above_[1] : event_.token).feats, "Tense=Pres");
  }

  // "besøker X 11. mars", read on the sixth: that day, not the one of the year before.
  bool LiesJustAhead(const TimeExpression& time) const {
    constexpr int kDays = 92;
    const DayRange future = ToDayRange(time.future);
    const DayRange past = ToDayRange(time.past);
    return (IsInPresent() || IsNoun()) && future.is_day() && past.is_day() && published_.to &&
           *future.from > *published_.to && *future.from - *published_.to <= kDays &&
           *published_.to - *past.from > kDays;
  }

  // "onsdag møter hun", read on Tuesday.
  bool IsComingWeekday(const TimeExpression& time) const {
    constexpr int kWeek = 7;
    const DayRange future = ToDayRange(time.future);
    return IsInPresent() && future.is_day() && published_.to && *future.from > *published_.to &&
           *future.from - *published_.to <= kWeek;
  }

  const SentenceContext& context_;
  const ToldEvent& event_;
  const DayRange& published_;
  const Dependencies tree_;
  std::vector<uint32_t> above_;  // the trigger and what it hangs on, up to the root
};

}  // namespace

EventDate DateOf(const SentenceContext& context, const ToldEvent& event, const DayRange& published,
                 const TimeExpression* carried) {
  return DateChoice(context, event, published).Run(carried);
}

}  // namespace norn::ingest
