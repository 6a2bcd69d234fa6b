// The options that say how sources are read, for each subcommand that reads some.
//
//   AddSourceOptions(command, options.reading);
#ifndef NORN_TOOLS_COMMANDS_SOURCE_FLAGS_H_
#define NORN_TOOLS_COMMANDS_SOURCE_FLAGS_H_

#include "tools/build/source_options.h"
#include "tools/commands/subcommand.h"

namespace norn::tools {

// --map, --encoding and --published-from. `options` outlives the command.
void AddSourceOptions(Subcommand& command, SourceOptions& options);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_SOURCE_FLAGS_H_
