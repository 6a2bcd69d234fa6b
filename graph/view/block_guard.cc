#include "graph/view/block_guard.h"

#include "xxhash.h"

namespace norn::graph {

uint64_t BlockGuard::Checksum(absl::string_view bytes, size_t block) {
  const absl::string_view part = bytes.substr(block * kBlockBytes, kBlockBytes);
  return XXH3_64bits(part.data(), part.size());
}

bool BlockGuard::Set(absl::string_view bytes, absl::Span<const uint64_t> checksums) {
  if (checksums.size() != BlockCount(bytes.size())) return false;
  bytes_ = bytes;
  checksums_ = checksums;
  seen_ = std::make_unique<std::atomic<bool>[]>(checksums.size());
  trusted_.store(false, std::memory_order_relaxed);
  return true;
}

bool BlockGuard::VerifyAll() const {
  for (size_t block = 0; block < checksums_.size(); ++block) {
    if (Checksum(bytes_, block) != checksums_[block]) return false;
  }
  return true;
}

void BlockGuard::Verify(size_t block) const {
  if (Checksum(bytes_, block) != checksums_[block]) NoteDamage();
  // Damage is noted for good: once is enough.
  seen_[block].store(true, std::memory_order_relaxed);
}

}  // namespace norn::graph
