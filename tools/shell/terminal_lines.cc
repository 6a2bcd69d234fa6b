// The lines of a terminal, by libedit.
#include <editline/readline.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "tools/shell/key_reader.h"
#include "tools/shell/line_source.h"

namespace norn::tools {
namespace {

constexpr int kMaxHistory = 1000;

// Ctrl-C reaches the thread only while it waits for a key: one that came a moment before the wait
// would otherwise be noted by nobody until the next key.
class InterruptsOnlyWhileWaiting {
 public:
  InterruptsOnlyWhileWaiting() {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupt, &Outside());
  }
  ~InterruptsOnlyWhileWaiting() { pthread_sigmask(SIG_SETMASK, &Outside(), nullptr); }
  InterruptsOnlyWhileWaiting(const InterruptsOnlyWhileWaiting&) = delete;
  InterruptsOnlyWhileWaiting& operator=(const InterruptsOnlyWhileWaiting&) = delete;

  // False when Ctrl-C came first. libedit's own handler sends that signal once more, for the one
  // that was there before it, which has it when this object's life ends.
  static bool WaitForKey() {
    pollfd terminal = {STDIN_FILENO, POLLIN, 0};
    while (ppoll(&terminal, 1, nullptr, &Outside()) < 0 && errno == EINTR) {
      sigset_t pending;
      sigpending(&pending);
      if (sigismember(&pending, SIGINT) == 1) return false;
    }
    return true;
  }

 private:
  // Of the one thread that reads keys: libedit calls back without a pointer of ours.
  static sigset_t& Outside() {
    static sigset_t outside;
    return outside;
  }
};

// One byte of the terminal; nothing at the end of input or after Ctrl-C.
int NextByte(bool may_wait) {
  // What a key or a mark of several bytes sends comes at once, also over a slow line.
  constexpr int kSequenceMilliseconds = 50;
  pollfd terminal = {STDIN_FILENO, POLLIN, 0};
  const bool is_there = may_wait ? InterruptsOnlyWhileWaiting::WaitForKey()
                                 : poll(&terminal, 1, kSequenceMilliseconds) == 1;
  unsigned char byte = 0;
  return is_there && read(STDIN_FILENO, &byte, 1) == 1 ? byte : KeyReader::kNone;
}

int NextKey(FILE*) {
  static auto* const keys = new KeyReader(NextByte);
  static_assert(EOF == KeyReader::kNone);
  return keys->Next();
}

// libedit calls back without a pointer of ours.
Completer& CurrentCompleter() {
  static Completer completer;
  return completer;
}

char* NextCompletion(const char*, int state) {
  static std::vector<std::string> found;
  static size_t next = 0;
  if (state == 0) {
    found = CurrentCompleter()(std::string(rl_line_buffer, rl_point));
    next = 0;
  }
  return next < found.size() ? strdup(found[next++].c_str()) : nullptr;
}

char** Complete(const char* word, int, int) {
  // Never file names, which is what libedit falls back to.
  rl_attempted_completion_over = 1;
  return rl_completion_matches(word, NextCompletion);
}

class TerminalLines : public LineSource {
 public:
  TerminalLines(const TerminalOptions& options, Completer completer,
                const std::atomic<bool>& interrupted)
      : file_(options.history_file), in_colour_(options.in_colour), interrupted_(interrupted) {
    CurrentCompleter() = std::move(completer);
    UseUtf8();
    rl_readline_name = const_cast<char*>("norn");
    rl_getc_function = NextKey;
    rl_initialize();
    rl_attempted_completion_function = Complete;
    rl_completion_append_character = 0;
    static char breaks[] = " \t\n\"'`:.,;()[]{}<>=+-*/|&$";
    rl_basic_word_break_characters = breaks;
    rl_completer_word_break_characters = breaks;
    using_history();
    stifle_history(kMaxHistory);
    if (file_.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(file_).parent_path(), error);
    read_history(file_.c_str());
  }

  ~TerminalLines() override { CurrentCompleter() = nullptr; }

  std::optional<std::string> Read(const std::string& prompt) override {
    char* const line = interrupted_.load() ? nullptr : ReadLine(prompt);
    if (line == nullptr && interrupted_.load()) {
      std::cout << "^C" << std::endl;
      return "";
    }
    if (line == nullptr) {
      std::cout << std::endl;
      return std::nullopt;
    }
    std::string copy = line;
    free(line);
    return copy;
  }

  void Remember(const std::string& statement) override {
    // With its line breaks, which the history's file keeps: a comment must not swallow what
    // follows.
    add_history(statement.c_str());
    if (!file_.empty()) write_history(file_.c_str());
  }

 private:
  char* ReadLine(const std::string& prompt) const {
    const InterruptsOnlyWhileWaiting waiting;
    if (!IsDumbTerminal()) std::cout << KeyReader::kMarkPastes << std::flush;
    char* const line = readline((in_colour_ ? Coloured(prompt) : prompt).c_str());
    if (!IsDumbTerminal()) std::cout << KeyReader::kNoMarks << std::flush;
    return line;
  }
  // Between \1 and \2, where libedit does not count columns: cyan and bold but for the last blank.
  static std::string Coloured(absl::string_view prompt) {
    return absl::StrCat("\1\033[1;36m\2", prompt.substr(0, prompt.size() - 1), "\1\033[0m\2 ");
  }
  // libedit drops every letter that the locale cannot read, and the default locale reads ASCII.
  static void UseUtf8() {
    std::setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
  }

  std::string file_;
  bool in_colour_;
  const std::atomic<bool>& interrupted_;
};

}  // namespace

bool IsDumbTerminal() {
  const char* const name = std::getenv("TERM");
  return name == nullptr || absl::string_view(name).empty() || absl::string_view(name) == "dumb";
}

std::unique_ptr<LineSource> MakeTerminalLines(const TerminalOptions& options, Completer completer,
                                              const std::atomic<bool>& interrupted) {
  return std::make_unique<TerminalLines>(options, std::move(completer), interrupted);
}

std::string DefaultHistoryFile() {
  // The XDG specification: a relative path is to be ignored.
  const char* const state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && state[0] == '/') return absl::StrCat(state, "/norn/history");
  const char* const home = std::getenv("HOME");
  if (home == nullptr || home[0] != '/') return "";
  return absl::StrCat(home, "/.local/state/norn/history");
}

}  // namespace norn::tools
