// A file that is either whole or as it was: written beside its place, then renamed onto it.
//
//   NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create("calls.svg"));
//   file.stream() << svg;
//   NORN_RETURN_IF_ERROR(file.Commit());   // without Commit nothing has changed
#ifndef NORN_TOOLS_CONSOLE_OUTPUT_FILE_H_
#define NORN_TOOLS_CONSOLE_OUTPUT_FILE_H_

#include <memory>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::tools {

// Whether a file's name is that of an output that is being written, or was when norn was killed.
bool IsTemporaryOutput(absl::string_view name);

class OutputFile {
 public:
  // kPermissionDenied, with the reason, if it cannot be made, or lies in a graph: its files are
  // norn's alone. What a symbolic link points to is replaced, not the link; a device or pipe is
  // written directly. Removes what a killed process left beside the place.
  static absl::StatusOr<OutputFile> Create(const std::string& path);

  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;
  ~OutputFile();

  std::ostream& stream();
  // kUnknown if any write failed; the place is then as it was.
  absl::Status Commit();

 private:
  struct State;
  explicit OutputFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_OUTPUT_FILE_H_
