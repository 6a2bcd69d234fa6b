// norn shell: queries one after the other, from a terminal, a pipe, a file or the command line.
#include <string>

#include "tools/ask/result_writer.h"
#include "tools/commands/subcommand.h"
#include "tools/shell/shell.h"

namespace norn::tools {
namespace {

const RegisterSubcommand kShell(
    {CommandGroup::kAsk, "shell", "Ask a graph, one query after the other",
     "norn shell --graph graph\n"
     "  norn shell --graph graph --format csv -f questions.cypher"},
    [](Subcommand& command) {
      ShellOptions& options = command.Runs(&RunShell);
      command.AddGraphOrScratch(options.graph, options.scratch);
      command.AddChoice(
          "--format", "How answers are written", ResultFormatNames(),
          [&options](const std::string& name) { options.format = *FindResultFormat(name); });
      CLI::App& app = command.app();
      CLI::Option* const statements =
          app.add_option("-c,--command", options.statements, "Runs these statements, and ends")
              ->type_name("QUERY");
      app.add_option("-f,--file", options.file, "Runs the statements of this file, and ends")
          ->excludes(statements)
          ->type_name("FILE");
      app.add_flag("--keep-going", options.keep_going,
                   "A mistake does not end a script (the exit code tells of the first)");
      command.AddColour(options.colour);
      command.AddTimeout(options.timeout_seconds);
      command.AddRows("--max-rows", "The most rows that an answer has", options.max_rows);
      app.add_option("--max-memory", options.max_memory_bytes, "The most that a query may take")
          ->transform(CLI::AsSizeValue(false))
          ->type_name("SIZE");
    });

}  // namespace
}  // namespace norn::tools
