// What speaks for an event having happened, being planned, withheld, denied, …: the evoking word,
// the chain of what governs it, and what the rules say.
#ifndef NORN_INGEST_EXTRACT_CLAIMS_STATUS_FEATURES_H_
#define NORN_INGEST_EXTRACT_CLAIMS_STATUS_FEATURES_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/extract/evocation/sentence_view.h"
#include "ingest/extract/scoring/features.h"

namespace norn::ingest {

// What the lexicon's cues make of an event of the type at the token (status.h); empty: they speak
// of something that is only possible.
std::string StatusByCues(const SentenceView& view, uint32_t token, absl::string_view type);

void AddStatusFeatures(const SentenceView& view, uint32_t token, absl::string_view type,
                       Features& features);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAIMS_STATUS_FEATURES_H_
