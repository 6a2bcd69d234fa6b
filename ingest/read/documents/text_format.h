// Plain text: what no other format recognises, and is text.
#ifndef NORN_INGEST_READ_DOCUMENTS_TEXT_FORMAT_H_
#define NORN_INGEST_READ_DOCUMENTS_TEXT_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& TextFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DOCUMENTS_TEXT_FORMAT_H_
