// What the printer's two source files share; nobody else includes it.
#ifndef NORN_QUERY_PRINTER_PRINTER_IMPL_H_
#define NORN_QUERY_PRINTER_PRINTER_IMPL_H_

#include <string>

#include "query/syntax/ast.h"

namespace norn::query {

std::string PrintLabels(const LabelExpr& labels);

}  // namespace norn::query

#endif  // NORN_QUERY_PRINTER_PRINTER_IMPL_H_
