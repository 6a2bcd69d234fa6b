#include "tools/console/version.h"

#include "absl/strings/str_cat.h"
#include "tools/console/commit.h"

namespace norn::tools {

std::string VersionNumber() { return "0.1.0"; }

std::string VersionText() {
  return absl::StrCat("norn ", VersionNumber(), " (commit ", NORN_COMMIT, ")");
}

}  // namespace norn::tools
