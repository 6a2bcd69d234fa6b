#include "tools/rebuild/after_publish.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "tools/rebuild/export_ledger.h"
#include "tools/rebuild/scheduled_exports.h"
#include "tools/rebuild/shell_command.h"

namespace norn::tools {

absl::Status RunAfterPublish(const proto::RebuildConfig& config, const proto::Manifest& manifest,
                             const std::atomic<bool>& stop) {
  constexpr absl::Duration kLongest = absl::Minutes(10);
  if (config.after_publish().empty()) return absl::OkStatus();
  const std::string entry = absl::StrCat("after_publish: ", config.after_publish());
  const std::string made_from =
      absl::StrCat(manifest.generation(), "\n", ExportsMadeFrom(config, manifest));
  ExportLedger ledger = ExportLedger::Read(config.graph());
  if (ledger.IsCurrent(entry, made_from)) return absl::OkStatus();
  const absl::Status ran =
      RunShellCommand(config.after_publish(),
                      {absl::StrCat("NORN_GRAPH=", config.graph()),
                       absl::StrCat("NORN_GENERATION=", manifest.generation())},
                      kLongest, stop);
  if (!ran.ok()) {
    return absl::Status(ran.code(), absl::StrCat("the command after publishing ", ran.message(),
                                                 "; the next run tries it again"));
  }
  return ledger.Record(entry, made_from);
}

}  // namespace norn::tools
