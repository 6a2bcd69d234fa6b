// Whether two drafts of events can tell of the same one.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_EVENT_COMPATIBILITY_H_
#define NORN_INGEST_EXTRACT_DRAFTS_EVENT_COMPATIBILITY_H_

#include <cstdint>
#include <set>

#include "absl/strings/string_view.h"
#include "ingest/lexicon/event_schema.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

std::set<uint32_t> ParticipantsOf(const proto::EventClaim& claim);

// Types that one event can be told as: talks may be a call or a meeting; a call told without its
// medium may turn out to be the talks at a meeting.
bool TypesAgree(const EventSchema& schema, const proto::EventClaim& a, const proto::EventClaim& b);
// Whether both name one weapon.
bool WeaponsAgree(const proto::EventClaim& a, const proto::EventClaim& b);

// Equal, or both ahead (planned, proposed).
bool StatusesAgree(absl::string_view a, absl::string_view b);

bool DatesAgree(const proto::EventClaim& a, const proto::EventClaim& b);
bool PlacesAgree(const proto::EventClaim& a, const proto::EventClaim& b);

// A conversation whose form the words leave open.
bool IsUnspecific(const EventSchema& schema, const proto::EventClaim& claim);

// Whether a role is filled by others in one than in the other, or one fills different roles.
bool RolesConflict(const proto::EventClaim& a, const proto::EventClaim& b);

// The same roles filled with the same entities, where both fill them; at least one is shared.
bool RolesAgree(const EventSchema& schema, const proto::EventClaim& a, const proto::EventClaim& b);

// Adds to `into` what it does not have: participants, weapons, details, reports; narrows its date;
// the more specific type wins, and what happened wins over what was planned.
void MergeClaim(const EventSchema& schema, const proto::EventClaim& from, proto::EventClaim& into);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_EVENT_COMPATIBILITY_H_
