#include "tools/build/source_options.h"

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "ingest/read/format/field_map.h"
#include "tools/build/graph_builder.h"

namespace norn::tools {

absl::Status SetSourceOptions(const SourceOptions& options, BuildRequest& request) {
  NORN_ASSIGN_OR_RETURN(request.fields, ingest::ParseFieldMap(options.fields));
  request.encoding = options.encoding;
  if (!options.published_from.empty() && options.published_from != kFromModificationTime) {
    return absl::InvalidArgumentError(absl::StrCat(
        "there is no date from '", options.published_from, "'; there is ", kFromModificationTime));
  }
  request.published_from_mtime = !options.published_from.empty();
  return absl::OkStatus();
}

}  // namespace norn::tools
