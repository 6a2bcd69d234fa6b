#include "tools/export/picture/picture_writer.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "tools/export/picture/dot.h"
#include "tools/export/picture/graphviz.h"
#include "tools/export/picture/text_drawing.h"
#include "tools/export/text/escape.h"

namespace norn::tools {
namespace {

// For those who hear a picture: what it is called and what is in it, in place of Graphviz's words.
std::string WithDescription(std::string svg, const Picture& picture) {
  const std::string title = picture.title.empty() ? "What the articles say" : picture.title;
  const std::string graphviz_title = "<title>norn</title>";
  const size_t at = svg.find(graphviz_title);
  if (at != std::string::npos) {
    svg.replace(at, graphviz_title.size(),
                absl::StrCat("<title>", XmlEscape(title), "</title>\n<desc>",
                             XmlEscape(picture.description), "</desc>"));
  }
  const std::string root_tag = "<svg ";
  const size_t root = svg.find(root_tag);
  if (root != std::string::npos) svg.insert(root + root_tag.size(), "role=\"img\" ");
  return svg;
}

}  // namespace

absl::Status WritePicture(const Picture& picture, PictureFormat format, absl::string_view layout,
                          std::ostream& out) {
  if (format == PictureFormat::kText) {
    out << DrawWithText(picture);
    return absl::OkStatus();
  }
  const std::string dot = WriteDot(picture, layout);
  if (format == PictureFormat::kDot) {
    out << dot;
    return absl::OkStatus();
  }
  const bool is_svg = format == PictureFormat::kSvg;
  NORN_ASSIGN_OR_RETURN(const std::string image,
                        Draw(dot, is_svg ? ImageFormat::kSvg : ImageFormat::kPng));
  out << (is_svg ? WithDescription(image, picture) : image);
  return absl::OkStatus();
}

}  // namespace norn::tools
