// The pixels of a picture that Graphviz drew: PNG of 8 bits a channel, in colours, not interlaced.
//
//   NORN_ASSIGN_OR_RETURN(const Pixels pixels, PixelsOfPng(png));
#ifndef NORN_TOOLS_SHELL_PNG_PIXELS_H_
#define NORN_TOOLS_SHELL_PNG_PIXELS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::tools {

struct Pixels {
  size_t width = 0;
  size_t height = 0;
  std::vector<std::array<uint8_t, 3>> rows;  // red, green, blue, on white; row after row
};

// kInvalidArgument for any other file.
absl::StatusOr<Pixels> PixelsOfPng(absl::string_view png);

// Made smaller, to `width` at most, by the mean of what falls on each pixel.
Pixels Within(const Pixels& pixels, size_t width);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_PNG_PIXELS_H_
