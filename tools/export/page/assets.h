// The files that a page is put together of, as they are in this folder.
#ifndef NORN_TOOLS_EXPORT_PAGE_ASSETS_H_
#define NORN_TOOLS_EXPORT_PAGE_ASSETS_H_

#include "absl/strings/string_view.h"

namespace norn::tools {

absl::string_view PageTemplate();
absl::string_view PageStyle();
absl::string_view PageScript();
absl::string_view CytoscapeScript();

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PAGE_ASSETS_H_
