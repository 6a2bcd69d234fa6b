#include "tools/build/graph_builder.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "graph/store/cache.h"
#include "graph/store/directory.h"
#include "graph/store/graph_folder.h"
#include "graph/store/manifest.h"
#include "graph/store/store.h"
#include "ingest/pipeline.h"
#include "ingest/prepare/article_preparation.h"
#include "ingest/read/articles/unique_names.h"
#include "ingest/read/reader.h"
#include "proto/article.pb.h"
#include "tools/build/reading_gaps.h"
#include "tools/console/output_file.h"
#include "tools/console/printable_stream.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;
using ingest::ReadingTools;
using proto::Article;

// "not UTF-8: byte 0xE6 at line 3; …" is of the kind "not UTF-8".
std::string KindOf(const absl::Status& problem) {
  const absl::string_view message = problem.message();
  return std::string(message.substr(0, message.find_first_of(":;")));
}

// Names each problem as it is met, and at the end how many there were of which kind.
absl::Status ReportProblems(const BuildRequest& request, const ingest::ReadResult& read,
                            Streams& streams) {
  std::map<std::string, size_t> kinds;
  for (const ingest::ReadProblem& problem : read.problems) {
    streams.err << problem.place << ": " << problem.status.message() << "\n";
    // A file within a folder may go while it is read, and a link may point nowhere: that is one
    // article less. A source that was named and is not there is something else.
    const bool is_named = std::find(request.sources.begin(), request.sources.end(),
                                    problem.place) != request.sources.end();
    if (absl::IsNotFound(problem.status) && is_named) {
      return absl::NotFoundError(absl::StrCat(problem.place, " is not there; nothing was built"));
    }
    ++kinds[KindOf(problem.status)];
  }
  for (const ingest::ReadNote& note : read.notes) {
    streams.err << note.place << ": " << note.text << "\n";
  }
  for (const std::string& name : read.replaced) {
    streams.err << name << ": two texts have this id; the newer one is read\n";
  }
  if (!kinds.empty()) {
    streams.err << "norn: " << read.problems.size() << " passed over, " << read.articles.size()
                << " read: "
                << absl::StrJoin(kinds, ", ",
                                 [](std::string* out, const auto& kind) {
                                   absl::StrAppend(out, kind.second, " ", kind.first);
                                 })
                << "\n";
  }
  if (read.articles.empty()) {
    return absl::DataLossError("no article could be read; nothing was built");
  }
  return absl::OkStatus();
}

std::string Canonical(const std::string& path) {
  std::error_code error;
  return std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error).string();
}

// What norn has made, or is told what to do by, is no news.
std::function<bool(const std::string&)> NotSources(const BuildRequest& request) {
  std::set<std::string> paths;
  for (const std::string& path : request.not_sources) paths.insert(Canonical(path));
  return [paths = std::move(paths)](const std::string& path) {
    if (IsTemporaryOutput(path)) return true;
    if (!paths.empty() && paths.contains(Canonical(path))) return true;
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) return false;
    const auto kind = graph::KindOfFolder(path);
    return kind.ok() && *kind == graph::FolderKind::kGraph;
  };
}

absl::Status CheckSources(const BuildRequest& request) {
  for (const std::string& source : request.sources) {
    if (source == "-") continue;
    if (const auto graph = graph::GraphAround(source)) {
      return absl::InvalidArgumentError(
          absl::StrCat(source, " lies in the graph ", *graph, " and is no source; name another"));
    }
  }
  return absl::OkStatus();
}

// As if all had been read at once: names are given out anew, and a newer text of an article that
// the graph has stands in its place.
void Join(std::vector<Article> existing, std::vector<Article>& articles, Streams& streams) {
  existing.insert(existing.end(), std::make_move_iterator(articles.begin()),
                  std::make_move_iterator(articles.end()));
  articles = std::move(existing);
  for (const std::string& name : ingest::MakeNamesUnique(articles)) {
    streams.err << name << ": a newer text replaces the one that the graph had\n";
  }
}

// A folder that holds something else, or that cannot be made, is no place to create a graph in.
absl::StatusOr<GraphDirectory> OpenForWriting(const BuildRequest& request, BuildReport& report) {
  graph::DirectoryOptions options;
  options.stop = request.stop;
  if (request.keep > 0) options.keep = request.keep;
  options.on_rolled_back = [&report](uint64_t generation) { report.rolled_back = generation; };
  absl::StatusOr<GraphDirectory> directory = GraphDirectory::OpenForWriting(request.graph, options);
  const absl::Status& status = directory.status();
  if (!absl::IsFailedPrecondition(status) && !absl::IsNotFound(status)) return directory;
  return absl::PermissionDeniedError(status.message());
}

