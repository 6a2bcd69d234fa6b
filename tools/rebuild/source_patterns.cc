#include "tools/rebuild/source_patterns.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace norn::tools {
namespace {

// By bytes, whatever the locale.
std::vector<std::string> Matches(const std::string& pattern) {
  std::vector<std::string> paths;
  glob_t found = {};
  if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) {
    for (size_t i = 0; i < found.gl_pathc; ++i) paths.emplace_back(found.gl_pathv[i]);
  }
  globfree(&found);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::vector<std::string> ExpandPatterns(const std::vector<std::string>& sources) {
  std::vector<std::string> expanded;
  std::set<std::string> seen;
  for (const std::string& source : sources) {
    std::error_code error;
    std::vector<std::string> paths;
    const bool is_pattern =
        source.find_first_of("*?[") != std::string::npos && !std::filesystem::exists(source, error);
    if (is_pattern) paths = Matches(source);
    if (paths.empty()) paths = {source};
    for (std::string& path : paths) {
      if (seen.insert(path).second) expanded.push_back(std::move(path));
    }
  }
  return expanded;
}

}  // namespace norn::tools
