// norn explain: why a node or an edge is there.
#include <sstream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "graph/view/view.h"
#include "tools/ask/article_reasons.h"
#include "tools/ask/explanation.h"
#include "tools/ask/open_graph.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

struct ExplainOptions {
  std::string graph;
  // A node's id or name, or an edge as FROM TYPE TO, the ends by id or name.
  std::vector<std::string> what;
  std::vector<std::string> lexicons;  // with which its articles are read again
};

// kNoInput if the graph has no such node or edge, kUsage if a name is that of several nodes.
ExitCode RunExplain(const ExplainOptions& options, Streams& streams) {
  absl::StatusOr<graph::View> view = OpenGraph(options.graph);
  if (!view.ok()) return Fail(streams, view.status());
  std::ostringstream text;
  ArticleReasons reasons(options.graph, /*generation=*/{}, options.lexicons);
  if (!options.lexicons.empty()) {
    const absl::Status read = reasons.ReadLexicons();
    if (!read.ok()) return Fail(streams, read);
  }
  absl::Status status = ExplainInView(*view, options.what, &reasons, text);
  if (const absl::Status health = view->Health(); !health.ok()) {
    streams.err << "norn: " << health.message() << "; it is answered from the store\n";
    view = OpenGraphFromStore(options.graph);
    if (!view.ok()) return Fail(streams, view.status());
    text.str("");
    status = ExplainInView(*view, options.what, &reasons, text);
  }
  streams.out << text.str();
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

const RegisterSubcommand kExplain({CommandGroup::kAsk, "explain", "Why a node or an edge is there",
                                   "norn explain --graph graph 'Jens Stoltenberg'\n"
                                   "  norn explain --graph graph person/a SPOKE_WITH person/b"},
                                  [](Subcommand& command) {
                                    ExplainOptions& options = command.RunsForPeople(&RunExplain);
                                    command.AddGraph(options.graph);
                                    command.AddLexicons(options.lexicons);
                                    command.app()
                                        .add_option("what", options.what,
                                                    "A node's id or name, or an edge: FROM TYPE TO")
                                        ->required()
                                        ->type_name("WHAT...");
                                  });

}  // namespace
}  // namespace norn::tools
