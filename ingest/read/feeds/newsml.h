// NewsML-G2 2.x: one newsItem, or a message or package of several, each an article with its version
// and its publication status.
#ifndef NORN_INGEST_READ_FEEDS_NEWSML_H_
#define NORN_INGEST_READ_FEEDS_NEWSML_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& NewsmlFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FEEDS_NEWSML_H_