// Of the generation that is read, or of the newest sound one; without articles if there is none.
proto::Manifest ManifestBefore(const GraphDirectory& directory) {
  const absl::StatusOr<uint64_t> current = directory.Current();
  const std::optional<uint64_t> before = current.ok() ? *current : directory.NewestSound();
  if (!before.has_value()) return {};
  return directory.ReadManifest(*before).value_or(proto::Manifest());
}

absl::Status CheckShrink(const BuildRequest& request, int before, size_t now) {
  if (before == 0 || static_cast<double>(now) + 1e-9 >= before * (1 - request.max_shrink)) {
    return absl::OkStatus();
  }
  return absl::FailedPreconditionError(absl::StrFormat(
      "%s has %d articles, and only %d could be read now: more than %g %% fewer. Nothing was "
      "built. Is a disk not mounted? If the others are to go: --accept-shrink",
      request.graph, before, now, request.max_shrink * 100));
}

class Progress {
 public:
  explicit Progress(Streams& streams) : streams_(streams) {}
  ~Progress() { Hide(); }
  void Hide() {
    if (shown_) streams_.err << TerminalSequence{"\r\033[K"} << std::flush;
    shown_ = false;
  }
  void Show(size_t done, size_t of) {
    if (!streams_.err_is_terminal) return;
    streams_.err << TerminalSequence{"\r"} << done << " of " << of << " articles" << std::flush;
    shown_ = true;
  }

 private:
  Streams& streams_;
  bool shown_ = false;
};

// Of all that decides what the graph will be: the key of a record has the article, its header and
// the extractor's version.
std::string InputChecksum(const std::vector<Article>& articles, const ingest::Extractor& extractor,
                          double min_confidence) {
  std::string keys;
  for (const Article& article : articles) {
    absl::StrAppend(&keys, ingest::ExtractionKey(article, extractor.version()));
  }
  if (min_confidence > 0) absl::StrAppend(&keys, "min confidence ", min_confidence);
  return graph::ChecksumText(absl::string_view(keys));
}

// Days since 1970. It decides only on what the cache forgets.
uint32_t Today() {
  return static_cast<uint32_t>(std::max<int64_t>(0, absl::ToUnixSeconds(absl::Now()) / 86400));
}

absl::StatusOr<graph::PropertyGraph> Extract(const std::vector<Article>& articles,
                                             const ReadingTools& tools,
                                             const GraphDirectory& directory,
                                             const BuildRequest& request, BuildReport& report,
                                             Streams& streams) {
  // It is only a cache: without it all is extracted again.
  absl::StatusOr<graph::Cache> cache = graph::Cache::Open(directory.ExtractionsPath(), Today());
  if (!cache.ok()) {
    streams.err << "norn: " << cache.status().message()
                << "; it is done without, and every article is read anew\n";
  }
  Progress progress(streams);
  ingest::PipelineOptions options;
  options.threads = request.threads;
  options.stop = request.stop;
  options.counts = &report.counts;
  options.min_confidence = request.min_confidence.value_or(0);
  options.lexicons = &tools.lexicons();
  options.cache_get = [&](absl::string_view key) {
    std::optional<std::string> record;
    if (request.record) record = request.record(key);
    if (!record && cache.ok()) record = cache->Get(key);
    return record;
  };
  if (cache.ok()) {
    options.cache_put = [&](absl::string_view key, absl::string_view record) {
      // A record that is not kept is extracted again the next time: no reason to fail.
      cache->Put(key, record).IgnoreError();
    };
  }
  options.progress = [&](size_t done, size_t of) { progress.Show(done, of); };
  options.left_out = [&](const ingest::LeftOut& what) {
    ++report.left_out;
    progress.Hide();
    streams.err << what.article << ": left out: " << what.what << "\n";
  };
  absl::StatusOr<graph::PropertyGraph> graph =
      ingest::BuildGraph(articles, tools.extractor(), options);
  if (cache.ok()) cache->Trim().IgnoreError();
  return graph;
}

// The articles of the graph's newest generation.
absl::StatusOr<std::vector<Article>> ReadExisting(const std::string& graph,
                                                  const GraphDirectory& directory,
                                                  const ingest::Extractor& extractor,
                                                  Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.ReadManifest());
  if (manifest.extractor_version().empty()) {
    return absl::InvalidArgumentError(absl::StrCat(
        graph, " was imported and has no articles to add to; `norn build` would replace it"));
  }
  if (manifest.extractor_version() != extractor.version()) {
    streams.err << graph << ": was made by another norn or with other lexicons; all its articles "
                << "are read with those of this run\n";
  }
  NORN_ASSIGN_OR_RETURN(const graph::Store store, directory.OpenStore());
  return store.ReadArticles();
}

