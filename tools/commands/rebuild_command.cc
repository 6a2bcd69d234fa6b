// norn rebuild: a graph and its exports kept up to date, by a configuration file.
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "tools/commands/subcommand.h"
#include "tools/console/log_lines.h"
#include "tools/rebuild/rebuild.h"

namespace norn::tools {
namespace {

const RegisterSubcommand kRebuild(
    {CommandGroup::kMake, "rebuild", "Keep a graph up to date by a configuration file",
     "norn rebuild --config norn.textproto --every 1h"},
    [](Subcommand& command) {
      RebuildOptions& options = command.RunsForPeople(
          static_cast<ExitCode (*)(const RebuildOptions&, Streams&)>(&RunRebuild));
      CLI::App& app = command.app();
      app.add_option("--config", options.config, "The configuration file")
          ->required()
          ->type_name("FILE");
      command.AddChoice("--log-format", "How messages are written", {"bare", "plain", "json"},
                        [&options](const std::string& name) {
                          options.log = name == "json"    ? LogFormat::kJson
                                        : name == "plain" ? LogFormat::kPlain
                                                          : LogFormat::kBare;
                        });
      app.add_flag("--dry-run", options.dry_run, "Say what a run would change, and change nothing");
      app.add_flag("--accept-shrink", options.accept_shrink,
                   "Though the graph loses many of its articles");
      CLI::Option* const once = app.add_flag_callback(
          "--once", [] {}, "One run (the default)");
      app.add_option_function<std::string>(
             "--every",
             [&options](const std::string& text) {
               if (!absl::ParseDuration(text, &options.every) || options.every < absl::Seconds(1) ||
                   options.every == absl::InfiniteDuration()) {
                 throw CLI::ValidationError(
                     "--every", absl::StrCat("'", text, "' is no time such as 90s, 15m or 1h"));
               }
             },
             "Run again and again, so far apart")
          ->excludes(once)
          ->type_name("TIME");
    });

}  // namespace
}  // namespace norn::tools
