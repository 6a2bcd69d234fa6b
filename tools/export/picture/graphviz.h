// Draws DOT with Graphviz's library, in this process.
//
//   NORN_ASSIGN_OR_RETURN(std::string svg, Draw(WriteDot(picture), ImageFormat::kSvg));
#ifndef NORN_TOOLS_EXPORT_PICTURE_GRAPHVIZ_H_
#define NORN_TOOLS_EXPORT_PICTURE_GRAPHVIZ_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace norn::tools {

enum class ImageFormat : uint8_t { kSvg, kPng };

// The layout is the one that the DOT names in its attribute `layout`. kInvalidArgument for DOT that
// does not parse, kInternal for what Graphviz fails at, both with Graphviz's words. Safe to call
// from many threads; one draws at a time, for Graphviz has global state.
absl::StatusOr<std::string> Draw(const std::string& dot, ImageFormat format);

struct Point {
  double x = 0;
  double y = 0;  // downwards
};

// Lays the graph out without drawing it: where the nodes named 0 to `count` - 1 stand, in points.
// One that the DOT does not have stands at the origin. Fails as Draw does.
absl::StatusOr<std::vector<Point>> LayOut(const std::string& dot, size_t count);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_GRAPHVIZ_H_
