// Checksums of a view's blocks, each verified when a byte of it is first read: damage anywhere in a
// file that is too big to verify when it is opened is noticed before its numbers become an answer.
// Internal to the view.
//
//   guard.Set(bytes, checksums);
//   guard.Touch(&targets[edge], sizeof(NodeIndex));   // before it is read
//   if (guard.damaged()) …                            // at the end: was anything read damaged?
#ifndef NORN_GRAPH_VIEW_BLOCK_GUARD_H_
#define NORN_GRAPH_VIEW_BLOCK_GUARD_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::graph {

// Safe to use from many threads once it is set.
class BlockGuard {
 public:
  // Small enough that a look-up, which reads here and there, has little to verify.
  static constexpr size_t kBlockBytes = 8 << 10;

  static size_t BlockCount(size_t bytes) { return (bytes + kBlockBytes - 1) / kBlockBytes; }
  // XXH3-64 of a block.
  static uint64_t Checksum(absl::string_view bytes, size_t block);

  // False if there are not as many checksums as blocks. Both must outlive the guard.
  bool Set(absl::string_view bytes, absl::Span<const uint64_t> checksums);

  // [data, data + size) lies in the bytes.
  void Touch(const void* data, size_t size) const {
    if (trusted_.load(std::memory_order_relaxed) || size == 0) return;
    const auto begin = static_cast<size_t>(static_cast<const char*>(data) - bytes_.data());
    for (size_t block = begin / kBlockBytes; block <= (begin + size - 1) / kBlockBytes; ++block) {
      if (!seen_[block].load(std::memory_order_relaxed)) Verify(block);
    }
  }
  template <typename T>
  void Touch(absl::Span<const T> numbers) const {
    Touch(numbers.data(), numbers.size() * sizeof(T));
  }

  // Whether every block is as it was written.
  bool VerifyAll() const;

  // From now on nothing is looked at any more: all of it was verified.
  void Trust() const { trusted_.store(true, std::memory_order_relaxed); }
  bool trusted() const { return trusted_.load(std::memory_order_relaxed); }

  void NoteDamage() const { damaged_.store(true, std::memory_order_relaxed); }
  bool damaged() const { return damaged_.load(std::memory_order_relaxed); }

 private:
  void Verify(size_t block) const;

  absl::string_view bytes_;
  absl::Span<const uint64_t> checksums_;
  std::unique_ptr<std::atomic<bool>[]> seen_;
  // Until it is set there is nothing to verify with.
  mutable std::atomic<bool> trusted_{true};
  mutable std::atomic<bool> damaged_{false};
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_BLOCK_GUARD_H_
