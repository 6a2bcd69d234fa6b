// JSON as a tree, without trusting it, and ways into it.
//
//   NORN_ASSIGN_OR_RETURN(const nlohmann::json tree, ParseJson(bytes));
//   Use(StringAt(tree, "publisher.name"));
#ifndef NORN_INGEST_READ_SYNTAX_JSON_VALUE_H_
#define NORN_INGEST_READ_SYNTAX_JSON_VALUE_H_

#include <nlohmann/json.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

// kInvalidArgument for what is not UTF-8, not JSON (with the byte), or nested too deeply.
absl::StatusOr<nlohmann::json> ParseJson(absl::string_view bytes);

// What stands at "body.text"; null: nothing does, or a JSON null.
const nlohmann::json* FindMember(const nlohmann::json& object, absl::string_view path);

// The string at the path, or empty: there is none, or something else.
std::string StringAt(const nlohmann::json& object, absl::string_view path);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_SYNTAX_JSON_VALUE_H_
