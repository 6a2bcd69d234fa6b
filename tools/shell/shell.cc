#include "tools/shell/shell.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "tools/ask/asked_graph.h"
#include "tools/console/colour.h"
#include "tools/console/interrupt.h"
#include "tools/console/printable_stream.h"
#include "tools/shell/completion.h"
#include "tools/shell/inline_image.h"
#include "tools/shell/line_source.h"
#include "tools/shell/pager.h"
#include "tools/shell/shell_session.h"

namespace norn::tools {
namespace {

SessionOptions SessionOf(const ShellOptions& options) {
  SessionOptions session;
  session.format = options.format;
  session.query.timeout = absl::Seconds(options.timeout_seconds);
  session.query.max_rows = options.max_rows;
  constexpr uint64_t kMost = std::numeric_limits<int64_t>::max();
  session.query.max_memory_bytes = static_cast<int64_t>(std::min(options.max_memory_bytes, kMost));
  session.place = options.file;
  session.stop_at_error = !options.keep_going;
  return session;
}

// Pictures among the lines, if the terminal says that it shows them. It is asked when the first one
// is drawn.
void ShowImages(SessionOptions& session, Streams& streams) {
  const auto protocol = std::make_shared<std::optional<ImageProtocol>>();
  session.can_show_images = [protocol, &streams] {
    const bool is_asked = streams.out_is_terminal && !IsDumbTerminal();
    streams.out.flush();
    if (!protocol->has_value()) *protocol = is_asked ? AskTerminal() : ImageProtocol::kNone;
    return **protocol != ImageProtocol::kNone;
  };
  session.show_image = [protocol, &streams](const std::string& png) -> absl::Status {
    NORN_ASSIGN_OR_RETURN(const std::string bytes, InlineImage(png, **protocol, AreaOfTerminal()));
    streams.out << TerminalSequence{bytes};
    return absl::OkStatus();
  };
}

ExitCode RunOnTerminal(AskedGraph& graph, const CatchSignals& signals, SessionOptions session,
                       Streams& streams) {
  const std::unique_ptr<LineSource> lines = MakeTerminalLines(
      {.history_file = DefaultHistoryFile(), .in_colour = streams.in_colour},
      [&graph](const std::string& line) {
        GraphNames graph_names = GraphNamesOf(graph.view());
        graph_names.property_keys = graph.PropertyKeys();
        return Completions(graph_names, line);
      },
      signals.flag());
  streams.out << "norn: " << graph.view().node_count() << " nodes, " << graph.view().edge_count()
              << " relationships. :help helps, :examples shows what to ask, :quit ends.\n";
  streams.out.flush();
  session.interactive = true;
  session.pager = DefaultPager();
  session.stop_at_error = false;
  ShowImages(session, streams);
  return RunSession(graph, *lines, signals.flag(), session, streams);
}

}  // namespace

ExitCode RunShell(const ShellOptions& options, Streams& plain) {
  Streams streams = InColour(options.colour, plain);
  std::ifstream file;
  std::istringstream statements(options.statements);
  if (!options.file.empty()) {
    std::error_code error;
    errno = 0;
    file.open(options.file, std::ios::binary);
    const bool is_folder = std::filesystem::is_directory(options.file, error);
    if (!file || is_folder) {
      return Fail(streams, absl::NotFoundError(
                               absl::StrCat("cannot read ", options.file, ": ",
                                            is_folder ? "it is a folder" : std::strerror(errno))));
    }
  }
  std::unique_ptr<AskedGraph> graph;
  if (options.scratch) {
    graph = MakeScratchGraph();
  } else {
    absl::StatusOr<std::unique_ptr<AskedGraph>> stored = OpenAskedGraph(options.graph);
    if (!stored.ok()) return Fail(streams, stored.status());
    graph = *std::move(stored);
  }
  // SIGTERM still ends the shell.
  const CatchSignals signals({SIGINT});
  const SessionOptions session = SessionOf(options);
  const bool is_script = !options.file.empty() || !options.statements.empty();
  if (!is_script && streams.in_is_terminal) return RunOnTerminal(*graph, signals, session, streams);
  std::istream& in = !options.file.empty()         ? static_cast<std::istream&>(file)
                     : !options.statements.empty() ? static_cast<std::istream&>(statements)
                                                   : streams.in;
  const std::unique_ptr<LineSource> lines = MakeStreamLines(in);
  return RunSession(*graph, *lines, signals.flag(), session, streams);
}

}  // namespace norn::tools
