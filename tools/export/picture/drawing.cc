// The formats of pictures: what MakePicture chooses, in Graphviz's language or drawn by it.
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "base/status_macros.h"
#include "graph/model/model.h"
#include "tools/export/picture/dot.h"
#include "tools/export/picture/graphviz.h"
#include "tools/export/picture/picture.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

std::string DotOf(const graph::PropertyGraph& graph, const FormatOptions& options,
                  std::ostream& messages) {
  const Picture picture = MakePicture(
      graph,
      {.max_nodes = options.max_nodes, .everything = options.is_answer, .title = options.title});
  if (!picture.omission.empty()) messages << "norn: the picture " << picture.omission << "\n";
  return WriteDot(picture, options.layout);
}

absl::Status WriteInGraphvizLanguage(const graph::PropertyGraph& graph,
                                     const FormatOptions& options, std::ostream& out,
                                     std::ostream& messages) {
  out << DotOf(graph, options, messages);
  return absl::OkStatus();
}

template <ImageFormat kFormat>
absl::Status WriteImage(const graph::PropertyGraph& graph, const FormatOptions& options,
                        std::ostream& out, std::ostream& messages) {
  NORN_ASSIGN_OR_RETURN(const std::string image, Draw(DotOf(graph, options, messages), kFormat));
  out << image;
  return absl::OkStatus();
}

const RegisterExportFormat kDot({.name = "dot",
                                 .ending = ".dot",
                                 .write = WriteInGraphvizLanguage});
const RegisterExportFormat kSvg({.name = "svg",
                                 .ending = ".svg",
                                 .write = WriteImage<ImageFormat::kSvg>});
const RegisterExportFormat kPng({.name = "png",
                                 .ending = ".png",
                                 .write = WriteImage<ImageFormat::kPng>});

}  // namespace
}  // namespace norn::tools
