#include "query/diagnostics/diagnostic.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "query/diagnostics/edit_distance.h"

namespace norn::query {

namespace {

struct CodeInfo {
  ErrorCode code;
  ErrorClass error_class;
  const char* type;
  const char* phase;
  const char* detail;
};

constexpr char kCompile[] = "compile time";
constexpr char kRuntime[] = "runtime";
constexpr char kSyntaxError[] = "SyntaxError";
constexpr char kTypeError[] = "TypeError";
constexpr char kArgumentError[] = "ArgumentError";
constexpr char kLimitError[] = "LimitError";

// In the order of ErrorCode.
constexpr CodeInfo kCodes[] = {
    {ErrorCode::kUnexpectedSyntax, ErrorClass::kSyntax, kSyntaxError, kCompile, "UnexpectedSyntax"},
    {ErrorCode::kInvalidNumberLiteral, ErrorClass::kSyntax, kSyntaxError, kCompile,
     "InvalidNumberLiteral"},
    {ErrorCode::kIntegerOverflow, ErrorClass::kSyntax, kSyntaxError, kCompile, "IntegerOverflow"},
    {ErrorCode::kFloatingPointOverflow, ErrorClass::kSyntax, kSyntaxError, kCompile,
     "FloatingPointOverflow"},
    {ErrorCode::kInvalidUnicodeLiteral, ErrorClass::kSyntax, kSyntaxError, kCompile,
     "InvalidUnicodeLiteral"},
    {ErrorCode::kInvalidUnicodeCharacter, ErrorClass::kSyntax, kSyntaxError, kCompile,
     "InvalidUnicodeCharacter"},
    {ErrorCode::kInvalidRelationshipPattern, ErrorClass::kSyntax, kSyntaxError, kCompile,
     "InvalidRelationshipPattern"},
    {ErrorCode::kUndefinedVariable, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "UndefinedVariable"},
    {ErrorCode::kVariableAlreadyBound, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "VariableAlreadyBound"},
    {ErrorCode::kVariableTypeConflict, ErrorClass::kType, kSyntaxError, kCompile,
     "VariableTypeConflict"},
    {ErrorCode::kInvalidArgumentType, ErrorClass::kType, kSyntaxError, kCompile,
     "InvalidArgumentType"},
    {ErrorCode::kInvalidPropertyOwner, ErrorClass::kType, kTypeError, kCompile,
     "InvalidArgumentType"},
    {ErrorCode::kInvalidElementOwner, ErrorClass::kType, kTypeError, kCompile,
     "InvalidArgumentType"},
    {ErrorCode::kInvalidParameterUse, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "InvalidParameterUse"},
    {ErrorCode::kUnknownFunction, ErrorClass::kSemantic, kSyntaxError, kCompile, "UnknownFunction"},
    {ErrorCode::kInvalidNumberOfArguments, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "InvalidNumberOfArguments"},
    {ErrorCode::kInvalidAggregation, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "InvalidAggregation"},
    {ErrorCode::kNestedAggregation, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "NestedAggregation"},
    {ErrorCode::kAmbiguousAggregationExpression, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "AmbiguousAggregationExpression"},
    {ErrorCode::kColumnNameConflict, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "ColumnNameConflict"},
    {ErrorCode::kNoExpressionAlias, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "NoExpressionAlias"},
    {ErrorCode::kNoVariablesInScope, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "NoVariablesInScope"},
    {ErrorCode::kDifferentColumnsInUnion, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "DifferentColumnsInUnion"},
    {ErrorCode::kInvalidClauseComposition, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "InvalidClauseComposition"},
    {ErrorCode::kNonConstantExpression, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "NonConstantExpression"},
    {ErrorCode::kNegativeIntegerArgument, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "NegativeIntegerArgument"},
    {ErrorCode::kRelationshipUniquenessViolation, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "RelationshipUniquenessViolation"},
    {ErrorCode::kNoSingleRelationshipType, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "NoSingleRelationshipType"},
    {ErrorCode::kRequiresDirectedRelationship, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "RequiresDirectedRelationship"},
    {ErrorCode::kCreatingVarLength, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "CreatingVarLength"},
    {ErrorCode::kInvalidDelete, ErrorClass::kSemantic, kSyntaxError, kCompile, "InvalidDelete"},
    {ErrorCode::kProcedureNotFound, ErrorClass::kSemantic, "ProcedureError", kCompile,
     "ProcedureNotFound"},
    {ErrorCode::kInvalidArgumentPassingMode, ErrorClass::kSemantic, kSyntaxError, kCompile,
     "InvalidArgumentPassingMode"},
    {ErrorCode::kReadOnly, ErrorClass::kSemantic, "ReadOnlyError", kCompile, "ReadOnlyGraph"},
    {ErrorCode::kTypeMismatch, ErrorClass::kRuntime, kTypeError, kRuntime, "InvalidArgumentType"},
    {ErrorCode::kInvalidArgumentValue, ErrorClass::kRuntime, kTypeError, kRuntime,
     "InvalidArgumentValue"},
    {ErrorCode::kMapElementAccessByNonString, ErrorClass::kRuntime, kTypeError, kRuntime,
     "MapElementAccessByNonString"},
    {ErrorCode::kArgumentTypeAtRuntime, ErrorClass::kRuntime, kArgumentError, kRuntime,
     "InvalidArgumentType"},
    {ErrorCode::kNumberOutOfRange, ErrorClass::kRuntime, kArgumentError, kRuntime,
     "NumberOutOfRange"},
    {ErrorCode::kNegativePage, ErrorClass::kRuntime, kSyntaxError, kRuntime,
     "NegativeIntegerArgument"},
    {ErrorCode::kPageType, ErrorClass::kRuntime, kSyntaxError, kRuntime, "InvalidArgumentType"},
    {ErrorCode::kArithmetic, ErrorClass::kRuntime, "ArithmeticError", kRuntime, "NumberOutOfRange"},
    {ErrorCode::kMissingParameter, ErrorClass::kRuntime, "ParameterMissing", kRuntime,
     "MissingParameter"},
    {ErrorCode::kDeletedEntityAccess, ErrorClass::kRuntime, "EntityNotFound", kRuntime,
     "DeletedEntityAccess"},
    {ErrorCode::kDeleteConnectedNode, ErrorClass::kRuntime, "ConstraintVerificationFailed",
     kRuntime, "DeleteConnectedNode"},
    {ErrorCode::kMergeReadOwnWrites, ErrorClass::kRuntime, "SemanticError", kRuntime,
     "MergeReadOwnWrites"},
    {ErrorCode::kInvalidPropertyType, ErrorClass::kRuntime, kTypeError, kRuntime,
     "InvalidPropertyType"},
    {ErrorCode::kProcedureFailed, ErrorClass::kRuntime, "ProcedureError", kRuntime,
     "ProcedureFailed"},
    {ErrorCode::kDamagedGraph, ErrorClass::kRuntime, "GraphError", kRuntime, "DamagedGraph"},
    {ErrorCode::kTimeLimit, ErrorClass::kLimit, kLimitError, kRuntime, "TimeLimit"},
    {ErrorCode::kStepLimit, ErrorClass::kLimit, kLimitError, kRuntime, "StepLimit"},
    {ErrorCode::kMemoryLimit, ErrorClass::kLimit, kLimitError, kRuntime, "MemoryLimit"},
    {ErrorCode::kDepthLimit, ErrorClass::kLimit, kLimitError, kCompile, "DepthLimit"},
    {ErrorCode::kSizeLimit, ErrorClass::kLimit, kLimitError, kCompile, "SizeLimit"},
    {ErrorCode::kCancelled, ErrorClass::kLimit, kLimitError, kRuntime, "Cancelled"},
};

constexpr bool InOrder() {
  for (size_t i = 0; i < std::size(kCodes); ++i) {
    if (static_cast<size_t>(kCodes[i].code) != i) return false;
  }
  return true;
}
static_assert(InOrder());
static_assert(std::size(kCodes) == static_cast<size_t>(ErrorCode::kCancelled) + 1);

const CodeInfo& Info(ErrorCode code) { return kCodes[static_cast<size_t>(code)]; }

// A name in a message may be as long as the query.
std::string Clipped(std::string message) {
  constexpr size_t kHead = 300;
  constexpr size_t kTail = 100;
  if (message.size() <= kHead + kTail) return message;
  size_t tail = message.size() - kTail;
  while (tail < message.size() && base::IsContinuation(message[tail])) ++tail;
  return absl::StrCat(base::Utf8Prefix(message, kHead), "…", message.substr(tail));
}

// The part of a line that is shown around a place in it.
struct Excerpt {
  size_t begin;
  size_t end;
};

Excerpt ExcerptOf(absl::string_view line, size_t at) {
  constexpr size_t kBefore = 60;
  constexpr size_t kAfter = 100;
  Excerpt part{at > kBefore ? at - kBefore : 0, std::min(line.size(), at + kAfter)};
  if (line.size() <= kBefore + kAfter) part = {0, line.size()};
  while (part.begin > 0 && base::IsContinuation(line[part.begin])) --part.begin;
  while (part.end < line.size() && base::IsContinuation(line[part.end])) ++part.end;
  return part;
}

}  // namespace

Diagnostic MakeError(ErrorCode code, Span span, std::string message, std::string suggestion) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.span = span;
  diagnostic.message = Clipped(std::move(message));
  diagnostic.suggestion = std::move(suggestion);
  return diagnostic;
}

