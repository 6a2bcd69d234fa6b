#include "tools/rebuild/scheduled_exports.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "graph/view/view.h"
#include "tools/ask/export_view.h"
#include "tools/ask/open_graph.h"
#include "tools/console/version.h"
#include "tools/rebuild/export_ledger.h"

namespace norn::tools {
namespace {

ExportOptions OptionsOf(const proto::RebuildConfig::Export& item) {
  ExportOptions options;
  options.format = item.format();
  options.query = item.query();
  options.output = item.output();
  options.told.layout = item.layout();
  if (item.max_nodes() > 0) options.told.max_nodes = item.max_nodes();
  return options;
}

// All that decides what an export's file holds.
std::string MadeFrom(const proto::Manifest& manifest, const proto::RebuildConfig::Export& item) {
  std::string text = absl::StrCat(VersionText(), "\n", manifest.store_checksum(), "\n");
  for (const std::string& part : {item.format(), item.query(), item.layout()}) {
    absl::StrAppend(&text, part.size(), ":", part, "\n");
  }
  return absl::StrCat(text, item.max_nodes());
}

class Exports {
 public:
  Exports(const proto::RebuildConfig& config, const proto::Manifest& manifest, Streams& streams)
      : config_(config),
        manifest_(manifest),
        streams_(streams),
        ledger_(ExportLedger::Read(config.graph())) {}

  ExportsReport Write() {
    for (const proto::RebuildConfig::Export& item : config_.export_()) WriteOne(item);
    if (report_.failed > 0) {
      streams_.err << "norn: generation " << manifest_.generation() << " of " << config_.graph()
                   << " is published; " << report_.failed << " of its " << config_.export__size()
                   << " exports were not written, the next run writes them\n";
    }
    return report_;
  }

 private:
  void WriteOne(const proto::RebuildConfig::Export& item) {
    const std::string made_from = MadeFrom(manifest_, item);
    std::error_code error;
    if (ledger_.IsCurrent(item.output(), made_from) &&
        std::filesystem::exists(item.output(), error)) {
      return;
    }
    ExitCode code = Export(item);
    if (code == ExitCode::kDone) {
      const absl::Status recorded = ledger_.Record(item.output(), made_from);
      if (!recorded.ok()) code = Fail(streams_, recorded);
    }
    if (code == ExitCode::kDone) {
      streams_.err << "wrote " << item.output() << "\n";
      return;
    }
    streams_.err << "norn: " << item.output() << " was not written\n";
    ++report_.failed;
    if (report_.code == ExitCode::kDone) report_.code = code;
  }

  ExitCode Export(const proto::RebuildConfig::Export& item) {
    if (!view_.ok()) view_ = OpenGraph(config_.graph());
    if (!view_.ok()) return Fail(streams_, view_.status());
    return ExportView(*view_, OptionsOf(item), streams_);
  }

  const proto::RebuildConfig& config_;
  const proto::Manifest& manifest_;
  Streams& streams_;
  ExportLedger ledger_;
  absl::StatusOr<graph::View> view_ = absl::UnknownError("not opened yet");
  ExportsReport report_;
};

}  // namespace

ExportsReport WriteExports(const proto::RebuildConfig& config, const proto::Manifest& manifest,
                           Streams& streams) {
  return Exports(config, manifest, streams).Write();
}

std::string ExportsMadeFrom(const proto::RebuildConfig& config, const proto::Manifest& manifest) {
  std::string text;
  for (const proto::RebuildConfig::Export& item : config.export_()) {
    const std::string one = MadeFrom(manifest, item);
    absl::StrAppend(&text, one.size(), ":", one, item.output(), "\n");
  }
  return text;
}

}  // namespace norn::tools
