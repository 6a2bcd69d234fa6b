// A picture in Graphviz's language, one node or edge a line, ready for Graphviz's own programs and
// for graphviz.h. The same picture gives the same bytes.
//
//   std::cout << WriteDot(MakePicture(graph, {}));
#ifndef NORN_TOOLS_EXPORT_PICTURE_DOT_H_
#define NORN_TOOLS_EXPORT_PICTURE_DOT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "tools/export/picture/picture.h"

namespace norn::tools {

// Graphviz's layouts that suit such pictures.
inline constexpr absl::string_view kLayouts[] = {"dot", "fdp", "neato", "sfdp"};

// By the picture's size.
absl::string_view ChooseLayout(const Picture& picture);

// `layout` is one of kLayouts, or empty: chosen by the picture's size.
std::string WriteDot(const Picture& picture, absl::string_view layout = "");

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_DOT_H_
