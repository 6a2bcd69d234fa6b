#include "query/values/type_set.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace norn::query {

std::string NameOf(KindMask kinds) {
  std::vector<absl::string_view> names;
  constexpr int kKinds = 16;
  for (int i = 0; i < kKinds; ++i) {
    auto kind = static_cast<Value::Kind>(i);
    if ((kinds & MaskOf(kind)) != 0 && kind != Value::Kind::kNull) names.push_back(KindName(kind));
  }
  if (names.empty()) return "NULL";
  if (names.size() > 3) return absl::StrCat(names[0], ", ", names[1], " or another value");
  return absl::StrJoin(names, " or ");
}

}  // namespace norn::query
