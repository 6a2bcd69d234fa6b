// Atom (RFC 4287): a feed with entries, each an article, or one entry alone.
#ifndef NORN_INGEST_READ_FEEDS_ATOM_H_
#define NORN_INGEST_READ_FEEDS_ATOM_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& AtomFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FEEDS_ATOM_H_
