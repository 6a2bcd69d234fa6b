#include "query/functions/functions.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace norn::query {

namespace {

using Table = absl::flat_hash_map<std::string, const FunctionInfo*>;

const Table& AllFunctions() {
  static const Table* table = [] {
    auto* t = new Table();
    for (auto family :
         {TextFunctions(), TrimFunctions(), MathFunctions(), ListFunctions(), CollectionFunctions(),
          GraphFunctions(), ConversionFunctions(), TemporalFunctions()}) {
      for (const FunctionInfo& info : family) (*t)[absl::AsciiStrToLower(info.name)] = &info;
    }
    return t;
  }();
  return *table;
}

// The steps that a function takes that goes through its argument once.
uint64_t WorkOn(const Value& arg) {
  constexpr size_t kBytesPerStep = 256;
  constexpr size_t kItemsPerStep = 8;
  if (arg.is(Value::Kind::kString)) return arg.text().size() / kBytesPerStep;
  return arg.is(Value::Kind::kList) ? arg.list().size() / kItemsPerStep : 0;
}

}  // namespace

const FunctionInfo* FindFunction(absl::string_view name) {
  auto it = AllFunctions().find(absl::AsciiStrToLower(name));
  return it == AllFunctions().end() ? nullptr : it->second;
}

std::vector<std::string> FunctionNames() {
  std::vector<std::string> names;
  for (const auto& entry : AllFunctions()) names.emplace_back(entry.second->name);
  std::sort(names.begin(), names.end());
  return names;
}

Value CallFunction(const FunctionInfo& info, const FunctionCall& call) {
  for (size_t i = 0; i < call.size(); ++i) {
    if (call[i].is_null()) {
      if (info.takes_null) continue;
      return Value();
    }
    KindMask accepted = info.args[std::min<size_t>(i, 2)];
    if ((MaskOf(call[i].kind()) & accepted) == 0) {
      return call.Fail(ErrorCode::kInvalidArgumentValue,
                       absl::StrCat(info.name, "() takes ", NameOf(accepted), ", not ",
                                    KindName(call[i].kind())));
    }
  }
  for (const Value& arg : call.args) {
    if (!call.execution.Step(WorkOn(arg))) return Value();
  }
  return info.body(call);
}

}  // namespace norn::query
