#include "ingest/resolve/copies.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "ingest/read/judgements_file.h"

namespace norn::ingest {
namespace {

constexpr size_t kRunOfWords = 5;
// Shares of the runs: of both texts together, and of the shorter one.
constexpr double kMostOfBoth = 0.6;
constexpr double kNearlyAllOfShorter = 0.85;
// A shorter text than this says too little to be found again within a longer one.
constexpr size_t kFewestRunsWithin = 30;
// What stands in many articles, such as a newspaper's own lines, tells nothing.
constexpr size_t kMostOriginalsOfRun = 32;
constexpr size_t kMostCompared = 8;

uint64_t Mixed(uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

// Of each word, in lower case where it is ASCII; marks and blanks part words.
std::vector<uint64_t> HashWords(absl::string_view text) {
  constexpr uint64_t kStart = 0xCBF29CE484222325U;
  constexpr uint64_t kPrime = 0x100000001B3U;
  std::vector<uint64_t> words;
  uint64_t hash = kStart;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(absl::ascii_tolower(c));
    if (byte >= 0x80 || absl::ascii_isalnum(byte)) {
      hash = (hash ^ byte) * kPrime;
    } else if (hash != kStart) {
      words.push_back(hash);
      hash = kStart;
    }
  }
  if (hash != kStart) words.push_back(hash);
  return words;
}

// The article's runs of words, sorted, each once.
std::vector<uint64_t> RunsOf(const proto::Article& article) {
  const size_t begin = std::min<size_t>(article.body_start(), article.text().size());
  const std::vector<uint64_t> words = HashWords(absl::string_view(article.text()).substr(begin));
  std::vector<uint64_t> runs;
  const size_t length = std::min(kRunOfWords, words.size());
  for (size_t i = 0; length > 0 && i + length <= words.size(); ++i) {
    uint64_t run = 0;
    for (size_t k = 0; k < length; ++k) run = Mixed(run + words[i + k]);
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

// One in sixteen, the same ones in every text that has them; of a short text all.
bool IsSample(uint64_t run, size_t runs) {
  constexpr size_t kShort = 64;
  return runs < kShort || run % 16 == 0;
}

// Of two sorted ones.
size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (auto at = a.begin(), in = b.begin(); at != a.end() && in != b.end();) {
    if (*at < *in) {
      ++at;
    } else if (*in < *at) {
      ++in;
    } else {
      ++shared;
      ++at;
      ++in;
    }
  }
  return shared;
}

bool IsOneText(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  const size_t shared = CountShared(a, b);
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < kFewestRunsWithin) return shared == std::max(a.size(), b.size());
  const auto of_both = static_cast<double>(a.size() + b.size() - shared);
  const auto common = static_cast<double>(shared);
  return common >= kMostOfBoth * of_both ||
         common >= kNearlyAllOfShorter * static_cast<double>(shorter);
}

// The texts that are no copies so far, to be found by their runs.
class Originals {
 public:
  explicit Originals(absl::Span<const proto::Article> articles) : articles_(articles) {}

  // The index of the one that a text of these runs is a copy of.
  std::optional<size_t> Find(const std::vector<uint64_t>& runs) {
    absl::flat_hash_map<uint32_t, size_t> shared;
    for (const uint64_t run : runs) {
      const auto known = by_run_.find(run);
      if (known == by_run_.end()) continue;
      for (const uint32_t article : known->second) ++shared[article];
    }
    std::vector<std::pair<size_t, uint32_t>> best;
    for (const auto& [article, count] : shared) best.emplace_back(count, article);
    const size_t compared = std::min(best.size(), kMostCompared);
    std::partial_sort(
        best.begin(), best.begin() + static_cast<std::ptrdiff_t>(compared), best.end(),
        [&](const auto& a, const auto& b) {
          return std::make_tuple(b.first, absl::string_view(articles_[a.second].name())) <
                 std::make_tuple(a.first, absl::string_view(articles_[b.second].name()));
        });
    best.resize(compared);
    for (const auto& [count, article] : best) {
      if (IsOneText(runs, KnownRunsOf(article))) return article;
    }
    return std::nullopt;
  }

  void Add(size_t article, const std::vector<uint64_t>& runs) {
    for (const uint64_t run : runs) {
      if (!IsSample(run, runs.size())) continue;
      auto& known = by_run_[run];
      if (known.size() < kMostOriginalsOfRun) known.push_back(static_cast<uint32_t>(article));
    }
  }

 private:
  // The first texts that have a run are compared with all later ones that have it: those are few.
  const std::vector<uint64_t>& KnownRunsOf(uint32_t article) {
    constexpr size_t kMostKept = 4096;
    if (runs_.size() >= kMostKept) runs_.clear();
    const auto [known, is_new] = runs_.try_emplace(article);
    if (is_new) known->second = RunsOf(articles_[article]);
    return known->second;
  }

  absl::Span<const proto::Article> articles_;
  absl::flat_hash_map<uint64_t, absl::InlinedVector<uint32_t, 4>> by_run_;
  absl::flat_hash_map<uint32_t, std::vector<uint64_t>> runs_;  // of those that were compared lately
};

}  // namespace

std::vector<size_t> FindCopies(absl::Span<const proto::Article> articles) {
  std::vector<size_t> order(articles.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // Undated ones last; of one day the longest, of which the others are parts.
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const auto key = [&](size_t i) {
      const proto::Article& article = articles[i];
      return std::make_tuple(article.published().empty(), absl::string_view(article.published()),
                             -static_cast<int64_t>(article.text().size()),
                             absl::string_view(article.name()));
    };
    return key(a) < key(b);
  });
  std::vector<size_t> original(articles.size());
  std::iota(original.begin(), original.end(), size_t{0});
  Originals originals(articles);
  for (const size_t i : order) {
    if (IsJudgements(articles[i])) continue;
    const std::vector<uint64_t> runs = RunsOf(articles[i]);
    if (const std::optional<size_t> found = originals.Find(runs)) {
      original[i] = *found;
    } else {
      originals.Add(i, runs);
    }
  }
  return original;
}

}  // namespace norn::ingest