// Takes the articles that `wanted` names (a name, a node's id or an address) out of `articles`.
absl::Status TakeOut(const std::vector<std::string>& wanted, const std::string& graph,
                     std::vector<Article>& articles) {
  for (const std::string& name : wanted) {
    const size_t before = articles.size();
    std::erase_if(articles, [&](const Article& article) {
      return article.name() == name || absl::StrCat("article/", article.name()) == name ||
             (!article.url().empty() && article.url() == name);
    });
    if (articles.size() == before) {
      return absl::NotFoundError(absl::StrCat(graph, " has no article '", name,
                                              "'; nothing was removed; `MATCH (a:Article) RETURN ",
                                              "a.name` tells which it has"));
    }
  }
  return absl::OkStatus();
}

// A new generation of the articles in `content`, unless the current one is of just these.
absl::StatusOr<BuildReport> Publish(graph::GenerationContent content, GraphDirectory& directory,
                                    const ReadingTools& tools, const BuildRequest& request,
                                    BuildReport& report, Streams& streams) {
  const absl::StatusOr<uint64_t> before = directory.Current();
  content.extractor_version = tools.extractor().version();
  content.min_confidence = request.min_confidence.value_or(0);
  content.input_checksum =
      InputChecksum(content.articles, tools.extractor(), content.min_confidence);
  if (auto same = directory.MadeFrom(content.input_checksum)) {
    report.manifest = *std::move(same);
    return report;
  }
  NORN_ASSIGN_OR_RETURN(content.graph,
                        Extract(content.articles, tools, directory, request, report, streams));
  content.left_out = report.left_out;
  NORN_ASSIGN_OR_RETURN(report.manifest, directory.Publish(content));
  report.changed = !before.ok() || *before != report.manifest.generation();
  return report;
}

}  // namespace

absl::StatusOr<std::vector<Article>> ReadArticles(const BuildRequest& request,
                                                  const ReadingTools& tools, size_t& passed_over,
                                                  Streams& streams) {
  NORN_RETURN_IF_ERROR(CheckSources(request));
  ingest::ReadOptions options;
  options.standard_input = &streams.in;
  options.fields = request.fields;
  options.encoding = request.encoding;
  options.published_from_mtime = request.published_from_mtime;
  options.skip = NotSources(request);
  ingest::ReadResult read = ingest::ReadSources(request.sources, options);
  NORN_RETURN_IF_ERROR(ReportProblems(request, read, streams));
  passed_over = read.problems.size();
  if (request.strict && passed_over > 0) {
    return absl::DataLossError(
        "not all could be read, and --strict asks for all; nothing was built");
  }
  ingest::ArticlePreparation preparation(tools.lexicons());
  for (Article& article : read.articles) preparation.Prepare(article);
  return std::move(read.articles);
}

absl::StatusOr<BuildReport> BuildOf(std::vector<Article> articles, const ReadingTools& tools,
                                    const BuildRequest& asked, Streams& streams) {
  BuildRequest request = asked;
  BuildReport report;
  graph::GenerationContent content;
  content.articles = std::move(articles);
  ReportUnreadLanguages(content.articles, tools.lexicons(), streams);
  ReportGaps(content.articles, streams);
  NORN_ASSIGN_OR_RETURN(GraphDirectory directory, OpenForWriting(request, report));
  const absl::StatusOr<uint64_t> before = directory.Current();
  // Building from all articles mends a graph; adding some to one that cannot be read would lose it.
  if (request.keep_existing && !before.ok() && !absl::IsNotFound(before.status())) {
    return before.status();
  }
  if (request.keep_existing && before.ok()) {
    NORN_ASSIGN_OR_RETURN(std::vector<Article> existing,
                          ReadExisting(request.graph, directory, tools.extractor(), streams));
    Join(std::move(existing), content.articles, streams);
  }
  report.before = ManifestBefore(directory);
  if (request.keep_existing && !request.min_confidence.has_value()) {
    request.min_confidence = report.before.min_confidence();
  }
  NORN_RETURN_IF_ERROR(
      CheckShrink(request, report.before.articles_size(), content.articles.size()));
  return Publish(std::move(content), directory, tools, request, report, streams);
}

