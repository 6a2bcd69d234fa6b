// Compressed files (.gz, .xz, .zst, .bz2) and archives (.zip, .tar), whatever is in them: each
// member is read as a file of its own. How much comes out of one is bounded.
#ifndef NORN_INGEST_READ_ARCHIVES_ARCHIVE_FORMAT_H_
#define NORN_INGEST_READ_ARCHIVES_ARCHIVE_FORMAT_H_

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& ArchiveFormat();

// Reads each member whose path `is_read`, as a file of its own; of a single compressed file all.
void ReadMembers(Input& input, absl::FunctionRef<bool(absl::string_view path)> is_read,
                 FormatOutput& output);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARCHIVES_ARCHIVE_FORMAT_H_
