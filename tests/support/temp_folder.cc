#include "tests/support/temp_folder.h"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <set>

#include "gtest/gtest.h"

namespace norn::tests {

namespace fs = std::filesystem;

TempFolder::TempFolder() {
  static std::atomic<int> count{0};
  path_ = fs::path(testing::TempDir()) /
          ("norn-" + std::to_string(getpid()) + "-" + std::to_string(count++));
  fs::remove_all(path_);
  fs::create_directories(path_);
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TempFolder::Path(const std::string& name) const {
  return name.empty() ? path_.string() : (path_ / name).string();
}

std::string TempFolder::Write(const std::string& name, const std::string& content) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  return path.string();
}

std::string TempFolder::List(const std::string& name) const {
  const fs::path root = Path(name);
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_directory()) names.insert(fs::relative(entry.path(), root).string());
  }
  std::string list;
  for (const std::string& file : names) list += file + "\n";
  return list;
}

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << "cannot read " << path;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace norn::tests