ErrorClass ClassOf(ErrorCode code) { return Info(code).error_class; }

absl::string_view ClassName(ErrorClass error_class) {
  static constexpr absl::string_view kNames[] = {"syntax", "semantic", "type", "runtime", "limit"};
  return kNames[static_cast<int>(error_class)];
}

absl::string_view TypeOf(ErrorCode code) { return Info(code).type; }
absl::string_view PhaseOf(ErrorCode code) { return Info(code).phase; }
absl::string_view DetailOf(ErrorCode code) { return Info(code).detail; }

void Locate(Diagnostic& diagnostic, absl::string_view text) {
  size_t begin = std::min<size_t>(diagnostic.span.begin, text.size());
  absl::string_view before = text.substr(0, begin);
  size_t line_start = before.rfind('\n');
  line_start = line_start == absl::string_view::npos ? 0 : line_start + 1;
  diagnostic.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  diagnostic.column = 1 + static_cast<int>(base::CountCodePoints(before.substr(line_start)));
}

std::string Render(const Diagnostic& diagnostic, absl::string_view text) {
  Diagnostic located = diagnostic;
  Locate(located, text);
  size_t begin = std::min<size_t>(located.span.begin, text.size());
  size_t line_start = begin == 0 ? absl::string_view::npos : text.rfind('\n', begin - 1);
  line_start = line_start == absl::string_view::npos ? 0 : line_start + 1;
  size_t line_end = std::min(text.find('\n', begin), text.size());
  const absl::string_view line = text.substr(line_start, line_end - line_start);
  const size_t at = begin - line_start;
  const Excerpt part = ExcerptOf(line, at);
  const size_t end =
      std::clamp<size_t>(located.span.end, begin, line_start + part.end) - line_start;
  const bool is_cut_before = part.begin > 0;
  const size_t blanks =
      base::CountCodePoints(line.substr(part.begin, at - part.begin)) + is_cut_before;
  const size_t width = std::max<size_t>(1, base::CountCodePoints(line.substr(at, end - at)));
  std::string out = absl::StrCat(
      DetailOf(located.code), ": ", located.message, " (line ", located.line, ", column ",
      located.column, ")\n  ", is_cut_before ? "…" : "",
      line.substr(part.begin, part.end - part.begin), part.end < line.size() ? "…" : "", "\n  ",
      std::string(blanks, ' '), "^", std::string(width - 1, '~'), "\n");
  if (!located.suggestion.empty()) absl::StrAppend(&out, located.suggestion, "\n");
  return out;
}

