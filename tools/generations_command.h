// norn generations and norn rollback: what a graph was before, and going back to it.
//
//   norn generations --graph graph
//   norn rollback    --graph graph        the newest sound generation before the current one
//   norn rollback    --graph graph 12     that one
#ifndef NORN_TOOLS_GENERATIONS_COMMAND_H_
#define NORN_TOOLS_GENERATIONS_COMMAND_H_

#include <cstdint>
#include <optional>
#include <string>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct GenerationsOptions {
  std::string graph;
};

// One line for each, the oldest first: number, whether it is read, what it holds. kBadData if
// CURRENT or a manifest is damaged; the others are listed all the same.
ExitCode RunGenerations(const GenerationsOptions& options, Streams& streams);

struct RollbackOptions {
  std::string graph;
  std::optional<uint64_t> generation;
};

// Verifies the generation first. kNoInput if there is none to go back to.
ExitCode RunRollback(const RollbackOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_GENERATIONS_COMMAND_H_
