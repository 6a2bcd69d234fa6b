#include "ingest/read/source_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

namespace fs = std::filesystem;

// Hostile trees of links end here.
constexpr size_t kMaxFolders = 100000;

class Lister {
 public:
  Lister(std::vector<std::string>& files, std::vector<ReadProblem>& problems,
         const std::function<bool(const std::string&)>& skip)
      : files_(files), problems_(problems), skip_(skip) {}

  void ListFolder(const fs::path& folder) {
    folders_.push_back(folder);
    for (size_t at = 0; at < folders_.size() && at < kMaxFolders; ++at) {
      ListEntries(fs::path(folders_[at]));
    }
    std::sort(files_.begin(), files_.end());
  }

 private:
  void ListEntries(const fs::path& folder) {
    std::error_code error;
    const fs::path canonical = fs::canonical(folder, error);
    if (error || !seen_.insert(canonical).second) return;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      if (entries->path().filename().native().front() == '.') continue;
      if (skip_ && skip_(entries->path().string())) continue;
      std::error_code ignored;
      if (entries->is_directory(ignored)) {
        folders_.push_back(entries->path());
      } else {
        files_.push_back(entries->path().string());
      }
    }
    if (error) {
      problems_.push_back({folder.string(), absl::UnavailableError(absl::StrCat(
                                                "cannot list the folder: ", error.message()))});
    }
  }

  std::vector<std::string>& files_;
  std::vector<ReadProblem>& problems_;
  const std::function<bool(const std::string&)>& skip_;
  std::vector<fs::path> folders_;
  std::set<fs::path> seen_;
};

}  // namespace

std::vector<std::string> ListSource(const std::string& source, std::vector<ReadProblem>& problems,
                                    const std::function<bool(const std::string&)>& skip) {
  std::error_code error;
  const fs::file_status status = fs::status(source, error);
  if (status.type() == fs::file_type::not_found) {
    problems.push_back(
        {source, absl::NotFoundError("there is no such file or folder; check the path")});
    return {};
  }
  if (error) {
    problems.push_back(
        {source, absl::UnavailableError(absl::StrCat("cannot be read: ", error.message()))});
    return {};
  }
  if (!fs::is_directory(status)) return {source};
  std::vector<std::string> files;
  const size_t problems_before = problems.size();
  Lister(files, problems, skip).ListFolder(source);
  if (files.empty() && problems.size() == problems_before) {
    problems.push_back(
        {source, absl::InvalidArgumentError("the folder has no articles; name another one")});
  }
  return files;
}

absl::StatusOr<std::unique_ptr<std::istream>> OpenFile(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return absl::InvalidArgumentError("a link that points nowhere");
  }
  if (!fs::is_regular_file(status)) {
    return absl::InvalidArgumentError("not a regular file; name a file, a folder or -");
  }
  auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*in) return absl::UnavailableError("cannot be opened; check its permissions");
  return in;
}

}  // namespace norn::ingest
