#include "tools/console/log_lines.h"

#include <sstream>

#include "absl/time/civil_time.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

std::string Logged(LogFormat format, const std::string& text) {
  std::ostringstream out;
  {
    LogLines lines(out, format, [] {
      return absl::FromCivil(absl::CivilSecond(2025, 7, 4, 10, 0, 5), absl::UTCTimeZone());
    });
    lines.stream() << text.substr(0, 3) << text.substr(3) << std::flush;
  }
  return out.str();
}

TEST(LogLinesTest, EachLineHasTimeAndLevel) {
  const std::string text = "graph: 3 articles\nnorn: \"a.svg\" was not written\nthe rest";
  EXPECT_EQ(Logged(LogFormat::kPlain, text),
            "2025-07-04T10:00:05Z info graph: 3 articles\n"
            "2025-07-04T10:00:05Z error \"a.svg\" was not written\n"
            "2025-07-04T10:00:05Z info the rest\n");
  EXPECT_EQ(
      Logged(LogFormat::kJson, text),
      "{\"time\":\"2025-07-04T10:00:05Z\",\"level\":\"info\",\"message\":\"graph: 3 articles\"}\n"
      "{\"time\":\"2025-07-04T10:00:05Z\",\"level\":\"error\",\"message\":\"\\\"a.svg\\\" was not "
      "written\"}\n"
      "{\"time\":\"2025-07-04T10:00:05Z\",\"level\":\"info\",\"message\":\"the rest\"}\n");
  EXPECT_EQ(Logged(LogFormat::kBare, text), text + "\n");
}

TEST(LogLinesTest, BytesThatAreNoTextDoNotBreakJson) {
  EXPECT_EQ(Logged(LogFormat::kJson, "odd \xff name\n"),
            "{\"time\":\"2025-07-04T10:00:05Z\",\"level\":\"info\",\"message\":\"odd \xef\xbf\xbd "
            "name\"}\n");
}

}  // namespace
}  // namespace norn::tools
