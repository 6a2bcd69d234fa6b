// A subcommand of norn: its text, its options and what it does stand in one file, which registers
// it.
//
//   struct CountOptions { std::string graph; };
//   ExitCode RunCount(const CountOptions& options, Streams& streams);
//
//   const RegisterSubcommand kCount(
//       {CommandGroup::kAsk, "count", "How many nodes there are", "norn count --graph graph"},
//       [](Subcommand& command) { command.AddGraph(command.Runs(&RunCount).graph); });
#ifndef NORN_TOOLS_COMMANDS_SUBCOMMAND_H_
#define NORN_TOOLS_COMMANDS_SUBCOMMAND_H_

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/console/colour.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {

// In the order of the help.
enum class CommandGroup : uint8_t { kMake, kAsk, kKeep, kInParts };

struct CommandText {
  CommandGroup group;
  const char* name;
  const char* description;
  const char* example;  // one a line, further lines indented by two
};

// What is to be run once the command line was understood.
using Action = std::function<ExitCode(Streams&)>;

// By subcommand and option, what an option may be.
using Choices = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;

// Adds options to one subcommand.
class Subcommand {
 public:
  // All three live as long as the command line does.
  Subcommand(CLI::App& app, Action& action, Choices& choices)
      : app_(app), action_(action), choices_(choices) {}

  CLI::App& app() { return app_; }

  // What it does. Gives its options, which live as long as the command line does.
  template <typename Options>
  Options& Runs(ExitCode (*run)(const Options&, Streams&)) {
    auto options = std::make_shared<Options>();
    app_.callback([&action = action_, options, run] {
      action = [options, run](Streams& streams) { return run(*options, streams); };
    });
    return *options;
  }

  // The same of a command that tells people something, and writes nothing that a program reads: it
  // is printable wherever it goes.
  template <typename Options>
  Options& RunsForPeople(ExitCode (*run)(const Options&, Streams&)) {
    auto options = std::make_shared<Options>();
    app_.callback([&action = action_, options, run] {
      action = [options, run](Streams& streams) {
        return RunPrintable([&](Streams& printable) { return run(*options, printable); }, streams);
      };
    });
    return *options;
  }

  void AddGraph(std::string& graph);
  // One of the two.
  void AddGraphOrScratch(std::string& graph, bool& scratch);
  void AddTimeout(double& seconds);
  void AddThreads(unsigned& threads);
  // The user's own words, with which articles are read.
  CLI::Option* AddLexicons(std::vector<std::string>& files);
  // From 0 to 1; `otherwise` says what holds without it.
  void AddMinConfidence(std::optional<double>& share, const std::string& otherwise);
  // The most rows of an answer.
  void AddRows(const std::string& name, const std::string& description, uint64_t& rows);
  void AddColour(Colour& colour);
  CLI::Option* AddChoice(const std::string& name, const std::string& description,
                         const std::vector<std::string>& choices,
                         const std::function<void(const std::string&)>& set);

 private:
  static ExitCode RunPrintable(const Action& run, Streams& streams);

  CLI::App& app_;
  Action& action_;
  Choices& choices_;
};

// For a constant at namespace level, in a library that is linked as a whole.
class RegisterSubcommand {
 public:
  RegisterSubcommand(const CommandText& text, void (*add_options)(Subcommand&));
};

struct RegisteredSubcommand {
  CommandText text;
  void (*add_options)(Subcommand&);
};

// By group and name: the order of registration is the linker's.
std::vector<RegisteredSubcommand> RegisteredSubcommands();

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_SUBCOMMAND_H_
