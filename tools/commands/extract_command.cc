// norn extract and norn resolve: a build in two steps, the first of which runs on many machines.
//
//   norn extract --shard 3/7 --out 3.shard news/     on each machine, or in each job of a scheduler
//   norn resolve --graph graph *.shard               once all are there
//
// Extraction is a pure map over articles, resolution reduces them: the graph is that of `norn
// build` over the same sources.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/cache.h"
#include "ingest/extract/extractor.h"
#include "ingest/pipeline.h"
#include "ingest/read/articles/unique_names.h"
#include "ingest/reading_tools.h"
#include "ingest/shard_file.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"
#include "tools/build/graph_builder.h"
#include "tools/build/source_options.h"
#include "tools/commands/source_flags.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/output_file.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using proto::Article;

struct ExtractOptions {
  std::vector<std::string> sources;
  SourceOptions reading;
  std::string shard = "1/1";  // which part of the articles: I/N, from 1
  std::string out;
  std::vector<std::string> lexicons;
  unsigned threads = 0;  // 0: as many as the machine has cores
};

struct ResolveOptions {
  std::string graph;
  std::vector<std::string> shards;
  std::vector<std::string> lexicons;  // those with which the shards were extracted
  unsigned threads = 0;
  std::optional<double> min_confidence;
};

absl::StatusOr<ingest::ShardHeader> ParseShard(const std::string& text) {
  const std::vector<std::string> parts = absl::StrSplit(text, '/');
  ingest::ShardHeader header;
  if (parts.size() != 2 || !absl::SimpleAtoi(parts[0], &header.shard) ||
      !absl::SimpleAtoi(parts[1], &header.of) || header.shard < 1 || header.shard > header.of) {
    return absl::InvalidArgumentError(
        absl::StrCat("--shard ", text, ": it is I/N, the I-th of N parts, such as 1/8 or 8/8"));
  }
  return header;
}

absl::StatusOr<std::vector<proto::Extraction>> Extract(const std::vector<Article>& articles,
                                                       const ingest::Extractor& extractor,
                                                       const std::string& cache_path,
                                                       unsigned threads) {
  // Nothing in it is old: it goes when the shard is there.
  NORN_ASSIGN_OR_RETURN(graph::Cache cache, graph::Cache::Open(cache_path, 0));
  ingest::PipelineOptions pipeline;
  pipeline.threads = threads;
  pipeline.cache_get = [&](absl::string_view key) { return cache.Get(key); };
  pipeline.cache_put = [&](absl::string_view key, absl::string_view record) {
    cache.Put(key, record).IgnoreError();
  };
  return ingest::ExtractAll(articles, extractor, pipeline);
}

absl::Status WriteShard(const std::string& path, const ingest::ShardHeader& header,
                        const std::vector<Article>& articles,
                        const std::vector<proto::Extraction>& records) {
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(path));
  ingest::ShardWriter writer(file.stream(), header);
  for (size_t i = 0; i < articles.size(); ++i) {
    NORN_RETURN_IF_ERROR(writer.Add(articles[i], records[i]));
  }
  NORN_RETURN_IF_ERROR(writer.Finish());
  return file.Commit();
}

absl::Status Extract(const ExtractOptions& options, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(ingest::ShardHeader header, ParseShard(options.shard));
  const std::string cache_path = absl::StrCat(options.out, ".cache");
  BuildRequest request;
  NORN_RETURN_IF_ERROR(SetSourceOptions(options.reading, request));
  request.sources = options.sources;
  request.not_sources = {options.out, cache_path};
  size_t passed_over = 0;
  NORN_ASSIGN_OR_RETURN(const ingest::ReadingTools tools,
                        ingest::ReadingTools::With(options.lexicons));
  NORN_ASSIGN_OR_RETURN(std::vector<Article> articles,
                        ReadArticles(request, tools, passed_over, streams));
  std::erase_if(articles, [&](const Article& article) {
    return ingest::ShardOf(article, header.of) != header.shard;
  });
  header.extractor_version = tools.extractor().version();
  NORN_ASSIGN_OR_RETURN(const std::vector<proto::Extraction> records,
                        Extract(articles, tools.extractor(), cache_path, options.threads));
  NORN_RETURN_IF_ERROR(WriteShard(options.out, header, articles, records));
  NORN_RETURN_IF_ERROR(base::RemoveTree(cache_path));
  streams.err << options.out << ": shard " << header.shard << " of " << header.of << ", "
              << articles.size() << " articles\n";
  return absl::OkStatus();
}

// What all shards hold together.
class Shards {
 public:
  explicit Shards(const std::string& extractor_version) : version_(extractor_version) {}

