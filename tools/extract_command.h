// norn extract and norn resolve: a build in two steps, the first of which runs on many machines.
//
//   norn extract --shard 3/7 --out 3.shard news/     on each machine, or in each job of a scheduler
//   norn resolve --graph graph *.shard               once all are there
//
// Extraction is a pure map over articles, resolution reduces them: the graph is that of `norn
// build` over the same sources.
#ifndef NORN_TOOLS_EXTRACT_COMMAND_H_
#define NORN_TOOLS_EXTRACT_COMMAND_H_

#include <string>
#include <vector>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct ExtractOptions {
  std::vector<std::string> sources;
  std::string shard = "1/1";  // which part of the articles: I/N, from 1
  std::string out;
  unsigned threads = 0;  // 0: as many as the machine has cores
};

// The file appears whole, with one rename. Until then what was extracted is in OUT.cache, so that a
// run that is killed goes on where it was. kBusy while another process extracts to the same file.
ExitCode RunExtract(const ExtractOptions& options, Streams& streams);

struct ResolveOptions {
  std::string graph;
  std::vector<std::string> shards;
  unsigned threads = 0;
};

// kBadData if a shard is damaged, of another extractor, missing or there twice: nothing is
// published.
ExitCode RunResolve(const ResolveOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXTRACT_COMMAND_H_
