#include "tools/rebuild/shell_command.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

constexpr absl::Duration kNap = absl::Milliseconds(20);
// Between the request to end and the end that cannot be refused.
constexpr absl::Duration kGrace = absl::Seconds(2);

absl::StatusOr<pid_t> Start(const std::string& command, std::vector<std::string> own) {
  std::vector<char*> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) environment.push_back(*entry);
  for (std::string& entry : own) environment.push_back(entry.data());
  environment.push_back(nullptr);
  std::string text = command;
  std::string shell = "sh";
  std::string option = "-c";
  char* const arguments[] = {shell.data(), option.data(), text.data(), nullptr};

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  const absl::Cleanup destroy = [&] {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  };
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  // A group of its own, so that what the command has started ends with it.
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t pid = 0;
  const int error =
      posix_spawn(&pid, "/bin/sh", &actions, &attributes, arguments, environment.data());
  if (error != 0) return absl::ErrnoToStatus(error, "cannot start /bin/sh");
  return pid;
}

// Whether it ended within `longest`; `how` says with what. The clock of the day may be set back.
bool WaitFor(pid_t pid, absl::Duration longest, const std::atomic<bool>* stop, int& how) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  for (;;) {
    if (waitpid(pid, &how, WNOHANG) != 0) return true;
    if (absl::FromChrono(Clock::now() - start) >= longest || (stop != nullptr && stop->load()))
      return false;
    absl::SleepFor(kNap);
  }
}

void End(pid_t pid) {
  int how = 0;
  kill(-pid, SIGTERM);
  if (WaitFor(pid, kGrace, nullptr, how)) return;
  kill(-pid, SIGKILL);
  waitpid(pid, &how, 0);
}

}  // namespace

absl::Status RunShellCommand(const std::string& command,
                             const std::vector<std::string>& environment, absl::Duration longest,
                             const std::atomic<bool>& stop) {
  NORN_ASSIGN_OR_RETURN(const pid_t pid, Start(command, environment));
  int how = 0;
  if (!WaitFor(pid, longest, &stop, how)) {
    End(pid);
    if (stop.load()) return absl::CancelledError(absl::StrCat("stopped: ", command));
    return absl::DeadlineExceededError(
        absl::StrCat("took over ", absl::FormatDuration(longest), " and was ended: ", command));
  }
  if (WIFEXITED(how) && WEXITSTATUS(how) == 0) return absl::OkStatus();
  return absl::UnknownError(WIFEXITED(how)
                                ? absl::StrCat("ended with ", WEXITSTATUS(how), ": ", command)
                                : absl::StrCat("ended by signal ", WTERMSIG(how), ": ", command));
}

}  // namespace norn::tools
