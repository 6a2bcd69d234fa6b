// What is wrong with a query, where, and how to mend it: an error as a value.
//
//   Diagnostic error = MakeError(ErrorCode::kUndefinedVariable, {6, 9}, "`frm` is not defined");
//   error.suggestion = "did you mean `from`?";
//   std::cerr << Render(error, text);
//
//   UndefinedVariable: `frm` is not defined (line 1, column 7)
//     MATCH frm RETURN from
//           ^~~
//   did you mean `from`?
#ifndef NORN_QUERY_DIAGNOSTICS_DIAGNOSTIC_H_
#define NORN_QUERY_DIAGNOSTICS_DIAGNOSTIC_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace norn::query {

// Bytes [begin, end) of the query's text.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const Span&) const { return true; }  // trees compare by meaning, not by place
};

enum class ErrorClass : uint8_t { kSyntax, kSemantic, kType, kRuntime, kLimit };

// Each stands for one (type, phase, detail) of the conformance suite, or one of our limits.
enum class ErrorCode : uint8_t {
  // Found before anything runs.
  kUnexpectedSyntax,
  kInvalidNumberLiteral,
  kIntegerOverflow,
  kFloatingPointOverflow,
  kInvalidUnicodeLiteral,
  kInvalidUnicodeCharacter,
  kInvalidRelationshipPattern,
  kUndefinedVariable,
  kVariableAlreadyBound,
  kVariableTypeConflict,
  kInvalidArgumentType,
  kInvalidPropertyOwner,
  kInvalidElementOwner,
  kInvalidParameterUse,
  kUnknownFunction,
  kInvalidNumberOfArguments,
  kInvalidAggregation,
  kNestedAggregation,
  kAmbiguousAggregationExpression,
  kColumnNameConflict,
  kNoExpressionAlias,
  kNoVariablesInScope,
  kDifferentColumnsInUnion,
  kInvalidClauseComposition,
  kNonConstantExpression,
  kNegativeIntegerArgument,
  kRelationshipUniquenessViolation,
  kNoSingleRelationshipType,
  kRequiresDirectedRelationship,
  kCreatingVarLength,
  kInvalidDelete,
  kProcedureNotFound,
  kInvalidArgumentPassingMode,
  kReadOnly,
  // Found while it runs.
  kTypeMismatch,
  kInvalidArgumentValue,
  kMapElementAccessByNonString,
  kArgumentTypeAtRuntime,
  kNumberOutOfRange,
  kNegativePage,
  kPageType,
  kArithmetic,
  kMissingParameter,
  kDeletedEntityAccess,
  kDeleteConnectedNode,
  kMergeReadOwnWrites,
  kInvalidPropertyType,
  kProcedureFailed,
  kDamagedGraph,
  // Limits.
  kTimeLimit,
  kStepLimit,
  kMemoryLimit,
  kDepthLimit,
  kSizeLimit,
  kCancelled,
};

struct Diagnostic {
  ErrorCode code = ErrorCode::kUnexpectedSyntax;
  std::string message;     // without place and suggestion
  std::string suggestion;  // "did you mean …?", or empty
  Span span;
  int line = 0;    // from 1; 0: no place (see Locate)
  int column = 0;  // from 1, in code points
};

Diagnostic MakeError(ErrorCode code, Span span, std::string message, std::string suggestion = "");

// The code's names. Phase is "compile time" or "runtime".
ErrorClass ClassOf(ErrorCode code);
absl::string_view ClassName(ErrorClass error_class);
absl::string_view TypeOf(ErrorCode code);
absl::string_view PhaseOf(ErrorCode code);
absl::string_view DetailOf(ErrorCode code);

// Fills line and column from the span.
void Locate(Diagnostic& diagnostic, absl::string_view text);

// Several lines for people: message, place, the line of the text with a caret, suggestion.
std::string Render(const Diagnostic& diagnostic, absl::string_view text);

// One line; kInvalidArgument, or kResourceExhausted, kDeadlineExceeded, kCancelled for limits.
absl::Status ToStatus(const Diagnostic& diagnostic);

// The candidate that is nearest to `name`, as "did you mean `…`?"; empty if none is near.
std::string DidYouMean(absl::string_view name, const std::vector<std::string>& candidates);

// A T, or why there is none.
template <typename T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : state_(std::move(value)) {}           // NOLINT: meant to be implicit
  Outcome(Diagnostic error) : state_(std::move(error)) {}  // NOLINT
  bool ok() const { return state_.index() == 0; }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  T& operator*() { return value(); }
  T* operator->() { return &value(); }
  const Diagnostic& error() const { return std::get<1>(state_); }
  absl::Status status() const { return ok() ? absl::OkStatus() : ToStatus(error()); }

 private:
  std::variant<T, Diagnostic> state_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_DIAGNOSTICS_DIAGNOSTIC_H_
