// Whether an extraction record holds together by itself and with its article: what must be so
// before resolution may follow its indexes and cut quotes out of the article's text.
//
//   if (absl::Status fits = CheckRecord(record, article); !fits.ok()) …  // kDataLoss, with the
//   reason
#ifndef NORN_INGEST_RESOLVE_RECORD_CHECK_H_
#define NORN_INGEST_RESOLVE_RECORD_CHECK_H_

#include "absl/status/status.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// kDataLoss if an index leads to no entity, a span out of the text or into the middle of a
// character, or if a text is not UTF-8.
absl::Status CheckRecord(const proto::Extraction& record, const proto::Article& article);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_RECORD_CHECK_H_
