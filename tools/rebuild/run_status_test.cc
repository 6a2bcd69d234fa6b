#include "tools/rebuild/run_status.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

RunStatus Example() {
  RunStatus status;
  status.graph = "/srv/\"news\"";
  status.started = absl::FromUnixSeconds(1751623200);
  status.ended = absl::FromUnixMillis(1751623202500);
  status.exit_code = 65;
  status.published = true;
  status.generation = 12;
  status.articles = 3;
  status.passed_over = 1;
  return status;
}

TEST(RunStatusTest, AsJson) {
  const std::string json = StatusJson(Example());
  for (const char* part :
       {"\"graph\": \"/srv/\\\"news\\\"\"", "\"started\": \"2025-07-04T10:00:00Z\"",
        "\"exit_code\": 65", "\"published\": true", "\"generation\": 12"}) {
    EXPECT_THAT(json, HasSubstr(part));
  }
}

TEST(RunStatusTest, AsMetrics) {
  const std::string metrics = Metrics(Example());
  for (const char* part :
       {"# TYPE norn_rebuild_exit_code gauge\nnorn_rebuild_exit_code{graph=\"/srv/\\\"news\\\"\"} "
        "65\n",
        "norn_rebuild_ended_timestamp_seconds{graph=\"/srv/\\\"news\\\"\"} 1751623202\n",
        "norn_rebuild_duration_seconds{graph=\"/srv/\\\"news\\\"\"} 2.5\n",
        "norn_graph_generation{graph=\"/srv/\\\"news\\\"\"} 12\n"}) {
    EXPECT_THAT(metrics, HasSubstr(part));
  }
}

TEST(RunStatusTest, ARunThatFailedEarlySaysNothingOfTheGraph) {
  RunStatus status = Example();
  status.generation = 0;
  EXPECT_THAT(Metrics(status), Not(HasSubstr("norn_graph_")));
}

TEST(RunStatusTest, FilesAppearWhole) {
  const std::string path = testing::TempDir() + "/run_status_test.json";
  ASSERT_TRUE(WriteStatusFile(path, Example()).ok());
  std::ifstream in(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), StatusJson(Example()));
  std::filesystem::remove(path);
  EXPECT_EQ(WriteMetricsFile(testing::TempDir() + "/none/x.prom", Example()).code(),
            absl::StatusCode::kPermissionDenied);
}

}  // namespace
}  // namespace norn::tools
