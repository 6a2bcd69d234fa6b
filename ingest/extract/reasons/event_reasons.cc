#include "ingest/extract/reasons/event_reasons.h"

#include <algorithm>
#include <cstdint>

#include "ingest/extract/evocation/evocation_features.h"
#include "ingest/extract/evocation/sentence_view.h"

namespace norn::ingest {
namespace {

// Of the words of the trigger, the one that speaks most for the type.
EventReasons::Evocation EvocationOf(const proto::Report& report, size_t label,
                                    const ArticleReading& reading, const LinearModel& model) {
  EventReasons::Evocation evocation;
  const size_t none = model.IndexOf("none");
  for (const auto& view : reading.views) {
    if (view == nullptr || view->context.sentence.bytes.begin != report.sentence().start())
      continue;
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      const Token& token = view->token(at);
      const bool is_within = report.trigger().start() <= token.bytes.begin &&
                             token.bytes.end <= report.trigger().end();
      if (!is_within || !MayEvoke(token)) continue;
      Features features(true);
      AddEvocationFeatures(*view, at, features);
      const double sure =
          static_cast<double>(model.Score(features).share[label]) / double{kWholeShare};
      if (sure < evocation.sure) continue;
      evocation = {sure, WeightiestReasons(model, features, label, none, kReasonsShown)};
    }
  }
  return evocation;
}

}  // namespace

EventReasons ReasonsOf(const proto::EventClaim& claim, const ArticleReading& reading,
                       const Features& features, const ScorerModels& models) {
  EventReasons reasons;
  reasons.claim = claim;
  const LinearModel& evocation = models.Get("evocation");
  const LinearModel& event = models.Get("event");
  const size_t label = evocation.IndexOf(claim.type());
  const bool is_scored = label < evocation.size();
  for (const proto::Report& report : claim.reports()) {
    reasons.evocations.push_back(is_scored ? EvocationOf(report, label, reading, evocation)
                                           : EventReasons::Evocation());
  }
  if (is_scored && !event.empty()) {
    reasons.whole = WeightiestReasons(event, features, event.IndexOf("right"),
                                      event.IndexOf("wrong"), kReasonsShown);
  }
  return reasons;
}

}  // namespace norn::ingest
