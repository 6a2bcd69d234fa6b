#include "query/runtime/arithmetic.h"

#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "query/values/temporal.h"
#include "query/values/value_text.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

Value WrongTypes(Execution& execution, Span span, const char* op, const Value& a, const Value& b) {
  return execution.Fail(
      ErrorCode::kTypeMismatch, span,
      absl::StrCat(KindName(a.kind()), " ", op, " ", KindName(b.kind()), " has no meaning"));
}

Value Overflow(Execution& execution, Span span) {
  return execution.Fail(ErrorCode::kArithmetic, span, "the result does not fit into 64 bits",
                        "write one operand as a float, such as 1.0");
}

bool IsText(const Value& v) { return v.is(Kind::kString); }

bool JoinsText(const Value& v) {
  return v.is(Kind::kString) || v.is_number() || v.is(Kind::kBool) || v.is_temporal();
}

Value AddLists(Execution& execution, const Value& a, const Value& b) {
  Value::Items items;
  size_t size =
      (a.is(Kind::kList) ? a.list().size() : 1) + (b.is(Kind::kList) ? b.list().size() : 1);
  if (!execution.MayAllocate(static_cast<int64_t>(size * sizeof(Value)))) return Value();
  items.reserve(size);
  for (const Value* side : {&a, &b}) {
    if (side->is(Kind::kList)) {
      items.insert(items.end(), side->list().begin(), side->list().end());
    } else {
      items.push_back(*side);
    }
  }
  return Value::List(std::move(items));
}

Value AddTexts(Execution& execution, const Value& a, const Value& b) {
  if (!execution.MayAllocate(a.written_bytes() + b.written_bytes())) return Value();
  std::string joined;
  for (const Value* side : {&a, &b}) {
    if (IsText(*side)) {
      absl::StrAppend(&joined, side->text());
    } else {
      absl::StrAppend(&joined, TextOf(*side));
    }
  }
  return Value::String(std::move(joined));
}

// instant ± duration, duration ± duration.
Value AddTemporal(Execution& execution, Span span, const Value& a, const Value& b, int sign) {
  auto out_of_range = [&] {
    return execution.Fail(ErrorCode::kArithmetic, span, "the result is outside of the calendar");
  };
  if (a.is(Kind::kDuration) && b.is(Kind::kDuration)) {
    auto sum = AddDurations(a.duration(), b.duration(), sign);
    return sum.has_value() ? Value::Of(*sum) : out_of_range();
  }
  Value moved;
  return AddDuration(a, b.duration(), sign, &moved) ? moved : out_of_range();
}

}  // namespace

Value Add(Execution& execution, Span span, const Value& a, const Value& b) {
  if (a.is(Kind::kInteger) && b.is(Kind::kInteger)) {
    int64_t sum = 0;
    if (__builtin_add_overflow(a.integer(), b.integer(), &sum)) return Overflow(execution, span);
    return Value::Int(sum);
  }
  if (a.is_null() || b.is_null()) return Value();
  if (a.is_number() && b.is_number()) return Value::Float(a.number() + b.number());
  if (a.is(Kind::kList) || b.is(Kind::kList)) return AddLists(execution, a, b);
  if ((IsText(a) && JoinsText(b)) || (IsText(b) && JoinsText(a))) return AddTexts(execution, a, b);
  if (a.is_temporal() && b.is(Kind::kDuration)) return AddTemporal(execution, span, a, b, 1);
  if (a.is(Kind::kDuration) && b.is_temporal()) return AddTemporal(execution, span, b, a, 1);
  return WrongTypes(execution, span, "+", a, b);
}

Value Subtract(Execution& execution, Span span, const Value& a, const Value& b) {
  if (a.is(Kind::kInteger) && b.is(Kind::kInteger)) {
    int64_t difference = 0;
    if (__builtin_sub_overflow(a.integer(), b.integer(), &difference)) {
      return Overflow(execution, span);
    }
    return Value::Int(difference);
  }
  if (a.is_null() || b.is_null()) return Value();
  if (a.is_number() && b.is_number()) return Value::Float(a.number() - b.number());
  if (a.is_temporal() && b.is(Kind::kDuration)) return AddTemporal(execution, span, a, b, -1);
  return WrongTypes(execution, span, "-", a, b);
}

Value Multiply(Execution& execution, Span span, const Value& a, const Value& b) {
  if (a.is(Kind::kInteger) && b.is(Kind::kInteger)) {
    int64_t product = 0;
    if (__builtin_mul_overflow(a.integer(), b.integer(), &product)) {
      return Overflow(execution, span);
    }
    return Value::Int(product);
  }
  if (a.is_null() || b.is_null()) return Value();
  if (a.is_number() && b.is_number()) return Value::Float(a.number() * b.number());
  if (a.is_number() && b.is(Kind::kDuration)) return Multiply(execution, span, b, a);
  if (a.is(Kind::kDuration) && b.is_number()) {
    auto scaled = ScaleDuration(a.duration(), b.number());
    return scaled.has_value() ? Value::Of(*scaled) : Overflow(execution, span);
  }
  return WrongTypes(execution, span, "*", a, b);
}

Value Divide(Execution& execution, Span span, const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  if (a.is(Kind::kInteger) && b.is(Kind::kInteger)) {
    if (b.integer() == 0) {
      return execution.Fail(ErrorCode::kArithmetic, span, "division by zero");
    }
    if (a.integer() == INT64_MIN && b.integer() == -1) return Overflow(execution, span);
    return Value::Int(a.integer() / b.integer());
  }
  if (a.is_number() && b.is_number()) return Value::Float(a.number() / b.number());
  if (a.is(Kind::kDuration) && b.is_number()) {
    auto scaled = ScaleDuration(a.duration(), 1 / b.number());
    return scaled.has_value() ? Value::Of(*scaled) : Overflow(execution, span);
  }
  return WrongTypes(execution, span, "/", a, b);
}

Value Modulo(Execution& execution, Span span, const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  if (a.is(Kind::kInteger) && b.is(Kind::kInteger)) {
    if (b.integer() == 0) {
      return execution.Fail(ErrorCode::kArithmetic, span, "division by zero");
    }
    // INT64_MIN % -1 traps.
    return Value::Int(b.integer() == -1 ? 0 : a.integer() % b.integer());
  }
  if (a.is_number() && b.is_number()) return Value::Float(std::fmod(a.number(), b.number()));
  return WrongTypes(execution, span, "%", a, b);
}

Value Power(Execution& execution, Span span, const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  if (a.is_number() && b.is_number()) return Value::Float(std::pow(a.number(), b.number()));
  return WrongTypes(execution, span, "^", a, b);
}

Value Negate(Execution& execution, Span span, const Value& a) {
  if (a.is(Kind::kInteger)) {
    return a.integer() == INT64_MIN ? Overflow(execution, span) : Value::Int(-a.integer());
  }
  if (a.is(Kind::kFloat)) return Value::Float(-a.real());
  if (a.is(Kind::kDuration)) return Multiply(execution, span, a, Value::Int(-1));
  if (a.is_null()) return Value();
  return execution.Fail(ErrorCode::kTypeMismatch, span,
                        absl::StrCat("-", KindName(a.kind()), " has no meaning"));
}

}  // namespace norn::query
