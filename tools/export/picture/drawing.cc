// The formats of pictures: what MakePicture chooses, in Graphviz's language or drawn by it.
#include <ostream>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "graph/model/model.h"
#include "tools/export/choice/most_reported.h"
#include "tools/export/picture/picture.h"
#include "tools/export/picture/picture_writer.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

// Of a graph with more, those are looked at that most articles report: more than a picture can
// show.
constexpr size_t kMostEvents = 20'000;

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
  Picture picture;
  if (graph != nullptr) {
    picture = MakePicture(*graph, wanted);
  } else {
    const MostReported part = TakeMostReported(rows, {.events = kMostEvents});
    picture = MakePicture(part.graph, wanted);
    if (part.is_part()) {
      absl::StrAppend(&picture.omission, picture.omission.empty() ? "" : "; ", "is of the ",
                      part.taken, part.has_events ? " most reported of " : " most connected of ",
                      part.all, part.has_events ? " events" : " nodes");
    }
  }
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
