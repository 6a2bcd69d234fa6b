// What is recognised so that it is refused by its name, and not read as something that it is not:
// pictures, sound, programs, old office files, XML of other kinds.
#ifndef NORN_INGEST_READ_UNREAD_FORMATS_H_
#define NORN_INGEST_READ_UNREAD_FORMATS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "ingest/read/format/format.h"

namespace norn::ingest {

// "a PNG picture", by the first bytes; empty: none that is known.
std::string UnreadKind(absl::string_view head);

const Format& UnreadFormat();
// XML whose outermost element belongs to no format that is read.
const Format& OtherXmlFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_UNREAD_FORMATS_H_
