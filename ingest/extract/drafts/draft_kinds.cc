#include "ingest/extract/drafts/draft_kinds.h"

#include "ingest/lexicon/event_status.h"

namespace norn::ingest {

bool IsTransfer(const EventSchema& schema, const proto::EventClaim& claim) {
  return schema.Of(claim.type()).family() == EventType::TRANSFER;
}

bool DeedJoinsPlan(const EventSchema& schema, const proto::EventClaim& claim) {
  return schema.Of(claim.type()).deed_joins_plan();
}

bool HasCasualties(const EventSchema& schema, const proto::EventClaim& claim) {
  return schema.HasDetail(claim.type(), EventType::KILLED);
}

bool PointsAtTransfer(const EventSchema& schema, const EventDraft& draft) {
  return draft.is_definite && draft.is_noun && IsTransfer(schema, draft.claim) &&
         draft.claim.status() == kHappened;
}

bool LacksPartner(const EventSchema& schema, const EventDraft& draft) {
  return schema.IsConversation(draft.claim.type()) && draft.claim.participants_size() < 2;
}

std::optional<uint32_t> InRole(const proto::EventClaim& claim, absl::string_view role) {
  std::optional<uint32_t> found;
  for (const proto::Participant& p : claim.participants()) {
    if (p.role() == role) found = p.entity();
  }
  return found;
}

}  // namespace norn::ingest
