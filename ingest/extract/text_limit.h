// How much of an article is read for facts.
#ifndef NORN_INGEST_EXTRACT_TEXT_LIMIT_H_
#define NORN_INGEST_EXTRACT_TEXT_LIMIT_H_

#include <cstddef>

namespace norn::ingest {

// No news article is longer; what lies behind is not read, so that hostile input costs little.
inline constexpr size_t kMaxReadBytes = size_t{512} << 10;

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TEXT_LIMIT_H_
