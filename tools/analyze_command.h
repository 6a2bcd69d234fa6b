// norn analyze: tags, names and trees of a text.
#ifndef NORN_TOOLS_ANALYZE_COMMAND_H_
#define NORN_TOOLS_ANALYZE_COMMAND_H_

#include <cstdint>
#include <string>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

enum class AnalyzeFormat : uint8_t { kConllu, kJson };

struct AnalyzeOptions {
  std::string file;        // or - for standard input
  std::string language;    // empty: it is found out
  bool is_conllu = false;  // the input has tokens and sentences, which are kept
  AnalyzeFormat format = AnalyzeFormat::kConllu;
};

// kBadData for input that cannot be read or whose language has no model, kNoInput for a missing
// file.
ExitCode RunAnalyze(const AnalyzeOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ANALYZE_COMMAND_H_