  absl::Status Read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return absl::NotFoundError(absl::StrCat("cannot open ", path, "; check the path"));
    NORN_ASSIGN_OR_RETURN(const ingest::ShardHeader header,
                          ingest::ReadShard(in, path, [this](Article article, std::string record) {
                            records_.insert_or_assign(ingest::ExtractionKey(article, version_),
                                                      std::move(record));
                            articles_.push_back(std::move(article));
                          }));
    if (header.extractor_version != version_) {
      return absl::FailedPreconditionError(absl::StrCat(
          path, " was extracted by version ", header.extractor_version, ", this norn's is ",
          version_, ": extract it again, or name the same --lexicon files as then"));
    }
    // Parts that are whole by themselves need no others.
    if (header.of > 1 && !seen_[header.of].insert(header.shard).second) {
      return absl::DataLossError(absl::StrCat(path, ": shard ", header.shard, " of ", header.of,
                                              " is there twice; name each once"));
    }
    return absl::OkStatus();
  }

  absl::Status CheckComplete() const {
    for (const auto& [of, shards] : seen_) {
      std::vector<uint32_t> missing;
      for (uint32_t shard = 1; shard <= of; ++shard) {
        if (!shards.contains(shard)) missing.push_back(shard);
      }
      if (missing.empty()) continue;
      return absl::DataLossError(
          absl::StrCat("of ", of, " shards these are missing: ", absl::StrJoin(missing, ", "),
                       "; extract them, and resolve again"));
    }
    return absl::OkStatus();
  }

  std::vector<Article> TakeArticles() { return std::move(articles_); }
  std::optional<std::string> Record(absl::string_view key) const {
    const auto found = records_.find(key);
    if (found == records_.end()) return std::nullopt;
    return found->second;
  }

 private:
  const std::string& version_;
  std::vector<Article> articles_;
  absl::flat_hash_map<std::string, std::string> records_;
  std::map<uint32_t, std::set<uint32_t>> seen_;  // by the number of shards
};

absl::StatusOr<BuildReport> Resolve(const ResolveOptions& options, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const ingest::ReadingTools tools,
                        ingest::ReadingTools::With(options.lexicons));
  const std::string version = tools.extractor().version();
  Shards shards(version);
  for (const std::string& path : options.shards) NORN_RETURN_IF_ERROR(shards.Read(path));
  NORN_RETURN_IF_ERROR(shards.CheckComplete());
  std::vector<Article> articles = shards.TakeArticles();
  // As if all had been read at once. One that gets another name than in its shard is extracted
  // anew.
  ingest::MakeNamesUnique(articles);
  BuildRequest request;
  request.graph = options.graph;
  request.threads = options.threads;
  request.min_confidence = options.min_confidence;
  request.record = [&shards](absl::string_view key) { return shards.Record(key); };
  return BuildOf(std::move(articles), tools, request, streams);
}

// The file appears whole, with one rename. Until then what was extracted is in OUT.cache, so that a
// run that is killed goes on where it was. kBusy while another process extracts to the same file.
ExitCode RunExtract(const ExtractOptions& options, Streams& streams) {
  const absl::Status status = Extract(options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

// kBadData if a shard is damaged, of another extractor, missing or there twice: nothing is
// published.
ExitCode RunResolve(const ResolveOptions& options, Streams& streams) {
  const absl::StatusOr<BuildReport> report = Resolve(options, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

const RegisterSubcommand kExtract(
    {CommandGroup::kInParts, "extract", "The first step of a build, for a part of the articles",
     "norn extract --shard 3/7 --out 3.shard news/"},
    [](Subcommand& command) {
      ExtractOptions& options = command.RunsForPeople(&RunExtract);
      CLI::App& app = command.app();
      app.add_option("--shard", options.shard, "Which part: I/N, the I-th of N (default: 1/1)")
          ->type_name("I/N");
      app.add_option("--out", options.out, "The file to write")->required()->type_name("FILE");
      AddSourceOptions(command, options.reading);
      command.AddLexicons(options.lexicons);
      command.AddThreads(options.threads);
      app.add_option("source", options.sources, "Files, folders or -")
          ->required()
          ->type_name("SOURCE...");
    });

const RegisterSubcommand kResolve({CommandGroup::kInParts, "resolve",
                                   "The second step of a build: all shards to a graph",
                                   "norn resolve --graph graph *.shard"},
                                  [](Subcommand& command) {
                                    ResolveOptions& options = command.RunsForPeople(&RunResolve);
                                    command.AddGraph(options.graph);
                                    command.AddLexicons(options.lexicons);
                                    command.AddThreads(options.threads);
                                    command.AddMinConfidence(options.min_confidence, "0");
                                    command.app()
                                        .add_option("shard", options.shards,
                                                    "What norn extract wrote, each part once")
                                        ->required()
                                        ->type_name("SHARD...");
                                  });

}  // namespace
}  // namespace norn::tools
