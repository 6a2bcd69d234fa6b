#include "tools/version.h"

#include "absl/strings/str_cat.h"
#include "tools/commit.h"

namespace norn::tools {

std::string VersionText() { return absl::StrCat("norn 0.1.0 (commit ", NORN_COMMIT, ")"); }

}  // namespace norn::tools
