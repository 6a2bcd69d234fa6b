#include "query/diagnostics/diagnostic.h"

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(Diagnostic, ShowsThePlaceWithACaret) {
  const char* text = "MATCH (å)\nRETURN b, c";
  Diagnostic error =
      MakeError(ErrorCode::kUndefinedVariable, {18, 19}, "`b` is not defined", "did you mean `å`?");
  EXPECT_EQ(Render(error, text),
            "UndefinedVariable: `b` is not defined (line 2, column 8)\n"
            "  RETURN b, c\n"
            "         ^\n"
            "did you mean `å`?\n");
}

TEST(Diagnostic, ASpanBeyondTheTextIsHarmless) {
  Diagnostic error = MakeError(ErrorCode::kUnexpectedSyntax, {100, 200}, "odd");
  EXPECT_EQ(Render(error, "abc"), "UnexpectedSyntax: odd (line 1, column 4)\n  abc\n     ^\n");
}

TEST(Diagnostic, StatusesTellLimitsFromMistakes) {
  EXPECT_EQ(ToStatus(MakeError(ErrorCode::kUnknownFunction, {}, "x")).code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ToStatus(MakeError(ErrorCode::kTimeLimit, {}, "x")).code(),
            absl::StatusCode::kDeadlineExceeded);
  EXPECT_EQ(ToStatus(MakeError(ErrorCode::kMemoryLimit, {}, "x")).code(),
            absl::StatusCode::kResourceExhausted);
}

TEST(Diagnostic, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(DidYouMean("persn", {"place", "person"}), "did you mean `person`?");
  EXPECT_EQ(DidYouMean("NAME", {"name"}), "did you mean `name`?");
  EXPECT_EQ(DidYouMean("weapon", {"place", "person"}), "");
}

}  // namespace
}  // namespace norn::query
