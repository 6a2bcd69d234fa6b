// norn backup and norn restore: the current generation of a graph as a generation of another.
//
//   norn backup  --graph graph /mnt/backup/graph
//   norn restore --graph graph /mnt/backup/graph
//
// A backup is a graph: it can be checked and asked like every other. Backing up again into the same
// folder makes a generation there if anything changed, and keeps the one before.
#ifndef NORN_TOOLS_BACKUP_COMMAND_H_
#define NORN_TOOLS_BACKUP_COMMAND_H_

#include <string>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct BackupOptions {
  std::string graph;
  std::string backup;
};

// Safe while a rebuild runs: what is copied is one generation, verified when it is read and when it
// is written. kBusy where somebody else writes what is written to.
ExitCode RunBackup(const BackupOptions& options, Streams& streams);
ExitCode RunRestore(const BackupOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_BACKUP_COMMAND_H_
