// How fast articles become extraction records: reading aside, the whole step from text to facts.
//
//   bazel run -c opt //tests/bench:extract_bench
//
// The articles are made of the paragraphs of our example articles, mixed by a fixed seed. The rows
// are numbers of articles and of threads; the counters are tokens a second, and the most memory
// that the process had up to then, in MB.
#include <sys/resource.h>

#include <atomic>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "ingest/extract/extractor.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"
#include "tests/support/made_articles.h"

namespace norn {
namespace {

constexpr int64_t kKilobytesInMegabyte = 1024;

std::vector<std::string>& ArticlePaths() {
  static auto& paths = *new std::vector<std::string>();
  return paths;
}

struct Corpus {
  std::vector<proto::Article> articles;
  std::vector<int64_t> tokens;  // of each: words and marks
};

int64_t CountTokens(absl::string_view text) {
  int64_t count = 0;
  for (const absl::string_view word :
       absl::StrSplit(text, absl::ByAnyChar(" \n"), absl::SkipWhitespace())) {
    // A mark behind a word is a token of its own.
    count += absl::StrContains(".,:;!?", word.substr(word.size() - 1)) ? 2 : 1;
  }
  return count;
}

const Corpus& MadeArticles(size_t count) {
  static auto& corpora = *new std::map<size_t, Corpus>();
  const auto [found, is_new] = corpora.try_emplace(count);
  if (!is_new) return found->second;
  static const auto& maker = *new tests::ArticleMaker(ArticlePaths());
  for (size_t i = 0; i < count; ++i) {
    const tests::MadeArticle made = maker.Make(i);
    proto::Article article;
    article.set_name(made.id);
    article.set_language(made.language);
    article.set_published(tests::MadeArticle::kPublished);
    article.set_text(absl::StrJoin(made.paragraphs, "\n\n"));
    found->second.tokens.push_back(CountTokens(article.text()));
    found->second.articles.push_back(std::move(article));
  }
  return found->second;
}

void BM_Extract(benchmark::State& state) {
  static const auto& extractor = *new ingest::Extractor();
  const Corpus& corpus = MadeArticles(static_cast<size_t>(state.range(0)));
  const auto threads = static_cast<size_t>(state.range(1));
  int64_t tokens = 0;
  for (const int64_t count : corpus.tokens) tokens += count;
  for (auto _ : state) {
    std::atomic<size_t> next{0};
    const auto work = [&] {
      for (size_t i = next++; i < corpus.articles.size(); i = next++) {
        benchmark::DoNotOptimize(extractor.Extract(corpus.articles[i]));
      }
    };
    std::vector<std::thread> others;
    for (size_t t = 1; t < threads; ++t) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
  }
  state.counters["tokens/s"] =
      benchmark::Counter(static_cast<double>(tokens) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak MB"] = static_cast<double>(usage.ru_maxrss / kKilobytesInMegabyte);
}
BENCHMARK(BM_Extract)
    ->Args({2500, 1})
    ->Args({5000, 1})
    ->Args({10000, 1})
    ->Args({10000, 2})
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();

}  // namespace
}  // namespace norn

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  // What is left are the articles, which the target names.
  norn::ArticlePaths().assign(argv + 1, argv + argc);
  if (norn::ArticlePaths().empty()) {
    std::cerr << "usage: extract_bench ARTICLE.txt …\n";
    return 64;
  }
  benchmark::RunSpecifiedBenchmarks();
}
