#include "tools/rebuild/run_status.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "nlohmann/json.hpp"
#include "tools/console/output_file.h"

namespace norn::tools {
namespace {

std::string Text(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

absl::Status Write(const std::string& path, const std::string& text) {
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(path));
  file.stream() << text;
  return file.Commit();
}

// The text format of Prometheus: one gauge with the graph as its label.
class MetricsWriter {
 public:
  explicit MetricsWriter(const std::string& graph)
      : label_(absl::StrReplaceAll(graph, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}})) {}

  void Add(absl::string_view name, absl::string_view help, const std::string& value) {
    absl::StrAppend(&text_, "# HELP norn_", name, " ", help, "\n# TYPE norn_", name,
                    " gauge\nnorn_", name, "{graph=\"", label_, "\"} ", value, "\n");
  }
  const std::string& text() const { return text_; }

 private:
  std::string label_;
  std::string text_;
};

}  // namespace

std::string StatusJson(const RunStatus& status) {
  nlohmann::ordered_json json;
  json["graph"] = status.graph;
  json["started"] = Text(status.started);
  json["ended"] = Text(status.ended);
  json["exit_code"] = status.exit_code;
  json["published"] = status.published;
  json["generation"] = status.generation;
  json["articles"] = status.articles;
  json["nodes"] = status.nodes;
  json["edges"] = status.edges;
  json["passed_over"] = status.passed_over;
  json["left_out"] = status.left_out;
  json["exports_failed"] = status.exports_failed;
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string Metrics(const RunStatus& status) {
  MetricsWriter writer(status.graph);
  const auto count = [](uint64_t number) { return absl::StrCat(number); };
  writer.Add("rebuild_ended_timestamp_seconds", "When the last run ended.",
             absl::StrCat(absl::ToUnixSeconds(status.ended)));
  writer.Add("rebuild_duration_seconds", "How long the last run took.",
             absl::StrCat(absl::ToDoubleSeconds(status.ended - status.started)));
  writer.Add("rebuild_exit_code", "What the last run ended with; 0: all went well.",
             absl::StrCat(status.exit_code));
  writer.Add("rebuild_published", "Whether the last run made a generation.",
             count(status.published ? 1 : 0));
  writer.Add("rebuild_passed_over", "Files and records that could not be read.",
             count(status.passed_over));
  writer.Add("rebuild_left_out", "Records and claims that the graph cannot hold.",
             count(status.left_out));
  writer.Add("rebuild_exports_failed", "Exports that were not written.",
             count(status.exports_failed));
  // A run that failed early knows nothing of the graph; old figures are better than wrong ones, and
  // none are better than old ones.
  if (status.generation > 0) {
    writer.Add("graph_generation", "The generation that is read.", count(status.generation));
    writer.Add("graph_articles", "Articles in the graph.", count(status.articles));
    writer.Add("graph_nodes", "Nodes in the graph.", count(status.nodes));
    writer.Add("graph_edges", "Edges in the graph.", count(status.edges));
  }
  return writer.text();
}

absl::Status WriteStatusFile(const std::string& path, const RunStatus& status) {
  return Write(path, StatusJson(status));
}

absl::Status WriteMetricsFile(const std::string& path, const RunStatus& status) {
  return Write(path, Metrics(status));
}

}  // namespace norn::tools
