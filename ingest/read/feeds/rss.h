// RSS 2.0, 1.0 and their like: a channel with items, each an article; the whole text where
// `content:encoded` has it, else the description.
#ifndef NORN_INGEST_READ_FEEDS_RSS_H_
#define NORN_INGEST_READ_FEEDS_RSS_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& RssFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FEEDS_RSS_H_
