// Folders into which other programs put articles. What lies in one is moved into its archive, which
// is read as a source: the archive has every article there ever was, so that the graph can be made
// again from it.
//
//   NORN_ASSIGN_OR_RETURN(const size_t taken, EmptySpool("/srv/incoming", "/srv/news"));
#ifndef NORN_TOOLS_REBUILD_SPOOL_H_
#define NORN_TOOLS_REBUILD_SPOOL_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::tools {

// A program that writes a file under such a name, and then renames it, is never read halfway: names
// that begin with a full stop, or end with .tmp or .part.
bool IsBeingWritten(absl::string_view name);

// Moves all that is not being written, by renaming, and says how many files and folders. Nothing in
// the archive is ever replaced: what has a name that is taken comes into a folder of its own there,
// 2, 3 and so on. The archive's folder is made if need be. kNotFound if there is no such spool: a
// disk that is not mounted must not look like a day without news.
absl::StatusOr<size_t> EmptySpool(const std::string& folder, const std::string& archive);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_SPOOL_H_
