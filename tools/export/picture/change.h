// What became of a node or edge of a picture that shows how two graphs differ: the property
// kChangeProperty says it, in the words of ChangeStyle::name.
//
//   node.properties[kChangeProperty] = graph::Value(StyleOf(Change::kNew).name);
#ifndef NORN_TOOLS_EXPORT_PICTURE_CHANGE_H_
#define NORN_TOOLS_EXPORT_PICTURE_CHANGE_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"

namespace norn::tools {

enum class Change : uint8_t { kNone, kNew, kChanged, kGone };

inline constexpr char kChangeProperty[] = "change";

struct ChangeStyle {
  absl::string_view name;
  absl::string_view sign;   // before the words: it is seen without colours too
  absl::string_view color;  // #rrggbb
};
// Of all but kNone.
const ChangeStyle& StyleOf(Change change);

// kNone where there is no such property, or it says something else.
Change ChangeOf(const graph::Properties& properties);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_CHANGE_H_