absl::Status ToStatus(const Diagnostic& diagnostic) {
  std::string message = absl::StrCat(DetailOf(diagnostic.code), ": ", diagnostic.message);
  if (diagnostic.line > 0) {
    absl::StrAppend(&message, " (line ", diagnostic.line, ", column ", diagnostic.column, ")");
  }
  if (!diagnostic.suggestion.empty()) absl::StrAppend(&message, "; ", diagnostic.suggestion);
  switch (diagnostic.code) {
    case ErrorCode::kTimeLimit:
      return absl::DeadlineExceededError(message);
    case ErrorCode::kStepLimit:
    case ErrorCode::kMemoryLimit:
      return absl::ResourceExhaustedError(message);
    case ErrorCode::kCancelled:
      return absl::CancelledError(message);
    case ErrorCode::kDamagedGraph:
      return absl::DataLossError(message);
    default:
      return absl::InvalidArgumentError(message);
  }
}

std::string DidYouMean(absl::string_view name, const std::vector<std::string>& candidates) {
  if (name.size() > 100) return "";
  std::string lower = absl::AsciiStrToLower(name);
  size_t best = std::max<size_t>(1, name.size() / 3) + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    if (candidate == name) continue;
    const size_t distance = EditDistance(lower, absl::AsciiStrToLower(candidate), best);
    if (distance < best) {
      best = distance;
      found = &candidate;
    }
  }
  return found == nullptr ? "" : absl::StrCat("did you mean `", *found, "`?");
}

}  // namespace norn::query
