// A folder of a test's own, empty at first and gone at the end.
//
//   TempFolder folder;
//   const std::string path = folder.Write("a.txt", "text");
#ifndef NORN_TESTS_SUPPORT_TEMP_FOLDER_H_
#define NORN_TESTS_SUPPORT_TEMP_FOLDER_H_

#include <filesystem>
#include <string>

namespace norn::tests {

class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string Path(const std::string& name = "") const;
  // With the folders that it needs; gives its path.
  std::string Write(const std::string& name, const std::string& content) const;
  // Every file below `name`, relative to it, sorted.
  std::string List(const std::string& name = "") const;

 private:
  std::filesystem::path path_;
};

// The whole file; a test failure if it cannot be read.
std::string ReadFile(const std::string& path);

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_TEMP_FOLDER_H_
