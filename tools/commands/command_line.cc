#include "tools/commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <new>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "query/diagnostics/diagnostic.h"
#include "tools/commands/manual.h"
#include "tools/commands/subcommand.h"
#include "tools/console/printable_stream.h"
#include "tools/console/version.h"

namespace norn::tools {
namespace {

constexpr char kExitCodes[] =
    "Exit codes: 0 done, 64 wrong usage or a mistake in a query, 65 bad input data, 66 no such\n"
    "input, 70 a fault of norn's, 73 cannot create, 74 I/O error, 75 busy, try later, 78 bad\n"
    "configuration, 124 a query's limit of time, steps or memory, 130 interrupted.";

// By CommandGroup.
constexpr const char* kGroupTitles[] = {"Make a graph", "Ask it", "Keep it", "Step by step"};

// As manuals and completions have it.
ManualText TextOf(const CLI::App& command, const Choices& choices_of) {
  ManualText text;
  text.name = command.get_name();
  text.description = command.get_description();
  text.footer = command.get_footer();
  for (const CLI::Option* option : command.get_options()) {
    OptionText& added = text.options.emplace_back();
    for (const std::string& name : option->get_snames()) {
      added.names.push_back(absl::StrCat("-", name));
    }
    for (const std::string& name : option->get_lnames()) {
      added.names.push_back(absl::StrCat("--", name));
    }
    const bool takes_value = option->get_items_expected_max() > 0;
    if (takes_value) added.value = option->get_type_name();
    added.description = option->get_description();
    const auto choices =
        added.names.empty() ? choices_of.end() : choices_of.find({text.name, added.names.back()});
    if (choices == choices_of.end()) continue;
    // The parser's own name of it holds all choices.
    added.value = "WORD";
    added.choices = choices->second;
  }
  return text;
}

class CommandLine {
 public:
  CommandLine() : app_("A knowledge graph of what news articles say, and queries on it.", "norn") {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", VersionText(), "The version, and the commit it is made of");
    app_.get_formatter()->column_width(34);
    app_.footer(absl::StrCat("norn SUBCOMMAND --help tells more of each.\n\n", kExitCodes));
    for (const RegisteredSubcommand& registered : RegisteredSubcommands()) {
      const CommandText& text = registered.text;
      Subcommand command(AddCommand(text.name, text.description, text.example,
                                    kGroupTitles[static_cast<size_t>(text.group)]),
                         action_, choices_);
      registered.add_options(command);
    }
    AddManual();
  }

  ExitCode Run(std::vector<std::string> arguments, Streams& streams) {
    if (arguments.empty()) {
      streams.err << app_.help() << "\nName a subcommand.\n";
      return ExitCode::kUsage;
    }
    if (arguments[0] == "help") {
      arguments.erase(arguments.begin());
      arguments.push_back("--help");
    }
    // Of a misspelt subcommand CLI11 would only say that one is required.
    const std::vector<std::string> names = SubcommandNames();
    if (!arguments.empty() && arguments[0].substr(0, 1) != "-" &&
        std::find(names.begin(), names.end(), arguments[0]) == names.end()) {
      const std::string suggestion = query::DidYouMean(arguments[0], names);
      streams.err << "norn: there is no subcommand '" << arguments[0] << "'"
                  << (suggestion.empty() ? "" : "; ") << suggestion
                  << "\nRun with --help for more.\n";
      return ExitCode::kUsage;
    }
    // CLI11 takes them from the back.
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::Success& help) {
      app_.exit(help, streams.out, streams.err);
      return ExitCode::kDone;
    } catch (const CLI::ParseError& error) {
      streams.err << "norn: " << error.what() << "\nRun with --help for more.\n";
      return ExitCode::kUsage;
    }
    return Act(streams);
  }

 private:
  // What the system refuses in the midst of anything. A graph is published in one step: it is as it
  // was, or as it is to be.
  ExitCode Act(Streams& streams) {
    try {
      return action_(streams);
    } catch (const std::bad_alloc&) {
      return Fail(streams, absl::ResourceExhaustedError(
                               "out of memory; what was published before is whole"));
    } catch (const std::system_error& error) {
      return Fail(streams, absl::ResourceExhaustedError(
                               absl::StrCat("the system refused: ", error.what(),
                                            "; what was published before is whole")));
    }
  }

  std::vector<std::string> SubcommandNames() const {
    std::vector<std::string> names;
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(command->get_name());
    }
    return names;
  }

  CLI::App& AddCommand(const std::string& name, const std::string& description,
                       const std::string& example, const std::string& group) {
    CLI::App& command = *app_.add_subcommand(name, description);
    command.footer(absl::StrCat("Example:\n  ", example, "\n\n", kExitCodes));
    command.group(group);
    return command;
  }

  // For those who install norn.
  void AddManual() {
    CLI::App& command = AddCommand("manual", "A manual page, or completion for a shell",
                                   "norn manual man query", "");
    auto what = std::make_shared<std::pair<std::string, std::string>>();
    command.add_option("what", what->first, "man, bash, zsh, fish or commands")
        ->check(CLI::IsMember({"man", "bash", "zsh", "fish", "commands"}))
        ->required();
    command.add_option("subcommand", what->second, "Whose manual page; none: norn's own");
    command.callback([this, what] {
      action_ = [this, what](Streams& streams) {
        return PrintManual(what->first, what->second, streams);
      };
    });
  }

  ExitCode PrintManual(const std::string& what, const std::string& name, Streams& streams) const {
    const std::vector<ManualText> commands = Texts();
    if (what == "bash") streams.out << BashCompletion(commands);
    if (what == "zsh") streams.out << ZshCompletion(commands);
    if (what == "fish") streams.out << FishCompletion(commands);
    for (const ManualText& command : commands) {
      if (what == "commands" && !command.name.empty()) streams.out << command.name << "\n";
      if (what != "man" || command.name != name) continue;
      streams.out << ManualPage(command, VersionNumber());
      return ExitCode::kDone;
    }
    if (what != "man") return ExitCode::kDone;
    return Fail(streams,
                absl::InvalidArgumentError(absl::StrCat("there is no subcommand '", name, "'")));
  }

  // The command line as a table: norn itself first.
  std::vector<ManualText> Texts() const {
    std::vector<ManualText> texts = {TextOf(app_, choices_)};
    texts[0].name.clear();
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      if (command->get_group().empty()) continue;
      texts.push_back(TextOf(*command, choices_));
      texts[0].subcommands.push_back(
          absl::StrCat(command->get_name(), "  ", command->get_description()));
    }
    return texts;
  }

  CLI::App app_;
  Action action_;
  Choices choices_;
};

}  // namespace

ExitCode RunCommandLine(const std::vector<std::string>& arguments, Streams& streams) {
  // Messages name files and quote articles: none of it may steer the terminal they are read on.
  PrintableStream err(streams.err.rdbuf());
  err << std::unitbuf;
  PrintableStream printable_out(streams.out.rdbuf());
  std::ostream& out = streams.out_is_terminal ? printable_out : streams.out;
  Streams guarded{streams.in,
                  out,
                  err,
                  streams.in_is_terminal,
                  streams.err_is_terminal,
                  streams.out_is_terminal,
                  streams.in_colour};
  const ExitCode code = CommandLine().Run(arguments, guarded);
  out.flush();
  if (out.good()) return code;
  return Fail(guarded, absl::UnknownError("writing to standard output failed"));
}

}  // namespace norn::tools
