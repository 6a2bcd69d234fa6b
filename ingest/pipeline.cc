#include "ingest/pipeline.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/digest.h"
#include "base/status_macros.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/event_blocks.h"
#include "ingest/resolve/event_clusters.h"
#include "ingest/resolve/record_check.h"
#include "ingest/resolve/resolve.h"

namespace norn::ingest {
namespace {

unsigned ThreadCount(unsigned asked, size_t work) {
  const unsigned machine = std::max(1u, std::thread::hardware_concurrency());
  return static_cast<unsigned>(
      std::min<size_t>(asked == 0 ? machine : asked, std::max<size_t>(work, 1)));
}

// The articles, by index, whose records are not in the cache; `records` gets the others'.
std::vector<size_t> ReadCached(const std::vector<proto::Article>& articles,
                               const std::vector<std::string>& keys, const PipelineOptions& options,
                               std::vector<proto::Extraction>& records) {
  std::vector<size_t> order(articles.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // As they lie in the cache: what is read for one is there for its neighbours.
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return keys[a] < keys[b]; });
  std::vector<size_t> missing;
  for (const size_t i : order) {
    const auto cached = options.cache_get ? options.cache_get(keys[i]) : std::nullopt;
    const bool is_sound =
        cached && records[i].ParseFromString(*cached) && CheckRecord(records[i], articles[i]).ok();
    if (!is_sound) missing.push_back(i);
  }
  std::sort(missing.begin(), missing.end());
  return missing;
}

}  // namespace

std::string ExtractionKey(const proto::Article& article, absl::string_view extractor_version) {
  proto::Article header = article;
  header.clear_text();
  // Where it lies and what stood there before change nothing of what it says.
  header.clear_origin();
  header.clear_earlier();
  // Length first, so that no two sequences of parts run into the same bytes.
  const std::string bytes = header.SerializeAsString();
  return base::Sha256Hex(absl::StrCat(extractor_version.size(), ":", extractor_version,
                                      bytes.size(), ":", bytes, article.text()));
}

absl::StatusOr<std::vector<proto::Extraction>> ExtractAll(
    const std::vector<proto::Article>& articles, const Extractor& extractor,
    const PipelineOptions& options) {
  std::vector<proto::Extraction> records(articles.size());
  std::vector<std::string> keys;
  keys.reserve(articles.size());
  for (const proto::Article& article : articles) {
    keys.push_back(ExtractionKey(article, extractor.version()));
  }
  const std::vector<size_t> missing = ReadCached(articles, keys, options, records);
  if (options.counts != nullptr) {
    options.counts->cached = articles.size() - missing.size();
    options.counts->extracted = missing.size();
  }
  std::atomic<size_t> next{0};
  std::mutex mutex;
  size_t done = articles.size() - missing.size();
  const auto is_stopped = [&] { return options.stop != nullptr && options.stop->load(); };
  const auto work = [&] {
    for (size_t k = next++; k < missing.size() && !is_stopped(); k = next++) {
      const size_t i = missing[k];
      records[i] = extractor.Extract(articles[i]);
      const std::string bytes = options.cache_put ? records[i].SerializeAsString() : "";
      const std::lock_guard<std::mutex> lock(mutex);
      if (options.cache_put) options.cache_put(keys[i], bytes);
      if (options.progress) options.progress(++done, articles.size());
    }
  };
  std::vector<std::thread> threads;
  try {
    for (unsigned t = 1; t < ThreadCount(options.threads, missing.size()); ++t) {
      threads.emplace_back(work);
    }
  } catch (const std::system_error&) {
    // The system gives no more threads: those that there are do the work.
  }
  work();
  for (std::thread& thread : threads) thread.join();

  if (is_stopped()) return absl::CancelledError("stopped; nothing was built");
  return records;
}

absl::StatusOr<graph::PropertyGraph> BuildGraph(const std::vector<proto::Article>& articles,
                                                const Extractor& extractor,
                                                const PipelineOptions& options) {
  NORN_ASSIGN_OR_RETURN(const std::vector<proto::Extraction> records,
                        ExtractAll(articles, extractor, options));
  std::vector<LeftOut> left_out;
  const auto last = options.cache_get ? options.cache_get(kBlocksKey) : std::nullopt;
  const LexiconSet& lexicons =
      options.lexicons == nullptr ? LexiconSet::BuiltIn() : *options.lexicons;
  BlockMemo memo(absl::StrCat(ClusteringVersion(), "-", lexicons.version()), last.value_or(""));
  ConfidenceFloor floor = {options.min_confidence};
  auto graph = Resolve(articles, records, lexicons, &left_out, &memo, &floor);
  if (options.counts != nullptr) {
    options.counts->taken_over = memo.taken_over();
    options.counts->resolved = memo.resolved();
    options.counts->unsure = floor.left_out;
  }
  if (graph.ok() && options.cache_put) options.cache_put(kBlocksKey, memo.ToBytes());
  if (options.left_out) std::for_each(left_out.begin(), left_out.end(), options.left_out);
  return graph;
}

}  // namespace norn::ingest
