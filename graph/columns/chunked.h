// An array that grows without ever being copied as a whole: a vector of a hundred million numbers
// needs three times its size for a moment when it doubles.
//
//   Chunked<uint32_t> numbers;
//   numbers.push_back(7);
//   numbers[0] = 8;
#ifndef NORN_GRAPH_COLUMNS_CHUNKED_H_
#define NORN_GRAPH_COLUMNS_CHUNKED_H_

#include <cstddef>
#include <vector>

namespace norn::graph {

template <typename T>
class Chunked {
 public:
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  T& operator[](size_t i) { return chunks_[i / kChunk][i % kChunk]; }
  const T& operator[](size_t i) const { return chunks_[i / kChunk][i % kChunk]; }

  void push_back(T value) {
    if (size_ % kChunk == 0) {
      chunks_.emplace_back();
      // A small array stays small.
      if (size_ > 0) chunks_.back().reserve(kChunk);
    }
    chunks_.back().push_back(value);
    ++size_;
  }

  // Grows to `size` with `value`.
  void PadTo(size_t size, T value) {
    while (size_ < size) push_back(value);
  }

 private:
  static constexpr size_t kChunk = size_t{1} << 15;

  std::vector<std::vector<T>> chunks_;
  size_t size_ = 0;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_COLUMNS_CHUNKED_H_
