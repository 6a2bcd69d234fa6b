// norn diff: what changed between two generations of a graph.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/store.h"
#include "tools/commands/graph_difference.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/output_file.h"
#include "tools/console/streams.h"
#include "tools/export/picture/difference_graph.h"
#include "tools/export/picture/picture.h"
#include "tools/export/picture/picture_writer.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

struct DiffOptions {
  std::string graph;
  std::optional<uint64_t> older;  // default: the one before `newer`
  std::optional<uint64_t> newer;  // default: the current one
  std::string format;             // one of kFormats; empty: by the output's ending
  std::string output;             // empty: streams.out
  bool why = false;
};

constexpr absl::string_view kFormats[] = {"text", "jsonl", "dot", "svg", "png"};

// The generation before `newer`.
absl::StatusOr<uint64_t> Previous(const GraphDirectory& directory, uint64_t newer) {
  const std::vector<uint64_t> generations = directory.Generations();
  const auto at = std::lower_bound(generations.begin(), generations.end(), newer);
  if (at != generations.begin()) return *(at - 1);
  return absl::NotFoundError(absl::StrCat(directory.path(), " has no generation before ", newer,
                                          ": there is nothing to compare it with"));
}

absl::StatusOr<graph::PropertyGraph> Read(const GraphDirectory& directory, uint64_t generation) {
  NORN_ASSIGN_OR_RETURN(const graph::Store store, directory.OpenStore(generation));
  return store.ReadGraph();
}

struct Generations {
  uint64_t older;
  const graph::PropertyGraph& before;
  uint64_t newer;
  const graph::PropertyGraph& after;
};

std::string FormatOf(const DiffOptions& options) {
  if (!options.format.empty()) return options.format;
  for (const absl::string_view format : kFormats) {
    if (absl::EndsWith(options.output, absl::StrCat(".", format))) return std::string(format);
  }
  return "text";
}

absl::Status Draw(const Generations& compared, PictureFormat format, std::ostream& out,
                  std::ostream& messages) {
  const Picture picture =
      MakePicture(DifferenceGraph(compared.before, compared.after),
                  {.title = absl::StrCat("What changed from generation ", compared.older, " to ",
                                         compared.newer),
                   .marks_changes = true});
  if (!picture.omission.empty()) messages << "norn: the picture " << picture.omission << "\n";
  return WritePicture(picture, format, /*layout=*/"", out);
}

absl::Status Write(const DiffOptions& options, const std::string& format,
                   const Generations& compared, std::ostream& out, std::ostream& messages) {
  if (format == "dot") return Draw(compared, PictureFormat::kDot, out, messages);
  if (format == "svg") return Draw(compared, PictureFormat::kSvg, out, messages);
  if (format == "png") return Draw(compared, PictureFormat::kPng, out, messages);
  const DiffStyle style = {.json = format == "jsonl", .why = options.why};
  const size_t lines = WriteDiff(compared.before, compared.after, style, out);
  messages << options.graph << ": " << lines << " differences from generation " << compared.older
           << " to " << compared.newer << "\n";
  return absl::OkStatus();
}

absl::Status Diff(const DiffOptions& options, Streams& streams) {
  const std::string format = FormatOf(options);
  if (format == "png" && options.output.empty()) {
    return absl::InvalidArgumentError("png is no text: name a file with -o FILE");
  }
  NORN_ASSIGN_OR_RETURN(const GraphDirectory directory, GraphDirectory::Open(options.graph));
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  const uint64_t newer = options.newer.value_or(current);
  absl::StatusOr<uint64_t> older = options.older.has_value()
                                       ? absl::StatusOr<uint64_t>(*options.older)
                                       : Previous(directory, newer);
  NORN_RETURN_IF_ERROR(older.status());
  NORN_ASSIGN_OR_RETURN(const graph::PropertyGraph before, Read(directory, *older));
  NORN_ASSIGN_OR_RETURN(const graph::PropertyGraph after, Read(directory, newer));
  const Generations compared = {*older, before, newer, after};
  if (options.output.empty()) {
    return Write(options, format, compared, streams.out, streams.err);
  }
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(options.output));
  NORN_RETURN_IF_ERROR(Write(options, format, compared, file.stream(), streams.err));
  return file.Commit();
}

// A line for each difference and their number on streams.err, or a picture of what changed.
ExitCode RunDiff(const DiffOptions& options, Streams& streams) {
  const absl::Status status = Diff(options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

const RegisterSubcommand kDiff(
    {CommandGroup::kKeep, "diff", "What changed between two generations of a graph",
     "norn diff --graph graph 11 12"},
    [](Subcommand& command) {
      DiffOptions& options = command.RunsForPeople(&RunDiff);
      command.AddGraph(options.graph);
      command.AddChoice("--format", "How differences are written (default: by the file's ending)",
                        {std::begin(kFormats), std::end(kFormats)},
                        [&options](const std::string& name) { options.format = name; });
      CLI::App& app = command.app();
      app.add_option("-o,--output", options.output, "The file to write")->type_name("FILE");
      app.add_flag("--why", options.why, "With the articles that came, changed or went");
      app.add_option("older", options.older, "A generation (default: the one before)")
          ->type_name("OLD");
      app.add_option("newer", options.newer, "Another (default: the current one)")
          ->type_name("NEW");
    });

}  // namespace
}  // namespace norn::tools
