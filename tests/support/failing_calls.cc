// Loaded before the system's own library (LD_PRELOAD), it lets calls of the system fail, or writes
// down those that change files (power_loss.h reads that).
//
//   NORN_FAIL_UNDER   a folder: calls on files below it are counted
//   NORN_FAIL_AT      the number of the call that fails, from 1; 0: none
//   NORN_FAIL_ALWAYS  set: all calls behind it fail too
//   NORN_FAIL_ERROR   its errno; not set: EIO
//   NORN_FAIL_COUNT   a file that gets the number of calls once the process ends in good order
//   NORN_NO_THREADS   set: no thread can be made
//   NORN_LOG_CALLS    a file that gets each call that changed something below NORN_FAIL_UNDER
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "tests/support/logged_call.h"

namespace {

using norn::tests::LoggedCall;

constexpr int kMostFiles = 4096;

const char* const under = getenv("NORN_FAIL_UNDER");
const char* const count_file = getenv("NORN_FAIL_COUNT");
const bool no_threads = getenv("NORN_NO_THREADS") != nullptr;
const bool always = getenv("NORN_FAIL_ALWAYS") != nullptr;

long NumberIn(const char* name, long otherwise) {
  const char* const text = getenv(name);
  return text == nullptr ? otherwise : strtol(text, nullptr, 10);
}

const long fail_at = NumberIn("NORN_FAIL_AT", 0);
const int error = static_cast<int>(NumberIn("NORN_FAIL_ERROR", EIO));
std::atomic<long> calls{0};
std::atomic<bool> watched[kMostFiles];

template <typename Function>
Function* Real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int OpenLog() {
  const char* const path = getenv("NORN_LOG_CALLS");
  return path == nullptr
             ? -1
             : static_cast<int>(syscall(SYS_openat, AT_FDCWD, path,
                                        O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
}

const int log_file = OpenLog();

// One record: what, the file's number, a place in it, and up to two texts.
void Log(char what, uint64_t file, int64_t at, const void* one, size_t one_size,
         const char* two = "") {
  if (log_file < 0) return;
  const LoggedCall call = {what, file, at, static_cast<uint32_t>(one_size),
                           static_cast<uint32_t>(strlen(two))};
  const iovec parts[] = {{const_cast<LoggedCall*>(&call), sizeof(call)},
                         {const_cast<void*>(one), one_size},
                         {const_cast<char*>(two), strlen(two)}};
  if (writev(log_file, parts, 3) < 0) abort();
}

void LogPath(char what, const char* path, const char* other = "") {
  Log(what, 0, 0, path, strlen(path), other);
}

uint64_t NumberOf(int fd) {
  struct stat info = {};
  fstat(fd, &info);
  return info.st_ino;
}

bool IsUnder(const char* path) {
  return under != nullptr && path != nullptr && strncmp(path, under, strlen(under)) == 0;
}

bool IsWatched(int fd) { return fd >= 0 && fd < kMostFiles && watched[fd]; }

// Counts a call that is watched; true, with errno set, if it is to fail.
bool Fails(bool counts) {
  if (!counts) return false;
  const long number = ++calls;
  if (fail_at == 0 || number < fail_at || (number > fail_at && !always)) return false;
  errno = error;
  return true;
}

int Watch(int fd, bool is_watched) {
  if (fd >= 0 && fd < kMostFiles) watched[fd] = is_watched;
  return fd;
}

__attribute__((destructor)) void WriteCount() {
  if (count_file == nullptr) return;
  if (FILE* const file = fopen(count_file, "w")) {
    fprintf(file, "%ld\n", calls.load());
    fclose(file);
  }
}

mode_t ModeOf(int flags, va_list& rest) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
}

// What a successful open changed: the file is new, or empty now.
void LogOpen(const char* path, int flags, bool was_there, int fd) {
  if (fd < 0 || !IsUnder(path)) return;
  if (!was_there) {
    Log('C', NumberOf(fd), 0, path, strlen(path));
  } else if ((flags & O_TRUNC) != 0) {
    Log('T', NumberOf(fd), 0, "", 0);
  }
}

int Opened(int (*real)(const char*, int, ...), const char* path, int flags, mode_t mode) {
  if (Fails(IsUnder(path))) return -1;
  const bool was_there = log_file < 0 || access(path, F_OK) == 0;
  const int fd = real(path, flags, mode);
  LogOpen(path, flags, was_there, fd);
  return Watch(fd, IsUnder(path));
}

void LogSync(int fd) {
  struct stat info = {};
  fstat(fd, &info);
  if (!S_ISDIR(info.st_mode)) return Log('S', info.st_ino, 0, "", 0);
  char path[PATH_MAX] = {};
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  if (readlink(link.c_str(), path, sizeof(path) - 1) > 0) LogPath('D', path);
}

// A path relative to an open folder.
std::string PathAt(int folder, const char* name) {
  char path[PATH_MAX] = {};
  if (name[0] == '/' || folder == AT_FDCWD) return name;
  const std::string link = "/proc/self/fd/" + std::to_string(folder);
  if (readlink(link.c_str(), path, sizeof(path) - 1) <= 0) return name;
  return std::string(path) + "/" + name;
}

}  // namespace

// NOLINTBEGIN(readability-identifier-naming): the names are the system's.
#define NORN_OPEN(name)                                                        \
  int name(const char* path, int flags, ...) {                                 \
    va_list rest;                                                              \
    va_start(rest, flags);                                                     \
    const mode_t mode = ModeOf(flags, rest);                                   \
    va_end(rest);                                                              \
    return Opened(Real<int(const char*, int, ...)>(#name), path, flags, mode); \
  }

// What an optimized build calls instead, where flags are not known when it is built and no mode is
// given (_FORTIFY_SOURCE).
#define NORN_OPEN_WITHOUT_MODE(name)                                        \
  int __##name##_2(const char* path, int flags) {                           \
    return Opened(Real<int(const char*, int, ...)>(#name), path, flags, 0); \
  }

#define NORN_ON_PATH(what, name, parameters, path, arguments) \
  int name parameters {                                       \
    if (Fails(IsUnder(path))) return -1;                      \
    static auto* const real = Real<int parameters>(#name);    \
    const int result = real arguments;                        \
    if (result == 0 && IsUnder(path)) LogPath(what, path);    \
    return result;                                            \
  }

#define NORN_ON_TWO_PATHS(what, name)                                     \
  int name(const char* from, const char* to) {                            \
    if (Fails(IsUnder(to))) return -1;                                    \
    static auto* const real = Real<int(const char*, const char*)>(#name); \
    const int result = real(from, to);                                    \
    if (result == 0 && IsUnder(to)) LogPath(what, from, to);              \
    return result;                                                        \
  }

#define NORN_ON_FILE(result_type, name, parameters, arguments, log) \
  result_type name parameters {                                     \
    if (Fails(IsWatched(fd))) return -1;                            \
    static auto* const real = Real<result_type parameters>(#name);  \
    const result_type result = real arguments;                      \
    if (result >= 0 && log_file >= 0 && IsWatched(fd)) log;         \
    return result;                                                  \
  }

#define NORN_NOTHING static_cast<void>(0)
#define NORN_LOG_WRITE(at) Log('W', NumberOf(fd), at, from, static_cast<size_t>(result))

extern "C" {

NORN_OPEN(open)
NORN_OPEN(open64)
NORN_OPEN_WITHOUT_MODE(open)
NORN_OPEN_WITHOUT_MODE(open64)

NORN_ON_PATH('M', mkdir, (const char* path, mode_t mode), path, (path, mode))
NORN_ON_PATH('U', unlink, (const char* path), path, (path))
NORN_ON_PATH('U', rmdir, (const char* path), path, (path))
NORN_ON_PATH('U', remove, (const char* path), path, (path))
NORN_ON_TWO_PATHS('R', rename)
NORN_ON_TWO_PATHS('L', link)
NORN_ON_TWO_PATHS('K', symlink)

int unlinkat(int folder, const char* name, int flags) {
  const std::string path = PathAt(folder, name);
  if (Fails(IsUnder(path.c_str()))) return -1;
  static auto* const real = Real<int(int, const char*, int)>("unlinkat");
  const int result = real(folder, name, flags);
  if (result == 0 && IsUnder(path.c_str())) LogPath('U', path.c_str());
  return result;
}

NORN_ON_FILE(ssize_t, read, (int fd, void* to, size_t size), (fd, to, size), NORN_NOTHING)
NORN_ON_FILE(ssize_t, pread, (int fd, void* to, size_t size, off_t at), (fd, to, size, at),
             NORN_NOTHING)
NORN_ON_FILE(ssize_t, pread64, (int fd, void* to, size_t size, off64_t at), (fd, to, size, at),
             NORN_NOTHING)
NORN_ON_FILE(ssize_t, write, (int fd, const void* from, size_t size), (fd, from, size),
             NORN_LOG_WRITE(lseek(fd, 0, SEEK_CUR) - result))
NORN_ON_FILE(ssize_t, pwrite, (int fd, const void* from, size_t size, off_t at),
             (fd, from, size, at), NORN_LOG_WRITE(at))
NORN_ON_FILE(ssize_t, pwrite64, (int fd, const void* from, size_t size, off64_t at),
             (fd, from, size, at), NORN_LOG_WRITE(at))
NORN_ON_FILE(int, fsync, (int fd), (fd), LogSync(fd))
NORN_ON_FILE(int, fdatasync, (int fd), (fd), LogSync(fd))
NORN_ON_FILE(int, ftruncate, (int fd, off_t size), (fd, size), Log('T', NumberOf(fd), size, "", 0))
NORN_ON_FILE(int, ftruncate64, (int fd, off64_t size), (fd, size),
             Log('T', NumberOf(fd), size, "", 0))

int close(int fd) {
  Watch(fd, false);
  static auto* const real = Real<int(int)>("close");
  return real(fd);
}

void* mmap(void* at, size_t size, int protection, int flags, int fd, off_t offset) {
  if (Fails(IsWatched(fd))) return MAP_FAILED;
  static auto* const real = Real<void*(void*, size_t, int, int, int, off_t)>("mmap");
  return real(at, size, protection, flags, fd, offset);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*),
                   void* argument) {
  if (no_threads) return EAGAIN;
  static auto* const real =
      Real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create");
  return real(thread, attributes, run, argument);
}

}  // extern "C"
// NOLINTEND
