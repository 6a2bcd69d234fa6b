#include "tools/commands/subcommand.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "tools/console/printable_stream.h"

namespace norn::tools {
namespace {

std::vector<RegisteredSubcommand>& Registered() {
  static auto* const registered = new std::vector<RegisteredSubcommand>();
  return *registered;
}

}  // namespace

void Subcommand::AddGraph(std::string& graph) {
  app_.add_option("--graph", graph, "The graph's folder")->required()->type_name("DIR");
}

void Subcommand::AddGraphOrScratch(std::string& graph, bool& scratch) {
  CLI::App& asked = *app_.add_option_group("asked")->require_option(0, 1);
  asked.add_option("--graph", graph, "The graph's folder (default: graph, where it is there)")
      ->type_name("DIR");
  asked.add_flag("--scratch", scratch,
                 "An empty graph in memory instead, that CREATE and the like fill");
}

void Subcommand::AddTimeout(double& seconds) {
  app_.add_option("--timeout", seconds, "The longest that the query may run")
      ->check(CLI::Range(0.001, 1e9).description(""))
      ->type_name("SECONDS");
}

void Subcommand::AddThreads(unsigned& threads) {
  app_.add_option("--threads", threads, "How many articles are read at a time")
      ->check(CLI::Range(1, 1024).description(""))
      ->type_name("N");
}

CLI::Option* Subcommand::AddLexicons(std::vector<std::string>& files) {
  return app_.add_option("--lexicon", files, "A file of words of your own; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
}

void Subcommand::AddMinConfidence(std::optional<double>& share, const std::string& otherwise) {
  app_.add_option(
          "--min-confidence", share,
          absl::StrCat("Leave out events that are less sure, 0 to 1 (default: ", otherwise, ")"))
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("SHARE");
}

void Subcommand::AddRows(const std::string& name, const std::string& description, uint64_t& rows) {
  app_.add_option(name, rows, description)
      ->check(CLI::Range(uint64_t{1}, std::numeric_limits<uint64_t>::max()).description(""))
      ->type_name("N");
}

void Subcommand::AddColour(Colour& colour) {
  AddChoice("--color",
            "Of tables, messages and prompts (default: on a terminal, unless NO_COLOR is set)",
            {"auto", "always", "never"}, [&colour](const std::string& name) {
              colour = name == "always"  ? Colour::kAlways
                       : name == "never" ? Colour::kNever
                                         : Colour::kAuto;
            });
}

CLI::Option* Subcommand::AddChoice(const std::string& name, const std::string& description,
                                   const std::vector<std::string>& choices,
                                   const std::function<void(const std::string&)>& set) {
  choices_[{app_.get_name(), name}] = choices;
  return app_.add_option_function<std::string>(name, set, description)
      ->check(CLI::IsMember(choices))
      ->type_name("ONE OF");
}

ExitCode Subcommand::RunPrintable(const Action& run, Streams& streams) {
  PrintableStream out(streams.out.rdbuf());
  Streams printable{streams.in,
                    out,
                    streams.err,
                    streams.in_is_terminal,
                    streams.err_is_terminal,
                    streams.out_is_terminal,
                    streams.in_colour};
  const ExitCode code = run(printable);
  if (!out.flush().good()) streams.out.setstate(std::ios::badbit);
  return code;
}

RegisterSubcommand::RegisterSubcommand(const CommandText& text, void (*add_options)(Subcommand&)) {
  Registered().push_back({text, add_options});
}

std::vector<RegisteredSubcommand> RegisteredSubcommands() {
  std::vector<RegisteredSubcommand> sorted = Registered();
  const auto key = [](const RegisteredSubcommand& subcommand) {
    return std::make_tuple(subcommand.text.group, std::string_view(subcommand.text.name));
  };
  std::sort(sorted.begin(), sorted.end(),
            [&key](const RegisteredSubcommand& a, const RegisteredSubcommand& b) {
              return key(a) < key(b);
            });
  return sorted;
}

}  // namespace norn::tools
