#include "tools/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <new>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "query/diagnostics/diagnostic.h"
#include "tools/analyze_command.h"
#include "tools/backup_command.h"
#include "tools/build_command.h"
#include "tools/check_command.h"
#include "tools/diff_command.h"
#include "tools/explain_command.h"
#include "tools/export/dot.h"
#include "tools/export_command.h"
#include "tools/extract_command.h"
#include "tools/generations_command.h"
#include "tools/import_command.h"
#include "tools/manual.h"
#include "tools/printable_stream.h"
#include "tools/query_command.h"
#include "tools/rebuild_command.h"
#include "tools/remove_command.h"
#include "tools/result_writer.h"
#include "tools/shell_command.h"
#include "tools/version.h"

namespace norn::tools {
namespace {

constexpr char kExitCodes[] =
    "Exit codes: 0 done, 64 wrong usage or a mistake in a query, 65 bad input data, 66 no such\n"
    "input, 70 a fault of norn's, 73 cannot create, 74 I/O error, 75 busy, try later, 78 bad\n"
    "configuration, 124 a query's limit of time, steps or memory, 130 interrupted.";

Streams WithOutput(const Streams& streams, std::ostream& out) {
  return {streams.in,
          out,
          streams.err,
          streams.in_is_terminal,
          streams.err_is_terminal,
          streams.out_is_terminal};
}

// What is to be run once the command line was understood.
using Action = std::function<ExitCode(Streams&)>;

class CommandLine {
 public:
  CommandLine() : app_("A knowledge graph of what news articles say, and queries on it.", "norn") {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", VersionText(), "The version, and the commit it is made of");
    app_.get_formatter()->column_width(34);
    app_.footer(absl::StrCat("norn SUBCOMMAND --help tells more of each.\n\n", kExitCodes));
    AddBuild("build", "Build a graph from articles", false,
             "norn build --graph graph news/ more.jsonl");
    AddBuild("add", "Add articles to a graph", true, "norn add --graph graph today/");
    AddRemove();
    AddQuery();
    AddShell();
    AddExport();
    AddRebuild();
    AddCheck();
    AddDiff();
    AddGenerations();
    AddBackup();
    AddExtract();
    AddExplain();
    AddImport();
    AddAnalyze();
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

  // An option's value lives as long as the command line does.
  template <typename Options>
  Options& Keep(ExitCode (*run)(const Options&, Streams&), CLI::App& command) {
    auto options = std::make_shared<Options>();
    command.callback([this, options, run] {
      action_ = [options, run](Streams& streams) { return run(*options, streams); };
    });
    return *options;
  }

  // The same of a command that tells people something, and writes nothing that a program reads: it
  // is printable wherever it goes.
  template <typename Options>
  Options& KeepForPeople(ExitCode (*run)(const Options&, Streams&), CLI::App& command) {
    auto options = std::make_shared<Options>();
    command.callback([this, options, run] {
      action_ = [options, run](Streams& streams) {
        PrintableStream out(streams.out.rdbuf());
        Streams printable = WithOutput(streams, out);
        const ExitCode code = run(*options, printable);
        if (!out.flush().good()) streams.out.setstate(std::ios::badbit);
        return code;
      };
    });
    return *options;
  }

  CLI::App& AddCommand(const std::string& name, const std::string& description,
                       const std::string& example) {
    CLI::App& command = *app_.add_subcommand(name, description);
    command.footer(absl::StrCat("Example:\n  ", example, "\n\n", kExitCodes));
    return command;
  }

  static void AddGraph(CLI::App& command, std::string& graph) {
    command.add_option("--graph", graph, "The graph's folder")->required()->type_name("DIR");
  }

  // One of the two.
  static void AddGraphOrScratch(CLI::App& command, std::string& graph, bool& scratch) {
    CLI::App& asked = *command.add_option_group("asked")->require_option(1);
    asked.add_option("--graph", graph, "The graph's folder")->type_name("DIR");
    asked.add_flag("--scratch", scratch,
                   "An empty graph in memory instead, that CREATE and the like fill");
  }

  void AddBuild(const std::string& name, const std::string& description, bool keep_existing,
                const std::string& example) {
    CLI::App& command = AddCommand(name, description, example);
    BuildOptions& options = KeepForPeople(&RunBuild, command);
    options.keep_existing = keep_existing;
    AddGraph(command, options.graph);
    command
        .add_option("source", options.sources,
                    "Files, folders or -, in the formats of docs/sources.md")
        ->required()
        ->type_name("SOURCE...");
    command
        .add_option("--map", options.fields, "Which member or column of a record is which field")
        ->type_name("FIELD=NAME,...");
    command.add_option("--encoding", options.encoding, "Of text and pages (default: found out)")
        ->type_name("NAME");
    command.add_flag("--strict", options.strict, "Build nothing if something cannot be read");
    AddThreads(command, options.threads);
  }

  void AddRemove() {
    CLI::App& command = AddCommand("remove", "Take articles out of a graph",
                                   "norn remove --graph graph a.txt https://example.org/news/1");
    RemoveOptions& options = Keep(&RunRemove, command);
    AddGraph(command, options.graph);
    command.add_option("article", options.articles, "Articles' names, ids or addresses")
        ->required()
        ->type_name("ARTICLE...");
  }

  void AddQuery() {
    CLI::App& command =
        AddCommand("query", "Ask a graph",
                   "norn query --graph graph --param name=Oslo \\\n"
                   "    'MATCH (e:Event) WHERE e.place = $name RETURN e.type, e.date'\n"
                   "  norn query --scratch \"CREATE (:Ship {name: 'Fram'}); MATCH (n) RETURN n\"");
    QueryCommandOptions& options = Keep(&RunQueryCommand, command);
    AddGraphOrScratch(command, options.graph, options.scratch);
    AddChoice(command, "--format", "How the answer is written", ResultFormatNames(),
              [&options](const std::string& name) { options.format = *FindResultFormat(name); });
    command.add_option("--param", options.parameters, "A parameter of the query: $name")
        ->allow_extra_args(false)
        ->type_name("NAME=VALUE");
    AddTimeout(command, options.timeout_seconds);
    command.add_option("--limit-rows", options.max_rows, "The most rows that are given")
        ->check(CLI::Range(uint64_t{1}, std::numeric_limits<uint64_t>::max()).description(""))
        ->type_name("N");
    command
        .add_option("query", options.query,
                    "The query, or - to read it; with --scratch several, divided by ;")
        ->required()
        ->type_name("QUERY");
  }

  void AddShell() {
    CLI::App& command = AddCommand("shell", "Ask a graph, one query after the other",
                                   "norn shell --graph graph\n"
                                   "  norn shell --graph graph --format csv -f questions.cypher");
    ShellOptions& options = Keep(&RunShell, command);
    AddGraphOrScratch(command, options.graph, options.scratch);
    AddChoice(command, "--format", "How answers are written", ResultFormatNames(),
              [&options](const std::string& name) { options.format = *FindResultFormat(name); });
    CLI::Option* const statements =
        command.add_option("-c,--command", options.statements, "Runs these statements, and ends")
            ->type_name("QUERY");
    command.add_option("-f,--file", options.file, "Runs the statements of this file, and ends")
        ->excludes(statements)
        ->type_name("FILE");
    command.add_flag("--keep-going", options.keep_going,
                     "A mistake does not end a script (the exit code tells of the first)");
    AddTimeout(command, options.timeout_seconds);
    command.add_option("--max-rows", options.max_rows, "The most rows that an answer has")
        ->check(CLI::Range(uint64_t{1}, std::numeric_limits<uint64_t>::max()).description(""))
        ->type_name("N");
    command.add_option("--max-memory", options.max_memory_bytes, "The most that a query may take")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE");
  }

  void AddExport() {
    CLI::App& command =
        AddCommand("export", "Draw a graph, or write it for other programs",
                   "norn export --graph graph --format svg -o calls.svg \\\n"
                   "    --query 'MATCH p = (:Person)-[:SPOKE_WITH]-(:Person) RETURN p'");
    ExportOptions& options = Keep(&RunExport, command);
    AddGraph(command, options.graph);
    AddChoice(command, "--format", "What is written (default: by the file's ending)",
              ExportFormatNames(),
              [&options](const std::string& name) { options.format = *FindExportFormat(name); });
    command.add_option("--query", options.query, "Only what this query's answer holds")
        ->type_name("QUERY");
    command.add_option("-o,--output", options.output, "The file (of csv: the folder) to write")
        ->type_name("FILE");
    AddChoice(command, "--layout", "How a picture is laid out",
              {std::begin(kLayouts), std::end(kLayouts)},
              [&options](const std::string& name) { options.layout = name; });
    command.add_option("--title", options.title, "Of a picture or page")->type_name("TEXT");
    AddEventFilter(command, options.filter);
    AddChoice(command, "--gexf-version", "1.2 is for older readers (default: 1.3)", {"1.2", "1.3"},
              [&options](const std::string& version) {
                options.gexf_version = version == "1.2" ? GexfVersion::k12 : GexfVersion::k13;
              });
    command.add_flag("--split", options.split, "Of csv: a file for each label and each type");
    command.add_flag("--spreadsheet", options.for_spreadsheets,
                     "Of csv: no text is taken for a formula");
    command.add_option("--max-nodes", options.max_nodes, "The most actors that a picture shows")
        ->check(CLI::Range(1, 5000).description(""))
        ->type_name("N");
    AddTimeout(command, options.timeout_seconds);
  }

  static void AddEventFilter(CLI::App& command, EventFilter& filter) {
    command.add_option("--around", filter.around, "Only events near this actor (id, name, alias)")
        ->type_name("NAME");
    command.add_option("--depth", filter.depth, "How near: in how many events' steps")
        ->check(CLI::Range(1, 100).description(""))
        ->type_name("N");
    command.add_option("--from", filter.from, "Only events on or after this day, month or year")
        ->type_name("DATE");
    command.add_option("--to", filter.to, "Only events on or before this day, month or year")
        ->type_name("DATE");
    command.add_option("--type", filter.types, "Only events of these kinds: call, meeting, …")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("KIND");
    command.add_option("--status", filter.statuses, "Only these: happened, planned, denied, …")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("STATUS");
    command.add_option("--min-reports", filter.min_reports, "Only what so many articles report")
        ->check(CLI::Range(0, 1000000).description(""))
        ->type_name("N");
  }

  void AddRebuild() {
    CLI::App& command = AddCommand("rebuild", "Keep a graph up to date by a configuration file",
                                   "norn rebuild --config norn.textproto --every 1h");
    RebuildOptions& options = KeepForPeople(
        static_cast<ExitCode (*)(const RebuildOptions&, Streams&)>(&RunRebuild), command);
    command.add_option("--config", options.config, "The configuration file")
        ->required()
        ->type_name("FILE");
    AddChoice(command, "--log-format", "How messages are written", {"bare", "plain", "json"},
              [&options](const std::string& name) {
                options.log = name == "json"    ? LogFormat::kJson
                              : name == "plain" ? LogFormat::kPlain
                                                : LogFormat::kBare;
              });
    command.add_flag("--dry-run", options.dry_run,
                     "Say what a run would change, and change nothing");
    command.add_flag("--accept-shrink", options.accept_shrink,
                     "Though the graph loses many of its articles");
    CLI::Option* const once = command.add_flag_callback(
        "--once", [] {}, "One run (the default)");
    command
        .add_option_function<std::string>(
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
  }

  void AddCheck() {
    CLI::App& command =
        AddCommand("check", "Is everything that is stored sound?", "norn check --graph graph");
    CheckOptions& options = KeepForPeople(&RunCheck, command);
    AddGraph(command, options.graph);
    command.add_flag("--repair", options.repair,
                     "Mend what can be mended from what is there: CURRENT, views, manifests");
  }

  void AddDiff() {
    CLI::App& command = AddCommand("diff", "What changed between two generations of a graph",
                                   "norn diff --graph graph 11 12");
    DiffOptions& options = KeepForPeople(&RunDiff, command);
    AddGraph(command, options.graph);
    AddChoice(command, "--format", "How differences are written", {"text", "jsonl"},
              [&options](const std::string& name) { options.style.json = name == "jsonl"; });
    command.add_flag("--why", options.style.why, "With the articles that came, changed or went");
    command.add_option("older", options.older, "A generation (default: the one before)")
        ->type_name("OLD");
    command.add_option("newer", options.newer, "Another (default: the current one)")
        ->type_name("NEW");
  }

  void AddGenerations() {
    CLI::App& list =
        AddCommand("generations", "What a graph is and was", "norn generations --graph graph");
    AddGraph(list, Keep(&RunGenerations, list).graph);
    CLI::App& back = AddCommand("rollback", "Go back to an earlier generation of a graph",
                                "norn rollback --graph graph 12");
    RollbackOptions& options = Keep(&RunRollback, back);
    AddGraph(back, options.graph);
    back.add_option("generation", options.generation,
                    "Which one (default: the newest sound one before the current one)")
        ->type_name("N");
  }

  void AddExtract() {
    CLI::App& extract =
        AddCommand("extract", "The first step of a build, for a part of the articles",
                   "norn extract --shard 3/7 --out 3.shard news/");
    ExtractOptions& options = Keep(&RunExtract, extract);
    extract.add_option("--shard", options.shard, "Which part: I/N, the I-th of N (default: 1/1)")
        ->type_name("I/N");
    extract.add_option("--out", options.out, "The file to write")->required()->type_name("FILE");
    AddThreads(extract, options.threads);
    extract.add_option("source", options.sources, "Files, folders or -")
        ->required()
        ->type_name("SOURCE...");
    CLI::App& resolve = AddCommand("resolve", "The second step of a build: all shards to a graph",
                                   "norn resolve --graph graph *.shard");
    ResolveOptions& reduce = Keep(&RunResolve, resolve);
    AddGraph(resolve, reduce.graph);
    AddThreads(resolve, reduce.threads);
    resolve.add_option("shard", reduce.shards, "What norn extract wrote, each part once")
        ->required()
        ->type_name("SHARD...");
  }

  static void AddThreads(CLI::App& command, unsigned& threads) {
    command.add_option("--threads", threads, "How many articles are read at a time")
        ->check(CLI::Range(1, 1024).description(""))
        ->type_name("N");
  }

  void AddBackup() {
    const auto add = [this](const char* name, ExitCode (*run)(const BackupOptions&, Streams&),
                            const char* description, const char* example) {
      CLI::App& command = AddCommand(name, description, example);
      BackupOptions& options = Keep(run, command);
      AddGraph(command, options.graph);
      command.add_option("backup", options.backup, "The backup's folder; it is a graph too")
          ->required()
          ->type_name("BACKUP");
    };
    add("backup", &RunBackup, "Copy a graph's current generation to another folder",
        "norn backup --graph graph /mnt/backup/graph");
    add("restore", &RunRestore, "Make a backup the current generation of a graph",
        "norn restore --graph graph /mnt/backup/graph");
  }

  void AddExplain() {
    CLI::App& command = AddCommand("explain", "Why a node or an edge is there",
                                   "norn explain --graph graph 'Jens Stoltenberg'\n"
                                   "  norn explain --graph graph person/a SPOKE_WITH person/b");
    ExplainOptions& options = KeepForPeople(&RunExplain, command);
    AddGraph(command, options.graph);
    command.add_option("what", options.what, "A node's id or name, or an edge: FROM TYPE TO")
        ->required()
        ->type_name("WHAT...");
  }

  void AddImport() {
    CLI::App& command =
        AddCommand("import", "Make a graph of CSV files, as Neo4j's bulk import reads them",
                   "norn import --graph graph nodes.csv --edges edges.csv");
    ImportOptions& options = KeepForPeople(&RunImport, command);
    AddGraph(command, options.graph);
    command.add_option("nodes", options.nodes, "Files of nodes: id:ID,:LABEL,name,…")
        ->required()
        ->type_name("NODES...");
    command.add_option("--edges", options.edges, "Files of edges: :START_ID,:END_ID,:TYPE,…")
        ->type_name("EDGES...");
    AddCharacter(command, "--delimiter", options.csv.dialect.delimiter, "What divides fields (,)");
    AddCharacter(command, "--array-delimiter", options.csv.array_delimiter,
                 "What divides the items of a list, and labels (;)");
    AddCharacter(command, "--quote", options.csv.dialect.quote, "What quotes fields (\")");
    command.add_flag("--skip-bad-rows", options.csv.skip_bad_rows,
                     "Leave out rows in which something is wrong, and say which");
    command.add_flag("--replace", options.replace, "Also a graph that was made of articles");
  }

  void AddAnalyze() {
    CLI::App& command = AddCommand("analyze", "Tags, names and dependency trees of a text",
                                   "norn analyze --language nb article.txt");
    AnalyzeOptions& options = Keep(&RunAnalyze, command);
    AddChoice(command, "--language", "The text's language (default: found out)",
              {"nb", "nn", "sv", "da", "en"},
              [&options](const std::string& language) { options.language = language; });
    AddChoice(command, "--input", "conllu: tokens and sentences are given, and kept",
              {"text", "conllu"},
              [&options](const std::string& input) { options.is_conllu = input == "conllu"; });
    AddChoice(command, "--format", "How the analysis is written", {"conllu", "json"},
              [&options](const std::string& format) {
                options.format = format == "json" ? AnalyzeFormat::kJson : AnalyzeFormat::kConllu;
              });
    command.add_option("file", options.file, "A text, HTML or JSON Lines file, or -")
        ->required()
        ->type_name("FILE");
  }

  // One character of ASCII, or TAB.
  static void AddCharacter(CLI::App& command, const std::string& name, char& character,
                           const std::string& description) {
    command
        .add_option_function<std::string>(
            name,
            [name, &character](const std::string& text) {
              const bool is_tab = text == "TAB" || text == "\\t";
              if (!is_tab && (text.size() != 1 || static_cast<unsigned char>(text[0]) > 0x7F)) {
                throw CLI::ValidationError(
                    name, absl::StrCat("'", text, "' is not one character, nor TAB"));
              }
              character = is_tab ? '\t' : text[0];
            },
            description)
        ->type_name("CHARACTER");
  }

  CLI::Option* AddChoice(CLI::App& command, const std::string& name, const std::string& description,
                         const std::vector<std::string>& choices,
                         const std::function<void(const std::string&)>& set) {
    choices_[{command.get_name(), name}] = choices;
    return command.add_option_function<std::string>(name, set, description)
        ->check(CLI::IsMember(choices))
        ->type_name("ONE OF");
  }

  static void AddTimeout(CLI::App& command, double& seconds) {
    command.add_option("--timeout", seconds, "The longest that the query may run")
        ->check(CLI::Range(0.001, 1e9).description(""))
        ->type_name("SECONDS");
  }

  // For those who install norn.
  void AddManual() {
    CLI::App& command =
        AddCommand("manual", "A manual page, or completion for a shell", "norn manual man query");
    command.group("");
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
    const std::vector<CommandText> commands = Texts();
    if (what == "bash") streams.out << BashCompletion(commands);
    if (what == "zsh") streams.out << ZshCompletion(commands);
    if (what == "fish") streams.out << FishCompletion(commands);
    for (const CommandText& command : commands) {
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
  std::vector<CommandText> Texts() const {
    std::vector<CommandText> texts = {TextOf(app_)};
    texts[0].name.clear();
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      if (command->get_group().empty()) continue;
      texts.push_back(TextOf(*command));
      texts[0].subcommands.push_back(
          absl::StrCat(command->get_name(), "  ", command->get_description()));
    }
    return texts;
  }

  CommandText TextOf(const CLI::App& command) const {
    CommandText text;
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
          added.names.empty() ? choices_.end() : choices_.find({text.name, added.names.back()});
      if (choices != choices_.end()) added.choices = choices->second;
    }
    return text;
  }

  CLI::App app_;
  Action action_;
  // By subcommand and option.
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> choices_;
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
                  streams.out_is_terminal};
  const ExitCode code = CommandLine().Run(arguments, guarded);
  out.flush();
  if (out.good()) return code;
  return Fail(guarded, absl::UnknownError("writing to standard output failed"));
}

}  // namespace norn::tools
