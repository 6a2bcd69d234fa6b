// WARC: pages as a crawler got them. Each answer that is text is a file of its own, called by its
// address.
#ifndef NORN_INGEST_READ_ARCHIVES_WARC_FORMAT_H_
#define NORN_INGEST_READ_ARCHIVES_WARC_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

// 1.0 and 1.1. Answers with an error, pictures, scripts and what a crawler keeps besides are passed
// over.
const Format& WarcFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARCHIVES_WARC_FORMAT_H_
