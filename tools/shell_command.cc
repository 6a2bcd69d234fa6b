#include "tools/shell_command.h"

#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "query/engine.h"
#include "tools/completion.h"
#include "tools/export/escape.h"
#include "tools/interrupt.h"
#include "tools/result_writer.h"

namespace norn::tools {
namespace {

constexpr absl::string_view kHelp =
    "Type a query, over as many lines as you like, and end it with a semicolon.\n"
    "  :examples        queries to begin with\n"
    "  :schema          which labels, relationships and properties the graph has\n"
    "  :format FORMAT   table, jsonl, csv or markdown\n"
    "  :help            this\n"
    "  :quit            end (Ctrl-D does it too)\n"
    "Tab completes, Ctrl-C ends the query that is running.\n";

constexpr absl::string_view kExamples =
    "Who spoke with whom?\n"
    "  MATCH (a:Actor)-[s:SPOKE_WITH]->(b:Actor) RETURN a.name, b.name, s.date ORDER BY s.date;\n"
    "Who met, and where?\n"
    "  MATCH (a:Actor)-[:MET_AT]->(e:Event) RETURN e.date, e.place, collect(a.name);\n"
    "Who supplied what to whom?\n"
    "  MATCH (a)-[s:SUPPLIED]->(b) RETURN a.name, b.name, s.weapons, s.date;\n"
    "What is planned?\n"
    "  MATCH (e:Event {status: 'planned'})<-[:PARTICIPATED_IN]-(a) "
    "RETURN e.type, e.date, collect(a.name);\n"
    "Which sentence says so?\n"
    "  MATCH (e:Event)-[r:REPORTED_IN]->(n:Article) RETURN e.id, r.quote, n.name LIMIT 10;\n";

class Session {
 public:
  Session(AskedGraph& graph, LineSource& lines, std::atomic<bool>& cancelled, Streams& streams)
      : graph_(graph), lines_(lines), cancelled_(cancelled), streams_(streams) {}

  void Run() {
    while (!done_) {
      const bool is_new = absl::StripAsciiWhitespace(pending_).empty();
      const std::optional<std::string> line = lines_.Read(is_new ? "norn> " : "....> ");
      if (!line.has_value()) break;
      if (cancelled_.exchange(false)) pending_.clear();  // Ctrl-C at the prompt
      const absl::string_view text = absl::StripAsciiWhitespace(*line);
      if (is_new && absl::StartsWith(text, ":")) {
        RunCommand(text);
        streams_.out.flush();
        lines_.Remember(std::string(text));
        continue;
      }
      absl::StrAppend(&pending_, pending_.empty() ? "" : "\n", *line);
      RunWholeStatements();
    }
    if (!done_) RunStatement(pending_);
  }

 private:
  void RunCommand(absl::string_view text);
  void RunWholeStatements();
  void RunStatement(absl::string_view statement);
  void PrintSchema();

  AskedGraph& graph_;
  LineSource& lines_;
  std::atomic<bool>& cancelled_;
  Streams& streams_;
  ResultFormat format_ = ResultFormat::kTable;
  std::string pending_;  // lines of a statement that is not whole yet
  bool done_ = false;
};

void Session::RunCommand(absl::string_view text) {
  const std::vector<std::string> words =
      absl::StrSplit(text, absl::ByAnyChar(" \t"), absl::SkipEmpty());
  const std::string& command = words[0];
  if (command == ":quit" || command == ":exit") {
    done_ = true;
  } else if (command == ":help") {
    streams_.out << kHelp;
  } else if (command == ":examples") {
    streams_.out << kExamples;
  } else if (command == ":schema") {
    PrintSchema();
  } else if (command == ":format") {
    const auto format = words.size() == 2 ? FindResultFormat(words[1]) : std::nullopt;
    if (format.has_value()) {
      format_ = *format;
    } else {
      streams_.err << "norn: :format takes one of " << absl::StrJoin(ResultFormatNames(), ", ")
                   << "\n";
    }
  } else {
    streams_.err << "norn: there is no command " << command << "; there are "
                 << absl::StrJoin(ShellCommands(), ", ") << "\n";
  }
}

// A line may end one statement and begin the next.
void Session::RunWholeStatements() {
  size_t begin = 0;
  for (size_t end = pending_.find(';'); end != std::string::npos;
       end = pending_.find(';', end + 1)) {
    const absl::string_view statement = absl::string_view(pending_).substr(begin, end + 1 - begin);
    if (!query::IsCompleteQuery(statement)) continue;
    RunStatement(statement);
    begin = end + 1;
  }
  pending_.erase(0, begin);
  if (absl::StripAsciiWhitespace(pending_).empty()) pending_.clear();
}

void Session::RunStatement(absl::string_view statement) {
  const absl::string_view text = absl::StripAsciiWhitespace(statement);
  if (text.empty() || text == ";") return;
  lines_.Remember(std::string(text));
  query::QueryOptions options;
  options.cancelled = &cancelled_;
  cancelled_.store(false);
  const query::Outcome<query::Result> result = graph_.Run(text, options);
  cancelled_.store(false);
  if (result.ok()) {
    PrintAnswer(result.value(), format_, text, streams_);
  } else {
    streams_.err << query::Render(result.error(), text);
  }
  streams_.out.flush();
}

void Session::PrintSchema() {
  const graph::View& view = graph_.view();
  streams_.out << view.node_count() << " nodes, " << view.edge_count() << " relationships\n";
  streams_.out << "Nodes:\n";
  for (graph::LabelId label = 0; label < view.labels().size(); ++label) {
    uint64_t count = 0;
    for (const graph::NodeGroup& group : view.node_groups()) {
      if (group.count > 0 && view.HasLabel(group.first, label)) count += group.count;
    }
    streams_.out << absl::StreamFormat("  :%-16s%8d\n", view.labels()[label], count);
  }
  streams_.out << "Relationships:\n";
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    streams_.out << absl::StreamFormat("  :%-16s%8d\n", view.edge_types()[type],
                                       view.CountEdges(type));
  }
  const std::string keys = Wrap(absl::StrJoin(graph_.PropertyKeys(), ", "), 76);
  streams_.out << "Properties:\n  " << absl::StrReplaceAll(keys, {{"\n", "\n  "}}) << "\n";
}

}  // namespace

void RunSession(AskedGraph& graph, LineSource& lines, std::atomic<bool>& cancelled,
                Streams& streams) {
  Session(graph, lines, cancelled, streams).Run();
}

ExitCode RunShell(const ShellOptions& options, Streams& streams) {
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
  std::unique_ptr<LineSource> lines;
  if (streams.in_is_terminal) {
    lines = MakeTerminalLines(
        DefaultHistoryFile(),
        [&graph](const std::string& line) {
          Vocabulary vocabulary = VocabularyOf(graph->view());
          vocabulary.property_keys = graph->PropertyKeys();
          return Completions(vocabulary, line);
        },
        signals.flag());
    streams.out << "norn: " << graph->view().node_count() << " nodes, "
                << graph->view().edge_count() << " relationships. :help helps, :quit ends.\n";
    streams.out.flush();
  } else {
    lines = MakeStreamLines(streams.in);
  }
  RunSession(*graph, *lines, signals.flag(), streams);
  return ExitCode::kDone;
}

}  // namespace norn::tools
