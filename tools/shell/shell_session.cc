#include "tools/shell/shell_session.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "query/engine.h"
#include "tools/console/printable_stream.h"
#include "tools/shell/elapsed.h"
#include "tools/shell/pager.h"
#include "tools/shell/shell_commands.h"

namespace norn::tools {
namespace {

// Files that run files.
constexpr int kMaxDepth = 16;

size_t CountLines(absl::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

// One of the shell's, or a word of another shell for one.
bool IsCommand(absl::string_view line) {
  const std::vector<std::string>& commands = ShellCommands();
  const std::string word = absl::AsciiStrToLower(line.substr(0, line.find_first_of(" \t;")));
  return std::find(commands.begin(), commands.end(), word) != commands.end() ||
         MeantCommand(line).has_value();
}

class Session {
 public:
  Session(ShellState& state, LineSource& lines, std::atomic<bool>& cancelled,
          const SessionOptions& options, int depth)
      : state_(state), lines_(lines), cancelled_(cancelled), options_(options), depth_(depth) {}

  ExitCode Run() {
    while (GoesOn()) {
      const std::optional<std::string> line = lines_.Read(is_new_ ? "norn> " : "....> ");
      if (!line.has_value()) break;
      if (cancelled_.exchange(false)) Interrupt();
      if (!GoesOn()) break;
      TakeAll(*line);
    }
    if (GoesOn()) RunStatement(pending_, pending_line_);
    return options_.interactive ? ExitCode::kDone : code_;
  }

 private:
  bool GoesOn() const {
    return !state_.done && (code_ == ExitCode::kDone || !options_.stop_at_error);
  }
  // Ctrl-C at the prompt gives the statement up; a script ends.
  void Interrupt() {
    Forget();
    if (options_.interactive) return;
    code_ = ExitCode::kInterrupted;
    state_.done = true;
  }
  void Forget() {
    pending_.clear();
    is_new_ = true;
  }
  // What was pasted is several lines.
  void TakeAll(absl::string_view lines) {
    is_pasted_ = absl::StrContains(lines, "\n");
    for (const absl::string_view line : absl::StrSplit(lines, '\n')) {
      if (!GoesOn()) break;
      Take(line);
      ++line_;
    }
  }
  void Take(absl::string_view line);
  bool IsOpen() const;
  void Refuse(const query::Diagnostic& mistake, absl::string_view text);
  void RunCommand(absl::string_view text);
  absl::Status RunFile(const std::string& file);
  void RunWholeStatements();
  void RunStatement(absl::string_view statement, size_t line);
  query::Outcome<query::Result> Run(absl::string_view text);
  void Answer(const query::Result& result, absl::string_view text, absl::Duration time);
  void ShowPaged(const query::Result& result, absl::string_view text);
  void TellOfRebuild();
  void Note(ExitCode code) {
    if (code_ == ExitCode::kDone) code_ = code;
  }

  ShellState& state_;
  LineSource& lines_;
  std::atomic<bool>& cancelled_;
  const SessionOptions& options_;
  const int depth_;
  bool is_pasted_ = false;
  bool is_new_ = true;       // nothing is pending but blanks and comments
  std::string pending_;      // lines of a statement that is not whole yet
  size_t pending_line_ = 1;  // where it begins in the input
  size_t line_ = 1;          // of the line that is read next
  ExitCode code_ = ExitCode::kDone;
};

void Session::Take(absl::string_view line) {
  const absl::string_view text = absl::StripAsciiWhitespace(line);
  if (is_new_) {
    const std::optional<std::string> meant = MeantCommand(text);
    if (meant.has_value() || absl::StartsWith(text, ":")) {
      lines_.Remember(std::string(text));
      Forget();
      RunCommand(meant.has_value() ? *meant : text);
      return;
    }
    pending_.clear();
    pending_line_ = line_;
    if (options_.interactive && !is_pasted_ && !absl::StrContains(text, ";")) {
      if (const auto mistake = query::MistakenBeginning(text)) {
        lines_.Remember(std::string(text));
        return Refuse(*mistake, text);
      }
    }
  } else if (options_.interactive && !is_pasted_) {
    // A command between a statement's lines is none of them, unless a text goes over lines.
    const bool is_command = IsCommand(text) && !IsOpen();
    if (text.empty() || is_command) {
      state_.streams.err << (is_command ? absl::StrCat(text, " was not run. ") : "")
                         << "The statement is not whole yet: a semicolon ends it, Ctrl-C gives it "
                            "up.\n";
    }
    if (is_command) return;
  }
  absl::StrAppend(&pending_, pending_.empty() ? "" : "\n", line);
  if (pending_.size() > state_.query.max_query_bytes) {
    state_.streams.err << "norn: a statement of more than " << state_.query.max_query_bytes
                       << " bytes (line " << pending_line_ << "): is a semicolon missing?\n";
    Note(ExitCode::kUsage);
    return Forget();
  }
  const size_t before = pending_.size();
  RunWholeStatements();
  // Looked at only where it can have changed: a long statement is not read again for each line.
  if (is_new_ || pending_.size() != before || absl::StrContains(line, "*/")) {
    is_new_ = query::SplitStatements(pending_).empty();
  }
}

// Whether a quote, a comment or a bracket is open.
bool Session::IsOpen() const { return !query::IsCompleteQuery(absl::StrCat(pending_, "\n;")); }

// To somebody who types.
void Session::Refuse(const query::Diagnostic& mistake, absl::string_view text) {
  FailOnQuery(mistake, text, state_.streams);
  if (mistake.suggestion.empty() && query::MistakenBeginning(text).has_value()) {
    state_.streams.err << "  :examples shows what can be asked, :find NAME finds a name, :help "
                          "helps.\n";
  }
}

void Session::RunCommand(absl::string_view text) {
  // Set here and not once: a file that a command runs has a session of its own.
  state_.run_file = [this](const std::string& file) { return RunFile(file); };
  state_.run_statement = [this](absl::string_view statement) { RunStatement(statement, line_); };
  const absl::Status status = RunShellCommand(text, state_);
  if (!status.ok()) {
    state_.streams.err << "norn: ";
    if (!options_.interactive) {
      state_.streams.err << options_.place << (options_.place.empty() ? "line " : ":") << line_
                         << ": ";
    }
    state_.streams.err << status.message() << "\n";
    Note(ExitCodeOf(status));
  }
  state_.streams.out.flush();
}

absl::Status Session::RunFile(const std::string& file) {
  if (depth_ == kMaxDepth) {
    return absl::InvalidArgumentError(
        absl::StrCat(file, " is not run: ", kMaxDepth, " files run each other already"));
  }
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) {
    return absl::NotFoundError(absl::StrCat(file, " is a folder, not a file of statements"));
  }
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return absl::NotFoundError(absl::StrCat("cannot read ", file, ": ", std::strerror(errno)));
  }
  const std::unique_ptr<LineSource> lines = MakeStreamLines(in);
  SessionOptions options = options_;
  options.interactive = false;
  options.stop_at_error = options_.stop_at_error || options_.interactive;
  options.place = file;
  Note(Session(state_, *lines, cancelled_, options, depth_ + 1).Run());
  return absl::OkStatus();
}

// A line may end one statement and begin the next.
void Session::RunWholeStatements() {
  size_t begin = 0;
  for (size_t end = pending_.find(';'); end != std::string::npos && GoesOn();
       end = pending_.find(';', end + 1)) {
    const absl::string_view statement = absl::string_view(pending_).substr(begin, end + 1 - begin);
    if (!query::IsCompleteQuery(statement)) continue;
    RunStatement(statement, pending_line_);
    pending_line_ += CountLines(statement);
    begin = end + 1;
  }
  pending_.erase(0, begin);
}

void Session::RunStatement(absl::string_view statement, size_t line) {
  const absl::string_view text = absl::StripAsciiWhitespace(statement);
  if (query::SplitStatements(text).empty()) return;
  const size_t before = static_cast<size_t>(text.data() - statement.data());
  line += CountLines(statement.substr(0, before));
  lines_.Remember(std::string(text));
  TellOfRebuild();
  state_.query.cancelled = &cancelled_;
  cancelled_.store(false);
  const absl::Time start = absl::Now();
  const query::Outcome<query::Result> result = Run(text);
  const bool was_cancelled = cancelled_.exchange(false);
  if (result.ok()) {
    state_.last_query = std::string(text);
    state_.last_question.clear();
    state_.statements.push_back(state_.last_query);
    Answer(result.value(), text, absl::Now() - start);
  } else if (options_.interactive) {
    Refuse(result.error(), text);
  } else {
    if (!options_.place.empty()) state_.streams.err << options_.place << ": ";
    // Line breaks before it, so that the message has the line in the script.
    Note(FailOnQuery(result.error(), text, state_.streams, line));
  }
  if (was_cancelled) Interrupt();
  state_.streams.out.flush();
}

query::Outcome<query::Result> Session::Run(absl::string_view text) {
  if (!options_.interactive || !state_.streams.err_is_terminal) {
    return state_.graph.Run(text, state_.query);
  }
  state_.streams.out.flush();
  const Elapsed elapsed(state_.streams.err, std::chrono::seconds(1));
  return state_.graph.Run(text, state_.query);
}

// Once for each new generation, to somebody who sits there: what is asked stays the same.
void Session::TellOfRebuild() {
  if (!options_.interactive) return;
  const absl::StatusOr<AskedGeneration> generation = state_.graph.Generation();
  if (!generation.ok() || generation->current == state_.noted_generation) return;
  const bool is_first = std::exchange(state_.noted_generation, generation->current) == 0;
  if (is_first && generation->current == generation->asked) return;
  state_.streams.err << "norn: the graph was rebuilt meanwhile: generation " << generation->current
                     << " is there, " << generation->asked
                     << " is asked; :reload asks the new one\n";
}

// Texts in it are printable already, as they are on a terminal.
void Session::ShowPaged(const query::Result& result, absl::string_view text) {
  Streams& streams = state_.streams;
  std::ostringstream bytes;
  {
    PrintableStream page(bytes.rdbuf());
    Streams paged{streams.in, page, streams.err};
    paged.out_is_terminal = streams.out_is_terminal;
    paged.err_is_terminal = streams.err_is_terminal;
    paged.in_colour = streams.in_colour;
    PrintAnswer(result, state_.format, text, paged);
  }
  const std::string page = bytes.str();
  streams.out.flush();
  if (CountLines(page) + 1 >= TerminalLineCount() && ShowInPager(state_.pager, page)) {
    cancelled_.store(false);  // Ctrl-C was the pager's
    return;
  }
  streams.out << TerminalSequence{page};
}

void Session::Answer(const query::Result& result, absl::string_view text, absl::Duration time) {
  if (state_.pager.empty() || !state_.streams.out_is_terminal) {
    PrintAnswer(result, state_.format, text, state_.streams);
  } else {
    ShowPaged(result, text);
  }
  if (result.partial && options_.interactive) {
    state_.streams.err << "  :limit ROWS lifts the limit of rows.\n";
  }
  if (!state_.timing || !result.plan.empty()) return;
  state_.streams.out << result.rows.size() << (result.rows.size() == 1 ? " row, " : " rows, ")
                     << absl::StreamFormat("%.3f s\n", absl::ToDoubleSeconds(time));
}

}  // namespace

ExitCode RunSession(AskedGraph& graph, LineSource& lines, std::atomic<bool>& cancelled,
                    const SessionOptions& options, Streams& streams) {
  ShellState state{.graph = graph, .streams = streams};
  state.format = options.format;
  state.query = options.query;
  state.timing = options.interactive;
  state.pager = options.pager;
  state.can_show_images = options.can_show_images;
  state.show_image = options.show_image;
  return Session(state, lines, cancelled, options, 0).Run();
}

}  // namespace norn::tools
