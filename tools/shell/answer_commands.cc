#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "query/engine.h"
#include "tools/ask/export_view.h"
#include "tools/ask/result_writer.h"
#include "tools/console/output_file.h"
#include "tools/shell/command_functions.h"

namespace norn::tools::shell {
namespace {

absl::Status NothingAsked() {
  return absl::InvalidArgumentError(
      "ask a query first, one that returns nodes and relationships: "
      "MATCH p = (:Actor)-[:SPOKE_WITH]-(:Actor) RETURN p;");
}

// As the last query found it.
ExportOptions LastAnswer(ShellState& state) {
  ExportOptions options;
  options.query = state.last_query;
  options.parameters = state.query.parameters;
  options.told.title = state.last_question;
  if (const auto generation = state.graph.Generation(); generation.ok()) {
    options.told.generation = generation->asked;
  }
  options.timeout_seconds = absl::ToDoubleSeconds(state.query.timeout);
  return options;
}

// What the last query found, as a file of the format that its name ends with.
absl::Status ExportLast(const std::string& file, ShellState& state) {
  if (state.last_query.empty()) return NothingAsked();
  ExportOptions options = LastAnswer(state);
  options.output = file;
  if (ExportView(state.graph.view(), options, state.streams) != ExitCode::kDone) {
    return absl::InvalidArgumentError(absl::StrCat(file, " was not written"));
  }
  state.streams.out << "wrote " << file << "\n";
  return absl::OkStatus();
}

// The same in lines of text, among those of the session.
absl::Status DrawWithText(ShellState& state) {
  if (state.last_query.empty()) return NothingAsked();
  ExportOptions options = LastAnswer(state);
  options.format = "text";
  const ExitCode code = ExportView(state.graph.view(), options, state.streams);
  return code == ExitCode::kDone ? absl::OkStatus() : absl::InvalidArgumentError("not drawn");
}

// The same as a picture, where the terminal shows such; nothing where it does not.
std::optional<absl::Status> DrawInline(ShellState& state) {
  if (!state.can_show_images || !state.can_show_images()) return std::nullopt;
  if (state.last_query.empty()) return NothingAsked();
  ExportOptions options = LastAnswer(state);
  options.format = "png";
  std::ostringstream png;
  Streams streams{state.streams.in, png, state.streams.err};
  if (ExportView(state.graph.view(), options, streams) != ExitCode::kDone) {
    return absl::InvalidArgumentError("not drawn");
  }
  return state.show_image(png.str());
}

absl::Status WriteFile(const std::string& path, const std::function<void(std::ostream&)>& write,
                       ShellState& state) {
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(path));
  write(file.stream());
  NORN_RETURN_IF_ERROR(file.Commit());
  state.streams.out << "wrote " << path << "\n";
  return absl::OkStatus();
}

// By a file's ending how an answer's rows are written to it.
ResultFormat FormatOfFile(absl::string_view path) {
  if (absl::EndsWith(path, ".csv")) return ResultFormat::kCsv;
  if (absl::EndsWith(path, ".jsonl") || absl::EndsWith(path, ".json")) return ResultFormat::kJsonl;
  if (absl::EndsWith(path, ".md")) return ResultFormat::kMarkdown;
  return ResultFormat::kTable;
}

}  // namespace

absl::Status Draw(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return WrongUse();
  const std::string what = arguments.empty() ? "" : arguments[0];
  if (what == "text") return DrawWithText(state);
  if (what.empty() || what == "png") {
    if (std::optional<absl::Status> drawn = DrawInline(state)) return *std::move(drawn);
  }
  return ExportLast(what.empty()                     ? "norn.svg"
                    : what == "svg" || what == "png" ? absl::StrCat("norn.", what)
                                                     : what,
                    state);
}

absl::Status Export(const Arguments& arguments, ShellState& state) {
  if (arguments.size() != 1) return WrongUse();
  return ExportLast(arguments[0], state);
}

absl::Status Save(const Arguments& arguments, ShellState& state) {
  if (arguments.size() != 1) return WrongUse();
  const std::string& path = arguments[0];
  if (absl::EndsWith(path, ".cypher")) {
    return WriteFile(
        path,
        [&state](std::ostream& out) {
          for (const std::string& statement : state.statements) {
            out << statement << (absl::EndsWith(statement, ";") ? "\n" : ";\n");
          }
        },
        state);
  }
  if (state.last_query.empty()) return NothingAsked();
  // Asked again: an answer is not kept.
  const query::Outcome<query::Result> result =
      query::RunQuery(state.graph.view(), state.last_query, state.query);
  if (!result.ok()) return result.status();
  return WriteFile(
      path,
      [&result, &path](std::ostream& out) { WriteResult(result.value(), FormatOfFile(path), out); },
      state);
}

}  // namespace norn::tools::shell
