#include "ingest/extract/mentions/meaning/states_behind.h"

namespace norn::ingest {
namespace {

// Shares of right answers on the event corpus, by tests/external:who_is_meant: of names, and of the
// rules' answers for the rest.
constexpr double kCertainByName = 0.95;
constexpr double kCertainByRule = 0.75;

}  // namespace

bool IsWithoutName(const Mention& candidate) {
  return !candidate.is_apposed && candidate.kind != Mention::Kind::kName &&
         candidate.kind != Mention::Kind::kAdjective && candidate.kind != Mention::Kind::kPlace;
}

void ReadStatesBehind(EntityTable& entities, std::vector<std::vector<Mention>>& candidates) {
  for (auto& sentence : candidates) {
    for (Mention& candidate : sentence) {
      if (candidate.entities.empty()) continue;
      candidate.certainty = IsWithoutName(candidate) ? kCertainByRule : kCertainByName;
      if (candidate.kind == Mention::Kind::kWeapon) continue;
      candidate.state = entities.StateOf(candidate.entities[0]);
    }
  }
}

}  // namespace norn::ingest
