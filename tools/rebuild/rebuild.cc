#include "tools/rebuild/rebuild.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/graph_folder.h"
#include "graph/view/view.h"
#include "proto/config.pb.h"
#include "tools/build/graph_builder.h"
#include "tools/build/source_options.h"
#include "tools/console/interrupt.h"
#include "tools/rebuild/after_publish.h"
#include "tools/rebuild/change_summary.h"
#include "tools/rebuild/export_ledger.h"
#include "tools/rebuild/graph_news.h"
#include "tools/rebuild/rebuild_config.h"
#include "tools/rebuild/run_status.h"
#include "tools/rebuild/scheduled_exports.h"
#include "tools/rebuild/source_patterns.h"
#include "tools/rebuild/spool.h"

namespace norn::tools {
namespace {

bool LiesWithin(const std::string& path, const std::string& folder) {
  std::error_code error;
  const auto inner = std::filesystem::weakly_canonical(path, error);
  const auto outer = std::filesystem::weakly_canonical(folder, error);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// What a run writes beside the graph.
std::vector<std::string> OutputsOf(const proto::RebuildConfig& config) {
  std::vector<std::string> outputs;
  for (const proto::RebuildConfig::Export& item : config.export_()) {
    outputs.push_back(item.output());
  }
  for (const std::string& file : {config.status_file(), config.metrics_file()}) {
    if (!file.empty()) outputs.push_back(file);
  }
  return outputs;
}

std::vector<std::string> SourcesOf(const proto::RebuildConfig& config) {
  std::vector<std::string> sources =
      ExpandPatterns({config.source().begin(), config.source().end()});
  for (const proto::RebuildConfig::Spool& spool : config.spool()) {
    sources.push_back(spool.archive());
  }
  return sources;
}

// An output within a source is not read as news, and so it must not be an article that is there.
absl::Status CheckOutputs(const RebuildOptions& options, const proto::RebuildConfig& config) {
  const ExportLedger ledger = ExportLedger::Read(config.graph());
  const std::vector<std::string> sources = SourcesOf(config);
  for (const std::string& output : OutputsOf(config)) {
    const auto refuse = [&](absl::string_view why) {
      return absl::InvalidArgumentError(
          absl::StrCat(options.config, ": the output ", output, " ", why, "; name another file"));
    };
    if (graph::GraphAround(output) || LiesWithin(output, config.graph())) {
      return refuse("lies in a graph");
    }
    if (LiesWithin(options.config, output)) return refuse("is the configuration");
    for (const std::string& lexicon : config.lexicon()) {
      if (LiesWithin(lexicon, output)) return refuse("is a lexicon");
    }
    for (const proto::RebuildConfig::Spool& spool : config.spool()) {
      if (LiesWithin(output, spool.folder())) return refuse("lies in a spool");
    }
    std::error_code error;
    const bool is_there = std::filesystem::exists(output, error);
    for (const std::string& source : sources) {
      if (LiesWithin(source, output)) return refuse("is a source");
      if (!LiesWithin(output, source)) continue;
      if (output == config.status_file() || output == config.metrics_file()) {
        return refuse("lies in a source");
      }
      if (is_there && !ledger.Knows(output)) {
        return refuse("is a file of a source that norn has not made");
      }
    }
  }
  return absl::OkStatus();
}

// What is there stays in the archive, whatever becomes of the run: the next one reads it.
absl::Status EmptySpools(const proto::RebuildConfig& config, Streams& streams) {
  for (const proto::RebuildConfig::Spool& spool : config.spool()) {
    NORN_ASSIGN_OR_RETURN(const size_t taken, EmptySpool(spool.folder(), spool.archive()));
    if (taken > 0) {
      streams.err << spool.folder() << ": " << taken << " moved to " << spool.archive() << "\n";
    }
    // Before anything has come it is no source that is missing.
    NORN_RETURN_IF_ERROR(base::MakeFolders(spool.archive()));
  }
  return absl::OkStatus();
}

absl::StatusOr<BuildRequest> RequestOf(const RebuildOptions& options,
                                       const proto::RebuildConfig& config,
                                       const std::atomic<bool>& stop) {
  constexpr double kMaxShrink = 0.2;
  BuildRequest request;
  NORN_RETURN_IF_ERROR(
      SetSourceOptions({config.map(), config.encoding(), config.published_from()}, request));
  request.stop = &stop;
  request.graph = config.graph();
  request.sources = SourcesOf(config);
  request.threads = config.threads();
  request.keep = config.keep();
  request.min_confidence = config.min_confidence();
  request.lexicons.assign(config.lexicon().begin(), config.lexicon().end());
  request.not_sources = request.lexicons;
  request.not_sources.push_back(options.config);
  for (std::string& output : OutputsOf(config)) request.not_sources.push_back(std::move(output));
  if (!options.accept_shrink) {
    request.max_shrink = config.has_refuse_if_articles_shrink_by()
                             ? config.refuse_if_articles_shrink_by()
                             : kMaxShrink;
  }
  return request;
}

// As they are: a run that only says what it would do moves nothing.
void AddSpools(const proto::RebuildConfig& config, BuildRequest& request) {
  std::error_code error;
  for (const proto::RebuildConfig::Spool& spool : config.spool()) {
    std::erase_if(request.sources, [&](const std::string& source) {
      return source == spool.archive() && !std::filesystem::exists(source, error);
    });
    request.sources.push_back(spool.folder());
  }
}

// Of the generations' views. It is for people: where one of them cannot be read, or there was no
// graph, nothing is told.
void TellNews(const std::string& graph, const proto::Manifest& before, const proto::Manifest& after,
              Streams& streams) {
  const absl::StatusOr<graph::GraphDirectory> directory = graph::GraphDirectory::Open(graph);
  if (!directory.ok() || before.generation() == 0) return;
  const absl::StatusOr<graph::View> older = directory->OpenView(before.generation());
  const absl::StatusOr<graph::View> newer = directory->OpenView(after.generation());
  if (!older.ok() || !newer.ok()) return;
  const std::vector<std::string> news = GraphNews(*older, *newer);
  if (!older->Health().ok() || !newer->Health().ok()) return;
  for (const std::string& line : news) streams.err << graph << ": " << line << "\n";
}

ExitCode Build(const BuildRequest& request, const proto::RebuildConfig& config, RunStatus& status,
               Streams& streams) {
  const absl::StatusOr<BuildReport> report = BuildGeneration(request, streams);
  // What a build is asked for stands in the configuration, and in the lexicons that it names.
  if (absl::IsInvalidArgument(report.status())) {
    return Fail(streams, report.status(), ExitCode::kBadConfiguration);
  }
  if (!report.ok()) return Fail(streams, report.status());
  status.published = report->changed;
  status.generation = report->manifest.generation();
  status.articles = static_cast<uint64_t>(report->manifest.articles_size());
  status.nodes = report->manifest.nodes();
  status.edges = report->manifest.edges();
  status.passed_over = report->passed_over;
  status.left_out = report->left_out;
  ExitCode built = Summarize(config.graph(), *report, streams);
  if (report->changed) {
    streams.err << config.graph() << ": " << ChangeSummary(report->before, report->manifest)
                << "; norn diff --why tells more\n";
    TellNews(config.graph(), report->before, report->manifest, streams);
  }
  // One broken file among the news of a day is no failure of the run, unless it is asked for.
  const bool only_passed_over = report->passed_over > 0 && report->left_out == 0;
  if (only_passed_over && !config.fail_if_passed_over()) built = ExitCode::kDone;
  const ExportsReport exports = WriteExports(config, report->manifest, streams);
  status.exports_failed = exports.failed;
  if (exports.failed > 0) return exports.code;
  const absl::Status told = RunAfterPublish(config, report->manifest, *request.stop);
  return told.ok() ? built : Fail(streams, told, ExitCode::kInputOutput);
}

// For those who watch; that a run could not tell them is a failure of the run.
ExitCode WriteStatus(const proto::RebuildConfig& config, const RunStatus& status, ExitCode code,
                     Streams& streams) {
  absl::Status written;
  if (!config.status_file().empty()) written = WriteStatusFile(config.status_file(), status);
  if (!config.metrics_file().empty()) {
    written.Update(WriteMetricsFile(config.metrics_file(), status));
  }
  if (written.ok()) return code;
  const ExitCode failed = Fail(streams, written);
  return code == ExitCode::kDone ? failed : code;
}

ExitCode RunOnce(const RebuildOptions& options, const proto::RebuildConfig& config,
                 const std::atomic<bool>& stop, Streams& streams) {
  const absl::Status outputs = CheckOutputs(options, config);
  if (!outputs.ok()) return Fail(streams, outputs, ExitCode::kBadConfiguration);
  if (!CheckExports(config, streams)) return ExitCode::kBadConfiguration;
  absl::StatusOr<BuildRequest> request = RequestOf(options, config, stop);
  if (!request.ok()) return Fail(streams, request.status(), ExitCode::kBadConfiguration);
  if (options.dry_run) {
    AddSpools(config, *request);
    const absl::Status status = DryRun(*request, streams);
    return status.ok() ? ExitCode::kDone : Fail(streams, status);
  }
  const absl::Status emptied = EmptySpools(config, streams);
  if (!emptied.ok()) return Fail(streams, emptied);
  RunStatus status;
  status.graph = config.graph();
  status.started = absl::Now();
  const ExitCode code = Build(*request, config, status, streams);
  status.ended = absl::Now();
  status.exit_code = static_cast<int>(code);
  return WriteStatus(config, status, code, streams);
}

ExitCode FailOnConfig(const absl::Status& status, Streams& streams) {
  const bool is_missing = absl::IsNotFound(status);
  return Fail(streams, status, is_missing ? ExitCode::kNoInput : ExitCode::kBadConfiguration);
}

// Reads the file anew: it may have been edited since the last run.
ExitCode RunFromFile(const RebuildOptions& options, const std::atomic<bool>& stop,
                     Streams& streams) {
  const absl::StatusOr<proto::RebuildConfig> config = ReadRebuildConfig(options.config);
  return config.ok() ? RunOnce(options, *config, stop, streams)
                     : FailOnConfig(config.status(), streams);
}

using Clock = std::chrono::steady_clock;  // that of the day may be set back

// In short naps: a signal that comes just before one is seen after it.
void SleepUntil(Clock::time_point end, const std::atomic<bool>& stop) {
  while (!stop.load() && Clock::now() < end) {
    constexpr Clock::duration kNap = std::chrono::milliseconds(200);
    std::this_thread::sleep_for(std::min(kNap, end - Clock::now()));
  }
}

ExitCode Rebuild(const RebuildOptions& options, const std::atomic<bool>& stop, Streams& streams) {
  if (options.every == absl::ZeroDuration()) return RunFromFile(options, stop, streams);
  const absl::Status at_start = ReadRebuildConfig(options.config).status();
  if (!at_start.ok()) return FailOnConfig(at_start, streams);
  while (!stop.load()) {
    const Clock::time_point start = Clock::now();
    if (RunFromFile(options, stop, streams) != ExitCode::kDone && !stop.load()) {
      streams.err << "norn: not all of this run went well; the next one starts "
                  << absl::FormatDuration(options.every) << " after it began\n";
    }
    SleepUntil(start + absl::ToChronoNanoseconds(options.every), stop);
  }
  return ExitCode::kDone;
}

}  // namespace

ExitCode RunRebuild(const RebuildOptions& options, const std::atomic<bool>& stop,
                    Streams& streams) {
  if (options.log == LogFormat::kBare) return Rebuild(options, stop, streams);
  LogLines lines(streams.err, options.log, [] { return absl::Now(); });
  Streams logged{streams.in,     streams.out,
                 lines.stream(), streams.in_is_terminal,
                 false,          streams.out_is_terminal};
  return Rebuild(options, stop, logged);
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
