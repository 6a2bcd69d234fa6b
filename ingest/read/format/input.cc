#include "ingest/read/format/input.h"

#include <utility>

#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

constexpr size_t kHeadBytes = size_t{1} << 16;

// As many bytes as there are, up to `most`.
size_t Fill(std::streambuf& from, char* to, size_t most) {
  size_t filled = 0;
  while (filled < most) {
    const std::streamsize got =
        from.sgetn(to + filled, static_cast<std::streamsize>(most - filled));
    if (got <= 0) break;
    filled += static_cast<size_t>(got);
  }
  return filled;
}

}  // namespace

// Reads in pieces; the first piece can be looked at before it is read.
class Input::Buffer : public std::streambuf {
 public:
  explicit Buffer(std::streambuf& source) : source_(source), bytes_(kHeadBytes, '\0') {
    head_size_ = Fill(source_, bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + head_size_);
  }

  // Only true before anything was read beyond it.
  absl::string_view head() const { return {bytes_.data(), head_size_}; }

 protected:
  int_type underflow() override {
    if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
    if (head_size_ < bytes_.size()) return traits_type::eof();
    const size_t filled = Fill(source_, bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + filled);
    return filled == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

 private:
  std::streambuf& source_;
  std::string bytes_;
  size_t head_size_ = 0;
};

Input::Input(InputName name, std::istream& source)
    : name_(std::move(name)),
      buffer_(std::make_unique<Buffer>(*source.rdbuf())),
      stream_(std::make_unique<std::istream>(buffer_.get())) {}

Input::~Input() = default;

absl::string_view Input::head() const { return buffer_->head(); }

absl::StatusOr<std::string> Input::ReadAll(size_t max_bytes) {
  std::string bytes;
  char piece[1 << 14];
  for (size_t got = Fill(*buffer_, piece, sizeof(piece)); got > 0;
       got = Fill(*buffer_, piece, sizeof(piece))) {
    bytes.append(piece, got);
    if (bytes.size() > max_bytes) return TooLarge(max_bytes);
  }
  return bytes;
}

}  // namespace norn::ingest
