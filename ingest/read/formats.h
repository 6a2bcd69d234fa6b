// The formats that are read, in the order in which they are asked whether an input is theirs.
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