absl::StatusOr<BuildReport> BuildGeneration(const BuildRequest& request, Streams& streams) {
  // Before the graph's folder is made: a source that is misspelt must leave nothing behind.
  size_t passed_over = 0;
  NORN_ASSIGN_OR_RETURN(const ReadingTools tools, ReadingTools::With(request.lexicons));
  NORN_ASSIGN_OR_RETURN(std::vector<Article> articles,
                        ReadArticles(request, tools, passed_over, streams));
  NORN_ASSIGN_OR_RETURN(BuildReport report, BuildOf(std::move(articles), tools, request, streams));
  report.passed_over = passed_over;
  return report;
}

absl::StatusOr<BuildReport> RemoveArticles(const BuildRequest& asked,
                                           const std::vector<std::string>& names,
                                           Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const ReadingTools tools, ReadingTools::With(asked.lexicons));
  BuildRequest request = asked;
  BuildReport report;
  NORN_ASSIGN_OR_RETURN(GraphDirectory directory, OpenForWriting(request, report));
  const absl::Status current = directory.Current().status();
  if (absl::IsNotFound(current)) {
    return absl::NotFoundError(
        absl::StrCat(request.graph, " has no graph; `norn build` makes one"));
  }
  NORN_RETURN_IF_ERROR(current);
  graph::GenerationContent content;
  NORN_ASSIGN_OR_RETURN(content.articles,
                        ReadExisting(request.graph, directory, tools.extractor(), streams));
  NORN_RETURN_IF_ERROR(TakeOut(names, request.graph, content.articles));
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.ReadManifest());
  request.min_confidence = manifest.min_confidence();
  ingest::MakeNamesUnique(content.articles);
  return Publish(std::move(content), directory, tools, request, report, streams);
}

absl::Status DryRun(const BuildRequest& request, Streams& streams) {
  size_t passed_over = 0;
  NORN_ASSIGN_OR_RETURN(const ReadingTools tools, ReadingTools::With(request.lexicons));
  NORN_ASSIGN_OR_RETURN(const std::vector<Article> articles,
                        ReadArticles(request, tools, passed_over, streams));
  const absl::StatusOr<GraphDirectory> directory = GraphDirectory::Open(request.graph);
  if (!directory.ok() && !absl::IsNotFound(directory.status())) return directory.status();
  const proto::Manifest before = directory.ok() ? ManifestBefore(*directory) : proto::Manifest();
  std::map<std::string, std::string> gone;  // name: hash; what is read now is taken out
  for (const proto::Manifest::Source& source : before.articles()) {
    gone[source.name()] = source.sha256();
  }
  size_t added = 0;
  size_t changed = 0;
  for (const Article& article : articles) {
    const auto known = gone.find(article.name());
    if (known == gone.end()) {
      ++added;
      continue;
    }
    if (known->second != article.sha256()) ++changed;
    gone.erase(known);
  }
  for (const auto& [name, hash] : gone) streams.err << name << " would go\n";
  streams.err << request.graph << ": " << articles.size() << " articles would be in it: " << added
              << " new, " << changed << " changed, " << gone.size()
              << " gone; nothing was written\n";
  return CheckShrink(request, before.articles_size(), articles.size());
}

ExitCode Summarize(const std::string& graph, const BuildReport& report, Streams& streams) {
  const proto::Manifest& manifest = report.manifest;
  if (report.left_out > 0) {
    streams.err << "norn: " << report.left_out << " left out of what was read; all else is there\n";
  }
  if (report.counts.unsure > 0) {
    streams.err << "norn: " << report.counts.unsure << " events left out that are less than "
                << manifest.min_confidence() << " sure\n";
  }
  if (report.rolled_back > 0) {
    streams.err << "norn: what was read makes generation " << report.rolled_back
                << ", which was rolled back; norn rollback --graph " << graph << " "
                << report.rolled_back << " brings it back\n";
  }
  if (const ingest::PipelineCounts& counts = report.counts; counts.cached + counts.extracted > 0) {
    streams.err << "norn: " << counts.extracted << " articles read, " << counts.cached
                << " taken from the cache; reports of one event: " << counts.resolved
                << " blocks resolved anew, " << counts.taken_over << " taken over\n";
  }
  streams.err << graph << ": " << manifest.articles_size() << " articles, " << manifest.nodes()
              << " nodes, " << manifest.edges() << " edges, generation " << manifest.generation()
              << (report.changed ? "" : " (nothing changed)") << "\n";
  return report.left_out > 0 || report.passed_over > 0 ? ExitCode::kBadData : ExitCode::kDone;
}

}  // namespace norn::tools
