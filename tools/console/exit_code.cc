#include "tools/console/exit_code.h"

#include <ostream>

namespace norn::tools {

ExitCode ExitCodeOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return ExitCode::kDone;
    case absl::StatusCode::kInvalidArgument:
      return ExitCode::kUsage;
    case absl::StatusCode::kDeadlineExceeded:
      return ExitCode::kLimit;
    case absl::StatusCode::kCancelled:
      return ExitCode::kInterrupted;
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kFailedPrecondition:
      return ExitCode::kBadData;
    case absl::StatusCode::kNotFound:
      return ExitCode::kNoInput;
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kAlreadyExists:
      return ExitCode::kCannotCreate;
    // A disk that is full or fails, or a file that may not grow (EFBIG is "out of range" to
    // Abseil).
    case absl::StatusCode::kOutOfRange:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kResourceExhausted:
      return ExitCode::kInputOutput;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kAborted:
      return ExitCode::kBusy;
    default:
      return ExitCode::kInternal;
  }
}

ExitCode Fail(Streams& streams, const absl::Status& status) {
  return Fail(streams, status, ExitCodeOf(status));
}

ExitCode Fail(Streams& streams, const absl::Status& status, ExitCode code) {
  streams.err << "norn: " << status.message() << "\n";
  return code;
}

}  // namespace norn::tools
