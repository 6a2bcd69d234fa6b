// The operators + - * / % ^ on values. Each fails the execution, with the place given, where the
// language has no meaning for the operands; null in gives null out.
#ifndef NORN_QUERY_ARITHMETIC_H_
#define NORN_QUERY_ARITHMETIC_H_

#include "query/ast.h"
#include "query/execution.h"
#include "query/value.h"

namespace norn::query {

Value Add(Execution& execution, Span span, const Value& a, const Value& b);
Value Subtract(Execution& execution, Span span, const Value& a, const Value& b);
Value Multiply(Execution& execution, Span span, const Value& a, const Value& b);
Value Divide(Execution& execution, Span span, const Value& a, const Value& b);
Value Modulo(Execution& execution, Span span, const Value& a, const Value& b);
Value Power(Execution& execution, Span span, const Value& a, const Value& b);
Value Negate(Execution& execution, Span span, const Value& a);

// A text for a value that + and toString() accept: numbers, booleans, texts, temporal values.
std::string TextOf(const Value& value);
// 1.0, 1.5, 1e21, NaN: the shortest text that reads back as the same float.
std::string FloatText(double value);

}  // namespace norn::query

#endif  // NORN_QUERY_ARITHMETIC_H_
