#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "tools/ask/result_writer.h"
#include "tools/shell/command_functions.h"
#include "tools/shell/pager.h"

namespace norn::tools::shell {

absl::Status Format(const Arguments& arguments, ShellState& state) {
  const auto format = arguments.size() == 1 ? FindResultFormat(arguments[0]) : std::nullopt;
  if (!format.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat(":format takes one of ", absl::StrJoin(ResultFormatNames(), ", ")));
  }
  state.format = *format;
  return absl::OkStatus();
}

absl::Status Expanded(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return WrongUse();
  if (!arguments.empty() && arguments[0] != "on" && arguments[0] != "off") return WrongUse();
  const bool is_on =
      arguments.empty() ? state.format != ResultFormat::kRecords : arguments[0] == "on";
  state.format = is_on ? ResultFormat::kRecords : ResultFormat::kTable;
  return absl::OkStatus();
}

absl::Status Limit(const Arguments& arguments, ShellState& state) {
  uint64_t rows = 0;
  if (arguments.size() != 1 || !absl::SimpleAtoi(arguments[0], &rows) || rows == 0) {
    return WrongUse();
  }
  state.query.max_rows = rows;
  return absl::OkStatus();
}

absl::Status Parameter(const Arguments& arguments, ShellState& state) {
  // `name=value`, `name = value` and `name => value`.
  const std::string text = absl::StrJoin(arguments, " ");
  const size_t equals = text.find('=');
  if (equals == std::string::npos) return WrongUse();
  const absl::string_view value =
      absl::StripPrefix(absl::string_view(text).substr(equals + 1), ">");
  const absl::string_view name =
      absl::StripPrefix(absl::StripAsciiWhitespace(absl::string_view(text).substr(0, equals)), "$");
  auto parameter =
      query::ParseParameterLiteral(absl::StrCat(name, "=", absl::StripAsciiWhitespace(value)));
  if (!parameter.ok()) return parameter.status();
  state.query.parameters.insert_or_assign(std::move(parameter->first),
                                          std::move(parameter->second));
  return absl::OkStatus();
}

absl::Status Parameters(const Arguments&, ShellState& state) {
  for (const auto& [name, value] : state.query.parameters) {
    state.streams.out << "$" << name << " = " << query::ToLiteral(value) << "\n";
  }
  return absl::OkStatus();
}

absl::Status Timing(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return WrongUse();
  if (!arguments.empty() && arguments[0] != "on" && arguments[0] != "off") return WrongUse();
  state.timing = arguments.empty() ? !state.timing : arguments[0] == "on";
  return absl::OkStatus();
}

absl::Status Pager(const Arguments& arguments, ShellState& state) {
  const std::string wanted = absl::StrJoin(arguments, " ");
  if (wanted == "off" || (wanted.empty() && !state.pager.empty())) {
    state.pager.clear();
  } else {
    state.pager = wanted.empty() || wanted == "on" ? DefaultPager() : wanted;
  }
  state.streams.out << (state.pager.empty() ? "answers are shown at once"
                                            : "long answers go through " + state.pager)
                    << "\n";
  return absl::OkStatus();
}

}  // namespace norn::tools::shell
