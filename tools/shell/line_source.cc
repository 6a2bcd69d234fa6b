#include "tools/shell/line_source.h"

#include <editline/readline.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace norn::tools {
namespace {

constexpr int kMaxHistory = 1000;

// Editors on Windows begin a file with it.
constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

class StreamLines : public LineSource {
 public:
  explicit StreamLines(std::istream& in) : in_(in) {}

  std::optional<std::string> Read(const std::string&) override {
    std::string line;
    if (!std::getline(in_, line)) return std::nullopt;
    if (std::exchange(is_first_, false))
      line = std::string(absl::StripPrefix(line, kByteOrderMark));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
  }
  void Remember(const std::string&) override {}

 private:
  std::istream& in_;
  bool is_first_ = true;
};

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

// One letter in the locale's encoding, or EOF at the end of input or after Ctrl-C.
int NextKey(FILE*) {
  constexpr int kUnreadable = 0xFFFD;
  if (!InterruptsOnlyWhileWaiting::WaitForKey()) return EOF;
  std::mbstate_t state = {};
  while (true) {
    char byte = 0;
    if (read(STDIN_FILENO, &byte, 1) != 1) return EOF;
    wchar_t letter = 0;
    const size_t size = std::mbrtowc(&letter, &byte, 1, &state);
    if (size == static_cast<size_t>(-1)) return kUnreadable;
    if (size != static_cast<size_t>(-2)) return static_cast<int>(letter);
  }
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
  TerminalLines(const std::string& history_file, Completer completer,
                const std::atomic<bool>& interrupted)
      : file_(history_file), interrupted_(interrupted) {
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
  static char* ReadLine(const std::string& prompt) {
    const InterruptsOnlyWhileWaiting waiting;
    return readline(prompt.c_str());
  }
  // libedit drops every letter that the locale cannot read, and the default locale reads ASCII.
  static void UseUtf8() {
    std::setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
  }

  std::string file_;
  const std::atomic<bool>& interrupted_;
};

}  // namespace

std::unique_ptr<LineSource> MakeStreamLines(std::istream& in) {
  return std::make_unique<StreamLines>(in);
}

std::unique_ptr<LineSource> MakeTerminalLines(const std::string& history_file, Completer completer,
                                              const std::atomic<bool>& interrupted) {
  return std::make_unique<TerminalLines>(history_file, std::move(completer), interrupted);
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
