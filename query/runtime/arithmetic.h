// The operators + - * / % ^ on values. Each fails the execution, with the place given, where the
// language has no meaning for the operands; null in gives null out.
#ifndef NORN_QUERY_RUNTIME_ARITHMETIC_H_
#define NORN_QUERY_RUNTIME_ARITHMETIC_H_

#include "query/diagnostics/diagnostic.h"
#include "query/runtime/execution.h"
#include "query/values/value.h"

namespace norn::query {

Value Add(Execution& execution, Span span, const Value& a, const Value& b);
Value Subtract(Execution& execution, Span span, const Value& a, const Value& b);
Value Multiply(Execution& execution, Span span, const Value& a, const Value& b);
Value Divide(Execution& execution, Span span, const Value& a, const Value& b);
Value Modulo(Execution& execution, Span span, const Value& a, const Value& b);
Value Power(Execution& execution, Span span, const Value& a, const Value& b);
Value Negate(Execution& execution, Span span, const Value& a);

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_ARITHMETIC_H_
