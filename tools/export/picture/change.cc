#include "tools/export/picture/change.h"

#include <string>

#include "tools/export/text/picture_text.h"

namespace norn::tools {

const ChangeStyle& StyleOf(Change change) {
  static constexpr ChangeStyle kNone = {"", "", ""};
  static constexpr ChangeStyle kNew = {"new", "+", "#1B7F3B"};
  static constexpr ChangeStyle kChanged = {"changed", "~", "#B26A00"};
  static constexpr ChangeStyle kGone = {"gone", "−", "#B3261E"};
  switch (change) {
    case Change::kNone:
      return kNone;
    case Change::kNew:
      return kNew;
    case Change::kChanged:
      return kChanged;
    case Change::kGone:
      return kGone;
  }
  return kNone;
}

Change ChangeOf(const graph::Properties& properties) {
  const std::string name = TextOf(properties, kChangeProperty);
  for (const Change change : {Change::kNew, Change::kChanged, Change::kGone}) {
    if (name == StyleOf(change).name) return change;
  }
  return Change::kNone;
}

}  // namespace norn::tools
