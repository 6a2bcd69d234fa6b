// Bytes that are written one after the other and read back once: in memory, or, beyond a megabyte,
// in a file without a name. Internal to the builder of views.
//
//   Spool spool("graph/generations/000002.tmp");
//   spool.AppendNumber(uint32_t{7});
//   NORN_RETURN_IF_ERROR(spool.Read([&](absl::string_view piece) { Use(piece); }));
#ifndef NORN_GRAPH_VIEW_SPOOL_H_
#define NORN_GRAPH_VIEW_SPOOL_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace norn::graph {

class Spool {
 public:
  // `folder` is where the file is made; empty: all stays in memory.
  explicit Spool(std::string folder = "");
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&&) = delete;
  ~Spool();

  void Append(absl::string_view bytes) {
    buffer_.append(bytes.data(), bytes.size());
    size_ += bytes.size();
    if (buffer_.size() > kMostBuffered && !folder_.empty()) Flush();
  }
  template <typename T>
  void AppendNumber(const T& number) {
    Append({reinterpret_cast<const char*>(&number), sizeof(number)});
  }
  // Zeros up to a multiple of 8.
  void Align();

  uint64_t size() const { return size_; }

  // Everything in order, in pieces. The file system's error, also of what was appended before.
  absl::Status Read(const std::function<void(absl::string_view piece)>& use) const;

 private:
  static constexpr size_t kMostBuffered = size_t{1} << 20;

  void Flush();

  std::string folder_;
  std::string buffer_;  // what is not in the file yet
  uint64_t size_ = 0;
  int file_ = -1;
  absl::Status status_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_SPOOL_H_
