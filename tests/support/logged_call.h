// How failing_calls.cc writes a call down: this, then two texts of the given sizes.
#ifndef NORN_TESTS_SUPPORT_LOGGED_CALL_H_
#define NORN_TESTS_SUPPORT_LOGGED_CALL_H_

#include <cstdint>

namespace norn::tests {

struct LoggedCall {
  // C created (path), W written (bytes), T cut or grown to `at`, S synced; D folder synced, M
  // folder made, U removed (path); R renamed, L linked (from, to), K symbolic link made (target,
  // path).
  char what = 0;
  uint64_t file = 0;  // inode of C, W, T, S
  int64_t at = 0;
  uint32_t one_size = 0;
  uint32_t two_size = 0;
};

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_LOGGED_CALL_H_
