// norn build and norn add: articles to a new generation of a graph.
//
//   norn build --graph graph news/      the graph of these articles
//   norn add   --graph graph today/     the graph of these and of those that it had
#ifndef NORN_TOOLS_BUILD_COMMAND_H_
#define NORN_TOOLS_BUILD_COMMAND_H_

#include <string>
#include <vector>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct BuildOptions {
  std::string graph;
  std::vector<std::string> sources;  // files, folders, "-"
  unsigned threads = 0;              // 0: as many as the machine has cores
  bool keep_existing = false;        // norn add
  std::string fields;    // "text=body,published=date": which members and columns are which fields
  std::string encoding;  // of text and pages; empty: found out
  bool strict = false;   // nothing is built where something cannot be read
};

// Articles that cannot be read are named on streams.err and passed over. Nothing is published if a
// source is not there or if none of them has an article that can be read.
ExitCode RunBuild(const BuildOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_BUILD_COMMAND_H_
