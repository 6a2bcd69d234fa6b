// Early return on an error status, the way Abseil's own code base writes it.
//
//   NORN_RETURN_IF_ERROR(Step());
//   NORN_ASSIGN_OR_RETURN(View view, View::Open(path));
#ifndef NORN_BASE_STATUS_MACROS_H_
#define NORN_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define NORN_RETURN_IF_ERROR(expression)                              \
  do {                                                                \
    if (absl::Status norn_status = (expression); !norn_status.ok()) { \
      return norn_status;                                             \
    }                                                                 \
  } while (false)

#define NORN_ASSIGN_OR_RETURN(declaration, expression) \
  NORN_ASSIGN_OR_RETURN_IMPL(NORN_CONCAT(norn_statusor_, __LINE__), declaration, expression)

#define NORN_CONCAT_INNER(a, b) a##b
#define NORN_CONCAT(a, b) NORN_CONCAT_INNER(a, b)
#define NORN_ASSIGN_OR_RETURN_IMPL(temporary, declaration, expression) \
  auto temporary = (expression);                                       \
  if (!temporary.ok()) {                                               \
    return std::move(temporary).status();                              \
  }                                                                    \
  declaration = std::move(temporary).value()

#endif  // NORN_BASE_STATUS_MACROS_H_
