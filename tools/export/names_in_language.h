// Names as readers of a language know them: Norway for Norge, United Nations for FN, Lukashenko for
// Lukasjenko. Those of states, capitals, known actors and places; who is not known to the lexicons
// keeps the name that the graph has.
//
//   NORN_RETURN_IF_ERROR(NameInLanguage("en", graph));
#ifndef NORN_TOOLS_EXPORT_NAMES_IN_LANGUAGE_H_
#define NORN_TOOLS_EXPORT_NAMES_IN_LANGUAGE_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "graph/model/model.h"

namespace norn::tools {

// The languages that names are known in.
inline constexpr const char* kNameLanguages[] = {"da", "en", "nb", "nn", "sv"};

// Changes the property `name` of nodes, and these names where they stand in an event's `name` or
// are its `place`. What has no other name stays as it is. kInvalidArgument for an unknown language.
absl::Status NameInLanguage(absl::string_view language, graph::PropertyGraph& graph);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_NAMES_IN_LANGUAGE_H_
