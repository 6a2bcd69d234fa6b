#include "query/diagnostics/diagnostic.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
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

TEST(Diagnostic, ALongLineIsClippedAroundThePlace) {
  const std::string text = std::string(500, 'a') + " ø here " + std::string(500, 'b');
  const std::string shown = Render(MakeError(ErrorCode::kUnexpectedSyntax, {504, 508}, "no"), text);
  std::vector<std::string> lines = absl::StrSplit(shown, '\n');
  ASSERT_GE(lines.size(), 3);
  EXPECT_TRUE(absl::StrContains(lines[0], "(line 1, column 504)")) << lines[0];
  EXPECT_LT(lines[1].size(), 180);
  // The caret stands under the word: one column for each code point before it.
  const size_t word = lines[1].find("here");
  const std::string before = lines[1].substr(0, word);
  const size_t columns = static_cast<size_t>(
      std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  EXPECT_EQ(lines[2].find('^'), columns) << shown;
  EXPECT_EQ(lines[2].substr(columns), "^~~~");
}

}  // namespace
}  // namespace norn::query
