// How sources are read: what build, add, extract and a rebuild's configuration can say of it.
//
//   NORN_RETURN_IF_ERROR(SetSourceOptions({"text=body", "windows-1252", "mtime"}, request));
#ifndef NORN_TOOLS_BUILD_SOURCE_OPTIONS_H_
#define NORN_TOOLS_BUILD_SOURCE_OPTIONS_H_

#include <string>

#include "absl/status/status.h"

namespace norn::tools {

struct BuildRequest;  // graph_builder.h

struct SourceOptions {
  std::string fields;    // "text=body,published=date": which members and columns are which fields
  std::string encoding;  // of text and pages; empty: found out
  // "mtime": an article without a date is of the day on which its file was last changed; empty: it
  // stays without one
  std::string published_from;
};

inline constexpr char kFromModificationTime[] = "mtime";

// kInvalidArgument for a mapping or a `published_from` that there is not.
absl::Status SetSourceOptions(const SourceOptions& options, BuildRequest& request);

}  // namespace norn::tools

#endif  // NORN_TOOLS_BUILD_SOURCE_OPTIONS_H_
