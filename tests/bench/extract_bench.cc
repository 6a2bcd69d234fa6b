// How fast articles become extraction records: reading aside, the whole step from text to facts.
//
//   bazel run -c opt //tests/bench:extract_bench
//
// The articles are made of the paragraphs of our example articles, mixed by a fixed seed. The rows
// are numbers of articles and of threads; the counters are tokens a second, and the most memory
// that the process had up to then, in MB.
#include <sys/resource.h>

#include <atomic>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "benchmark/benchmark.h"
#include "ingest/extract/extractor.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn {
namespace {

constexpr int kParagraphs = 6;
constexpr uint32_t kSeed = 2025;
constexpr int64_t kKilobytesInMegabyte = 1024;

std::vector<std::string>& ArticlePaths() {
  static auto& paths = *new std::vector<std::string>();
  return paths;
}

// By language, from tests/articles, whose names begin with it.
std::map<std::string, std::vector<std::string>> ReadParagraphs() {
  std::map<std::string, std::vector<std::string>> paragraphs;
  for (const std::string& path : ArticlePaths()) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string name = path.substr(path.rfind('/') + 1);
    std::vector<std::string> parts = absl::StrSplit(text, "\n\n", absl::SkipWhitespace());
    for (std::string& part : parts) {
      // Behind the date line's mark.
      constexpr absl::string_view kDate = " date 2025-01-01";
      absl::string_view words = part;
      if (absl::StartsWith(words, " date ")) words.remove_prefix(kDate.size());
      paragraphs[name.substr(0, 2)].emplace_back(absl::StripAsciiWhitespace(words));
    }
  }
  return paragraphs;
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
  static const auto& paragraphs = *new auto(ReadParagraphs());
  std::mt19937 random(kSeed);
  auto language = paragraphs.begin();
  for (size_t i = 0; i < count; ++i) {
    if (++language == paragraphs.end()) language = paragraphs.begin();
    std::string text;
    for (int k = 0; k < kParagraphs; ++k) {
      absl::StrAppend(&text, language->second[random() % language->second.size()], "\n\n");
    }
    proto::Article article;
    article.set_name(absl::StrCat("made-", i));
    article.set_language(language->first);
    article.set_published("2025-07-04");
    article.set_text(text);
    found->second.tokens.push_back(CountTokens(text));
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
