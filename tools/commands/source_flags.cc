#include "tools/commands/source_flags.h"

#include <string>

namespace norn::tools {

void AddSourceOptions(Subcommand& command, SourceOptions& options) {
  CLI::App& app = command.app();
  app.add_option("--map", options.fields, "Which member or column of a record is which field")
      ->type_name("FIELD=NAME,...");
  app.add_option("--encoding", options.encoding, "Of text and pages (default: found out)")
      ->type_name("NAME");
  command.AddChoice("--published-from",
                    "The date of an article without one: mtime, when its file was last changed",
                    {kFromModificationTime},
                    [&options](const std::string& name) { options.published_from = name; });
}

}  // namespace norn::tools
