#include "tools/rebuild/scheduled_exports.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"
#include "query/engine.h"
#include "tools/ask/export_view.h"
#include "tools/ask/open_graph.h"
#include "tools/ask/result_writer.h"
#include "tools/console/version.h"
#include "tools/export/event_filter.h"
#include "tools/rebuild/export_ledger.h"
#include "tools/rebuild/rebuild_config.h"

namespace norn::tools {
namespace {

ExportOptions OptionsOf(const proto::RebuildConfig::Export& item) {
  ExportOptions options;
  options.format = item.format();
  options.query = item.query();
  options.output = item.output();
  options.language = item.language();
  FormatOptions& told = options.told;
  told.title = item.title();
  told.layout = item.layout();
  if (item.max_nodes() > 0) told.max_nodes = item.max_nodes();
  told.timeline = item.timeline();
  told.by_state = item.group_by() == kGroupByState;
  told.gexf_version = item.gexf_version();
  told.split = item.split();
  told.for_spreadsheets = item.spreadsheet();
  EventFilter& filter = options.filter;
  filter.around = item.around();
  if (item.depth() > 0) filter.depth = static_cast<int>(item.depth());
  filter.from = item.from();
  filter.to = item.to();
  filter.min_reports = item.min_reports();
  filter.types.assign(item.type().begin(), item.type().end());
  filter.statuses.assign(item.status().begin(), item.status().end());
  return options;
}

// All that decides what an export's file holds.
std::string MadeFrom(const proto::Manifest& manifest, const proto::RebuildConfig::Export& item) {
  proto::RebuildConfig::Export asked = item;
  asked.clear_output();
  return absl::StrCat(VersionText(), "\n", manifest.store_checksum(), "\n",
                      asked.SerializeAsString());
}

// Nothing is known of a graph that is still to be built: whether anything in it has the labels that
// a query names, and whether somebody goes by the name that is to be around, is seen then.
absl::Status CheckFilter(EventFilter filter) {
  filter.around.clear();
  return FilterEvents(graph::PropertyGraph(), filter).status();
}

bool CheckExport(const graph::View& nothing, const proto::RebuildConfig::Export& item,
                 Streams& streams) {
  const absl::Status filter = CheckFilter(OptionsOf(item).filter);
  if (!filter.ok()) Fail(streams, filter);
  if (item.query().empty()) return filter.ok();
  const query::Outcome<query::Result> checked = query::CheckQuery(nothing, item.query(), {});
  if (!checked.ok()) FailOnQuery(checked.error(), item.query(), streams);
  return filter.ok() && checked.ok();
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

bool CheckExports(const proto::RebuildConfig& config, Streams& streams) {
  const absl::StatusOr<std::string> bytes = graph::BuildView(graph::PropertyGraph());
  if (!bytes.ok()) return true;
  const absl::StatusOr<graph::View> nothing = graph::View::FromBytes(*bytes);
  bool is_right = true;
  for (const proto::RebuildConfig::Export& item : config.export_()) {
    if (!nothing.ok() || CheckExport(*nothing, item, streams)) continue;
    streams.err << "norn: the export " << item.output() << " cannot be made; nothing was built\n";
    is_right = false;
  }
  return is_right;
}

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
