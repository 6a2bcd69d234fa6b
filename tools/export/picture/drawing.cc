// The formats of pictures: what MakePicture chooses, in Graphviz's language or drawn by it.
#include <ostream>

#include "absl/status/status.h"
#include "graph/model/model.h"
#include "tools/export/picture/picture.h"
#include "tools/export/picture/picture_writer.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

Picture PictureOf(const graph::GraphRows& rows, const FormatOptions& options,
                  std::ostream& messages) {
  const PictureOptions wanted = {.max_nodes = options.max_nodes,
                                 .everything = options.is_answer && !options.timeline,
                                 .title = options.title,
                                 .timeline = options.timeline,
                                 .by_state = options.by_state,
                                 .generation = options.generation,
                                 .evidence = options.evidence};
  const graph::PropertyGraph* const graph = rows.in_memory();
  Picture picture =
      graph != nullptr ? MakePicture(*graph, wanted) : MakePicture(rows.Collect(), wanted);
  if (!picture.omission.empty()) messages << "norn: the picture " << picture.omission << "\n";
  return picture;
}

template <PictureFormat kFormat>
absl::Status Write(const graph::GraphRows& graph, const FormatOptions& options, std::ostream& out,
                   std::ostream& messages) {
  return WritePicture(PictureOf(graph, options, messages), kFormat, options.layout, out);
}

const RegisterExportFormat kDot({.name = "dot",
                                 .ending = ".dot",
                                 .beside_evidence = true,
                                 .write = Write<PictureFormat::kDot>});
const RegisterExportFormat kSvg({.name = "svg",
                                 .ending = ".svg",
                                 .beside_evidence = true,
                                 .write = Write<PictureFormat::kSvg>});
const RegisterExportFormat kPng({.name = "png",
                                 .ending = ".png",
                                 .beside_evidence = true,
                                 .write = Write<PictureFormat::kPng>});
const RegisterExportFormat kText({.name = "text",
                                  .ending = ".txt",
                                  .beside_evidence = true,
                                  .write = Write<PictureFormat::kText>});

}  // namespace
}  // namespace norn::tools
