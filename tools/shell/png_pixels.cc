#include "tools/shell/png_pixels.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "absl/status/status.h"

namespace norn::tools {
namespace {

constexpr absl::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr size_t kMostBytes = size_t{1} << 30;

absl::Status NoPicture(absl::string_view why) {
  return absl::InvalidArgumentError(absl::string_view(why));
}

size_t Number(absl::string_view bytes) {
  size_t number = 0;
  for (const char c : bytes.substr(0, 4)) number = number << 8 | static_cast<uint8_t>(c);
  return number;
}

// The nearest of left, above and left above to left + above - left above.
int Paeth(int left, int above, int corner) {
  const int guess = left + above - corner;
  const int to_left = std::abs(guess - left);
  const int to_above = std::abs(guess - above);
  const int to_corner = std::abs(guess - corner);
  if (to_left <= to_above && to_left <= to_corner) return left;
  return to_above <= to_corner ? above : corner;
}

// Rows as they were before they were made differences of their neighbours; false: unknown filter.
bool Unfilter(size_t height, size_t row_bytes, size_t channels, std::string& data) {
  for (size_t y = 0; y < height; ++y) {
    char* const row = &data[y * (row_bytes + 1) + 1];
    const int filter = row[-1];
    if (filter < 0 || filter > 4) return false;
    for (size_t x = 0; x < row_bytes; ++x) {
      const auto at = [](const char* place) {
        return static_cast<int>(static_cast<uint8_t>(*place));
      };
      const bool has_left = x >= channels;
      const int left = has_left ? at(row + x - channels) : 0;
      const int above = y > 0 ? at(row + x - row_bytes - 1) : 0;
      const int corner = has_left && y > 0 ? at(row + x - row_bytes - 1 - channels) : 0;
      const int known[] = {0, left, above, (left + above) / 2, Paeth(left, above, corner)};
      row[x] = static_cast<char>(at(row + x) + known[filter]);
    }
  }
  return true;
}

struct Header {
  size_t width = 0;
  size_t height = 0;
  size_t channels = 0;
};

absl::StatusOr<Header> HeaderOf(absl::string_view chunk) {
  if (chunk.size() != 13 || chunk[8] != 8 || chunk[12] != 0 || (chunk[9] != 2 && chunk[9] != 6)) {
    return NoPicture("a PNG of a kind that Graphviz does not draw");
  }
  const Header header = {Number(chunk), Number(chunk.substr(4)), chunk[9] == 6 ? size_t{4} : 3};
  if (header.width == 0 || header.height == 0 ||
      header.width > kMostBytes / header.channels / header.height) {
    return NoPicture("a PNG without pixels, or of too many");
  }
  return header;
}

}  // namespace

absl::StatusOr<Pixels> PixelsOfPng(absl::string_view png) {
  if (png.substr(0, kSignature.size()) != kSignature) return NoPicture("no PNG");
  Header header;
  std::string packed;
  for (size_t at = kSignature.size(); at + 12 <= png.size();) {
    const size_t length = Number(png.substr(at));
    const absl::string_view kind = png.substr(at + 4, 4);
    if (length > png.size() - at - 12) return NoPicture("a PNG that is cut off");
    const absl::string_view chunk = png.substr(at + 8, length);
    if (kind == "IHDR") {
      const absl::StatusOr<Header> read = HeaderOf(chunk);
      if (!read.ok()) return read.status();
      header = *read;
    } else if (kind == "IDAT") {
      packed.append(chunk.data(), chunk.size());
    }
    at += length + 12;
  }
  const size_t row_bytes = header.width * header.channels;
  std::string data(header.height * (row_bytes + 1), '\0');
  uLongf size = data.size();
  if (data.empty() ||
      uncompress(reinterpret_cast<Bytef*>(data.data()), &size,
                 reinterpret_cast<const Bytef*>(packed.data()), packed.size()) != Z_OK ||
      size != data.size() || !Unfilter(header.height, row_bytes, header.channels, data)) {
    return NoPicture("a PNG that is damaged");
  }
  Pixels pixels{header.width, header.height, {}};
  pixels.rows.reserve(header.width * header.height);
  for (size_t y = 0; y < header.height; ++y) {
    const auto* byte = reinterpret_cast<const uint8_t*>(&data[y * (row_bytes + 1) + 1]);
    for (size_t x = 0; x < header.width; ++x, byte += header.channels) {
      const int alpha = header.channels == 4 ? byte[3] : 255;
      const auto on_white = [alpha](int value) {
        return static_cast<uint8_t>((value * alpha + 255 * (255 - alpha)) / 255);
      };
      pixels.rows.push_back({on_white(byte[0]), on_white(byte[1]), on_white(byte[2])});
    }
  }
  return pixels;
}

Pixels Within(const Pixels& pixels, size_t width) {
  if (pixels.width <= width || width == 0) return pixels;
  Pixels small;
  small.width = width;
  small.height = std::max<size_t>(1, pixels.height * width / pixels.width);
  small.rows.reserve(small.width * small.height);
  for (size_t y = 0; y < small.height; ++y) {
    const size_t top = y * pixels.height / small.height;
    const size_t bottom = std::max(top + 1, (y + 1) * pixels.height / small.height);
    for (size_t x = 0; x < width; ++x) {
      const size_t left = x * pixels.width / width;
      const size_t right = std::max(left + 1, (x + 1) * pixels.width / width);
      std::array<size_t, 3> sum = {};
      for (size_t row = top; row < bottom; ++row) {
        for (size_t column = left; column < right; ++column) {
          for (size_t c = 0; c < 3; ++c) sum[c] += pixels.rows[row * pixels.width + column][c];
        }
      }
      const size_t count = (bottom - top) * (right - left);
      small.rows.push_back({static_cast<uint8_t>(sum[0] / count),
                            static_cast<uint8_t>(sum[1] / count),
                            static_cast<uint8_t>(sum[2] / count)});
    }
  }
  return small;
}

}  // namespace norn::tools
