// Names for the properties of a graph in a format that has names of its own.
//
//   Titles titles = UniqueTitles(NodeColumns(graph), {"label"});   // label is property_label
#ifndef NORN_TOOLS_EXPORT_TEXT_TITLES_H_
#define NORN_TOOLS_EXPORT_TEXT_TITLES_H_

#include <map>
#include <set>
#include <string>

#include "tools/export/text/columns.h"

namespace norn::tools {

// By property key.
using Titles = std::map<std::string, std::string>;

// Each key's own name, with `property_` before it where the format, or the program that reads it,
// knows that name (in any case) for something else. No two are the same.
Titles UniqueTitles(const Columns& columns, const std::set<std::string>& reserved);

// The same in the letters that an XML name token may have: `_` stands for each other one.
Titles UniqueNameTokens(const Columns& columns, const std::set<std::string>& reserved);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_TITLES_H_
