// A tree back into a text that parses to the same tree: for EXPLAIN, for messages, for tests.
#ifndef NORN_QUERY_PRINTER_PRINTER_H_
#define NORN_QUERY_PRINTER_PRINTER_H_

#include <string>

#include "absl/strings/string_view.h"
#include "query/syntax/ast.h"

namespace norn::query {

std::string Print(const Query& query);
std::string Print(const Expr& expr);
std::string Print(const PathPattern& path);
std::string Print(const NodePattern& node);
std::string Print(const RelationshipPattern& relationship);

// A name, in backquotes where it needs them; a text between quotes.
std::string PrintName(absl::string_view name);
std::string PrintString(absl::string_view text);

}  // namespace norn::query

#endif  // NORN_QUERY_PRINTER_PRINTER_H_
