#include "tools/rebuild_command.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "proto/config.pb.h"
#include "tools/export_command.h"
#include "tools/graph_builder.h"
#include "tools/interrupt.h"
#include "tools/open_graph.h"
#include "tools/rebuild_config.h"

namespace norn::tools {
namespace {

ExportOptions OptionsOf(const proto::RebuildConfig& config,
                        const proto::RebuildConfig::Export& item) {
  ExportOptions options;
  options.graph = config.graph();
  options.format = *FindExportFormat(item.format());  // ReadRebuildConfig has checked it
  options.query = item.query();
  options.output = item.output();
  return options;
}

// All exports are tried; the first failure counts.
ExitCode WriteExports(const proto::RebuildConfig& config, bool changed, Streams& streams) {
  const absl::StatusOr<graph::View> view = OpenGraph(config.graph());
  if (!view.ok()) return Fail(streams, view.status());
  ExitCode worst = ExitCode::kDone;
  for (const proto::RebuildConfig::Export& item : config.export_()) {
    std::error_code error;
    if (!changed && std::filesystem::exists(item.output(), error)) continue;
    const ExitCode code = ExportView(*view, OptionsOf(config, item), streams);
    if (code == ExitCode::kDone) {
      streams.err << "wrote " << item.output() << "\n";
    } else {
      streams.err << "norn: " << item.output() << " was not written\n";
      if (worst == ExitCode::kDone) worst = code;
    }
  }
  return worst;
}

ExitCode RunOnce(const proto::RebuildConfig& config, Streams& streams) {
  BuildRequest request;
  request.graph = config.graph();
  request.sources.assign(config.source().begin(), config.source().end());
  request.threads = config.threads();
  const absl::StatusOr<BuildReport> report = BuildGeneration(request, streams);
  if (!report.ok()) return Fail(streams, report.status());
  const ExitCode built = Summarize(config.graph(), *report, streams);
  const ExitCode written = WriteExports(config, report->changed, streams);
  return written == ExitCode::kDone ? built : written;
}

ExitCode FailOnConfig(const absl::Status& status, Streams& streams) {
  const bool is_missing = absl::IsNotFound(status);
  return Fail(streams, status, is_missing ? ExitCode::kNoInput : ExitCode::kBadConfiguration);
}

// Reads the file anew: it may have been edited since the last run.
ExitCode RunFromFile(const std::string& path, Streams& streams) {
  const absl::StatusOr<proto::RebuildConfig> config = ReadRebuildConfig(path);
  const ExitCode code =
      config.ok() ? RunOnce(*config, streams) : FailOnConfig(config.status(), streams);
  return code;
}

// In short naps: a signal that comes just before one is seen after it.
void SleepUntil(absl::Time end, const std::atomic<bool>& stop) {
  while (!stop.load() && absl::Now() < end) {
    absl::SleepFor(std::min(absl::Milliseconds(200), end - absl::Now()));
  }
}

}  // namespace

ExitCode RunRebuild(const RebuildOptions& options, const std::atomic<bool>& stop,
                    Streams& streams) {
  if (options.every == absl::ZeroDuration()) return RunFromFile(options.config, streams);
  const absl::Status at_start = ReadRebuildConfig(options.config).status();
  if (!at_start.ok()) return FailOnConfig(at_start, streams);
  while (!stop.load()) {
    const absl::Time start = absl::Now();
    if (RunFromFile(options.config, streams) != ExitCode::kDone) {
      streams.err << "norn: not all of this run went well; the next one starts "
                  << absl::FormatDuration(options.every) << " after it began\n";
    }
    SleepUntil(start + options.every, stop);
  }
  return ExitCode::kDone;
}

ExitCode RunRebuild(const RebuildOptions& options, Streams& streams) {
  if (options.every == absl::ZeroDuration()) {
    const std::atomic<bool> never{false};
    return RunRebuild(options, never, streams);
  }
  const CatchSignals signals({SIGINT, SIGTERM});
  return RunRebuild(options, signals.flag(), streams);
}

}  // namespace norn::tools
