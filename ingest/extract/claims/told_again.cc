#include "ingest/extract/claims/told_again.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "ingest/extract/time/day_range.h"

namespace norn::ingest {
namespace {

std::set<uint32_t> ParticipantsOf(const proto::EventClaim& event) {
  std::set<uint32_t> all;
  for (const proto::Participant& one : event.participants()) all.insert(one.entity());
  return all;
}

std::string TextOfDate(const proto::EventClaim& event) { return IsoText(ToDayRange(event.date())); }

bool MayBeOfOneDay(const proto::EventClaim& a, const proto::EventClaim& b) {
  if (!a.has_date() && !b.has_date()) return false;
  const std::string day = TextOfDate(a);
  const std::string other = TextOfDate(b);
  return absl::StartsWith(day, other) || absl::StartsWith(other, day);
}

bool IsToldBy(const proto::EventClaim& event, const proto::EventClaim& surer) {
  if (event.type() != surer.type() || event.status() != surer.status()) return false;
  const std::set<uint32_t> own = ParticipantsOf(event);
  const std::set<uint32_t> others = ParticipantsOf(surer);
  return std::includes(others.begin(), others.end(), own.begin(), own.end()) &&
         MayBeOfOneDay(event, surer);
}

void JoinReports(const proto::EventClaim& from, proto::EventClaim& into) {
  for (const proto::Report& report : from.reports()) {
    const bool is_known =
        std::any_of(into.reports().begin(), into.reports().end(), [&](const proto::Report& other) {
          return other.sentence().start() == report.sentence().start();
        });
    if (!is_known) *into.add_reports() = report;
  }
}

void Join(const proto::EventClaim& from, proto::EventClaim& into) {
  JoinReports(from, into);
  if (TextOfDate(from).size() > TextOfDate(into).size()) *into.mutable_date() = from.date();
}

}  // namespace

std::vector<size_t> JoinToldAgain(const std::vector<proto::EventClaim*>& events) {
  std::vector<size_t> surest_first(events.size());
  std::iota(surest_first.begin(), surest_first.end(), 0);
  std::stable_sort(surest_first.begin(), surest_first.end(), [&](size_t a, size_t b) {
    return events[a]->confidence() > events[b]->confidence();
  });
  std::vector<size_t> kept;
  for (const size_t i : surest_first) {
    const auto surer = std::find_if(kept.begin(), kept.end(),
                                    [&](size_t k) { return IsToldBy(*events[i], *events[k]); });
    if (surer == kept.end()) {
      kept.push_back(i);
    } else {
      Join(*events[i], *events[*surer]);
    }
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace norn::ingest
