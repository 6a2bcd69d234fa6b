// What `norn --version` prints: the release and the commit that it was built from.
#ifndef NORN_TOOLS_CONSOLE_VERSION_H_
#define NORN_TOOLS_CONSOLE_VERSION_H_

#include <string>

namespace norn::tools {

// "norn 0.1.0 (commit 1a2b3c4d5e6f)"; a tree with changes says so.
std::string VersionText();

// The release alone: "0.1.0".
std::string VersionNumber();

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_VERSION_H_
