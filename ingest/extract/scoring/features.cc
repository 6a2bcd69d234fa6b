#include "ingest/extract/scoring/features.h"

namespace norn::ingest {
namespace {

// FNV-1a: the same on every machine, and fast for words.
constexpr uint64_t kOffset = 14695981039346656037ULL;
constexpr uint64_t kPrime = 1099511628211ULL;

}  // namespace

void Features::AddParts(std::initializer_list<absl::string_view> parts) {
  uint64_t hash = kOffset;
  for (const absl::string_view part : parts) {
    for (const char c : part) hash = (hash ^ static_cast<uint8_t>(c)) * kPrime;
    hash = (hash ^ 0x1F) * kPrime;  // a separator that no word has
  }
  hashes_.push_back(hash);
  if (keeps_names_) parts_.emplace_back(parts.begin(), parts.end());
}

}  // namespace norn::ingest
