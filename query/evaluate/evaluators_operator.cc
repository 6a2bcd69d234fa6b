// Logic, comparison, arithmetic and predicates on texts.
#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/evaluate/evaluators.h"
#include "query/runtime/arithmetic.h"
#include "query/runtime/truth.h"
#include "query/values/value_order.h"
#include "unicode/regex.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

EvaluatorPtr EvalAndOr(bool is_and, EvaluatorPtr a, EvaluatorPtr b, Span span) {
  Truth decides = is_and ? Truth::kFalse : Truth::kTrue;
  return MakeEvaluator([decides, a = std::move(a), b = std::move(b), span](Execution& execution) {
    Truth left = TruthOf(execution, span, a->Eval(execution));
    if (left == decides) return ToValue(left);
    Truth right = TruthOf(execution, span, b->Eval(execution));
    if (right == decides || left != Truth::kUnknown) return ToValue(right);
    return Value();
  });
}

Value Xor(Execution& execution, Span span, const Value& a, const Value& b) {
  Truth left = TruthOf(execution, span, a);
  Truth right = TruthOf(execution, span, b);
  if (left == Truth::kUnknown || right == Truth::kUnknown) return Value();
  return Value::Bool(left != right);
}

Value In(Execution& execution, Span span, const Value& item, const Value& list) {
  if (list.is_null()) return Value();
  if (!list.is(Kind::kList)) {
    return execution.Fail(ErrorCode::kTypeMismatch, span,
                          absl::StrCat("IN needs a LIST, not ", KindName(list.kind())));
  }
  if (!execution.MayWalk(list)) return Value();
  Truth found = Truth::kFalse;
  for (const Value& candidate : list.list()) {
    Truth equal = Equals(item, candidate);
    if (equal == Truth::kTrue) return Value::Bool(true);
    if (equal == Truth::kUnknown) found = equal;
  }
  return ToValue(found);
}

Value Concat(Execution& execution, Span span, const Value& a, const Value& b) {
  return Add(execution, span, a, b);
}

// The whole text must match. ICU's own limit on backtracking stands.
Value Matches(Execution& execution, Span span, const Value& text, const Value& pattern) {
  if (!text.is(Kind::kString) || !pattern.is(Kind::kString)) return Value();
  auto unicode = [](absl::string_view s) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<int32_t>(s.size())));
  };
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString input = unicode(text.text());
  icu::RegexMatcher matcher(unicode(pattern.text()), input, 0, status);
  if (U_FAILURE(status)) {
    return execution.Fail(ErrorCode::kInvalidArgumentValue, span,
                          absl::StrCat("`", pattern.text(), "` is no regular expression"));
  }
  constexpr int32_t kMostWork = 2000;  // in ICU's unit, about a millisecond each
  matcher.setTimeLimit(kMostWork, status);
  UBool matched = matcher.matches(status);
  constexpr uint64_t kStepsOfAMatch = 64;
  execution.Step(kStepsOfAMatch + text.text().size());
  if (U_FAILURE(status)) {
    return execution.Fail(ErrorCode::kInvalidArgumentValue, span,
                          "the regular expression takes too long on this text");
  }
  return Value::Bool(matched);
}

using TextPredicate = bool (*)(absl::string_view, absl::string_view);

bool StartsWith(absl::string_view a, absl::string_view b) { return absl::StartsWith(a, b); }
bool EndsWith(absl::string_view a, absl::string_view b) { return absl::EndsWith(a, b); }
bool Contains(absl::string_view a, absl::string_view b) { return absl::StrContains(a, b); }

template <TextPredicate predicate>
Value OnTexts(Execution& execution, Span, const Value& a, const Value& b) {
  constexpr size_t kBytesPerStep = 256;
  if (!a.is(Kind::kString) || !b.is(Kind::kString)) return Value();
  if (!execution.Step(a.text().size() / kBytesPerStep)) return Value();
  return Value::Bool(predicate(a.text(), b.text()));
}

