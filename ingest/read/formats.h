// Which of the registered formats reads an input. Each says how surely it is its own; the surest
// reads it, so that their order means nothing.
//
//   const Format& format = FormatOf(input);
//   format.read(input, options, output);
#ifndef NORN_INGEST_READ_FORMATS_H_
#define NORN_INGEST_READ_FORMATS_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

// Plain text where no other format recognises it.
const Format& FormatOf(const Input& input);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMATS_H_
