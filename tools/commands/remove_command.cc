// norn remove: a graph without some of its articles.
//
//   norn remove --graph graph a.txt https://example.org/sak
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/build/graph_builder.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

struct RemoveOptions {
  std::string graph;
  std::vector<std::string> articles;  // names, ids of nodes or addresses
  std::vector<std::string> lexicons;  // with which those that stay are read
};

// Nothing is published if one of them is not in the graph.
ExitCode RunRemove(const RemoveOptions& options, Streams& streams) {
  BuildRequest request;
  request.graph = options.graph;
  request.lexicons = options.lexicons;
  const absl::StatusOr<BuildReport> report = RemoveArticles(request, options.articles, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

const RegisterSubcommand kRemove({CommandGroup::kMake, "remove", "Take articles out of a graph",
                                  "norn remove --graph graph a.txt https://example.org/news/1"},
                                 [](Subcommand& command) {
                                   RemoveOptions& options = command.RunsForPeople(&RunRemove);
                                   command.AddGraph(options.graph);
                                   command.AddLexicons(options.lexicons);
                                   command.app()
                                       .add_option("article", options.articles,
                                                   "Articles' names, ids or addresses")
                                       ->required()
                                       ->type_name("ARTICLE...");
                                 });

}  // namespace
}  // namespace norn::tools