Value Equal(Execution&, Span, const Value& a, const Value& b) { return ToValue(Equals(a, b)); }
Value NotEqual(Execution&, Span, const Value& a, const Value& b) {
  return ToValue(Not(Equals(a, b)));
}
Value IsLess(Execution&, Span, const Value& a, const Value& b) { return ToValue(Less(a, b)); }
Value IsLessOrEqual(Execution&, Span, const Value& a, const Value& b) {
  return ToValue(LessOrEqual(a, b));
}
Value IsGreater(Execution&, Span, const Value& a, const Value& b) { return ToValue(Less(b, a)); }
Value IsGreaterOrEqual(Execution&, Span, const Value& a, const Value& b) {
  return ToValue(LessOrEqual(b, a));
}

using BinaryBody = Value (*)(Execution&, Span, const Value&, const Value&);

template <BinaryBody body>
EvaluatorPtr Binary(EvaluatorPtr a, EvaluatorPtr b, Span span) {
  return MakeEvaluator([a = std::move(a), b = std::move(b), span](Execution& execution) {
    Value left = a->Eval(execution);
    Value right = b->Eval(execution);
    return execution.failed() ? Value() : body(execution, span, left, right);
  });
}

// Of two values that are gone through as a whole.
template <BinaryBody body>
Value Compared(Execution& execution, Span span, const Value& a, const Value& b) {
  if (!execution.MayWalk(a) || !execution.MayWalk(b)) return Value();
  return body(execution, span, a, b);
}

}  // namespace

EvaluatorPtr EvalUnary(ExprKind kind, EvaluatorPtr a, Span span) {
  switch (kind) {
    case ExprKind::kNot:
      return MakeEvaluator([a = std::move(a), span](Execution& execution) {
        return ToValue(Not(TruthOf(execution, span, a->Eval(execution))));
      });
    case ExprKind::kNegate:
      return MakeEvaluator([a = std::move(a), span](Execution& execution) {
        return Negate(execution, span, a->Eval(execution));
      });
    case ExprKind::kIsNull:
      return MakeEvaluator([a = std::move(a)](Execution& execution) {
        return Value::Bool(a->Eval(execution).is_null());
      });
    case ExprKind::kIsNotNull:
      return MakeEvaluator([a = std::move(a)](Execution& execution) {
        return Value::Bool(!a->Eval(execution).is_null());
      });
    default:
      return a;  // a plus sign changes nothing
  }
}

EvaluatorPtr EvalBinary(ExprKind kind, EvaluatorPtr a, EvaluatorPtr b, Span span) {
  using Factory = EvaluatorPtr (*)(EvaluatorPtr, EvaluatorPtr, Span);
  static constexpr std::pair<ExprKind, Factory> kFactories[] = {
      {ExprKind::kXor, Binary<Xor>},
      {ExprKind::kAdd, Binary<Add>},
      {ExprKind::kSubtract, Binary<Subtract>},
      {ExprKind::kMultiply, Binary<Multiply>},
      {ExprKind::kDivide, Binary<Divide>},
      {ExprKind::kModulo, Binary<Modulo>},
      {ExprKind::kPower, Binary<Power>},
      {ExprKind::kConcat, Binary<Concat>},
      {ExprKind::kEqual, Binary<Compared<Equal>>},
      {ExprKind::kNotEqual, Binary<Compared<NotEqual>>},
      {ExprKind::kLess, Binary<Compared<IsLess>>},
      {ExprKind::kLessOrEqual, Binary<Compared<IsLessOrEqual>>},
      {ExprKind::kGreater, Binary<Compared<IsGreater>>},
      {ExprKind::kGreaterOrEqual, Binary<Compared<IsGreaterOrEqual>>},
      {ExprKind::kIn, Binary<In>},
      {ExprKind::kStartsWith, Binary<OnTexts<StartsWith>>},
      {ExprKind::kEndsWith, Binary<OnTexts<EndsWith>>},
      {ExprKind::kContains, Binary<OnTexts<Contains>>},
      {ExprKind::kMatches, Binary<Matches>},
  };
  if (kind == ExprKind::kAnd || kind == ExprKind::kOr) {
    return EvalAndOr(kind == ExprKind::kAnd, std::move(a), std::move(b), span);
  }
  auto found = std::find_if(std::begin(kFactories), std::end(kFactories),
                            [kind](const auto& entry) { return entry.first == kind; });
  return found->second(std::move(a), std::move(b), span);
}

}  // namespace norn::query
