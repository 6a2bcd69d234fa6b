// The formats of pictures: what MakePicture chooses, in Graphviz's language or drawn by it.
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/model/model.h"
#include "tools/export/picture/dot.h"
#include "tools/export/picture/graphviz.h"
#include "tools/export/picture/picture.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/escape.h"

namespace norn::tools {
namespace {

Picture PictureOf(const graph::PropertyGraph& graph, const FormatOptions& options,
                  std::ostream& messages) {
  Picture picture = MakePicture(graph, {.max_nodes = options.max_nodes,
                                        .everything = options.is_answer && !options.timeline,
                                        .title = options.title,
                                        .timeline = options.timeline,
                                        .by_state = options.by_state,
                                        .generation = options.generation,
                                        .evidence = options.evidence});
  if (!picture.omission.empty()) messages << "norn: the picture " << picture.omission << "\n";
  return picture;
}

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

absl::Status WriteInGraphvizLanguage(const graph::PropertyGraph& graph,
                                     const FormatOptions& options, std::ostream& out,
                                     std::ostream& messages) {
  out << WriteDot(PictureOf(graph, options, messages), options.layout);
  return absl::OkStatus();
}

template <ImageFormat kFormat>
absl::Status WriteImage(const graph::PropertyGraph& graph, const FormatOptions& options,
                        std::ostream& out, std::ostream& messages) {
  const Picture picture = PictureOf(graph, options, messages);
  NORN_ASSIGN_OR_RETURN(const std::string image, Draw(WriteDot(picture, options.layout), kFormat));
  out << (kFormat == ImageFormat::kSvg ? WithDescription(image, picture) : image);
  return absl::OkStatus();
}

const RegisterExportFormat kDot(
    {.name = "dot", .ending = ".dot", .beside_evidence = true, .write = WriteInGraphvizLanguage});
const RegisterExportFormat kSvg({.name = "svg",
                                 .ending = ".svg",
                                 .beside_evidence = true,
                                 .write = WriteImage<ImageFormat::kSvg>});
const RegisterExportFormat kPng({.name = "png",
                                 .ending = ".png",
                                 .beside_evidence = true,
                                 .write = WriteImage<ImageFormat::kPng>});

}  // namespace
}  // namespace norn::tools
