// JSON in all its shapes: JSON Lines, an object, an array of objects, an answer with such an array
// in it, JSON Feed 1.x, ninjs.
#ifndef NORN_INGEST_READ_RECORDS_JSON_FORMAT_H_
#define NORN_INGEST_READ_RECORDS_JSON_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& JsonFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_RECORDS_JSON_FORMAT_H_
