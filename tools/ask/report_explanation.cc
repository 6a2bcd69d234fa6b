#include "tools/ask/report_explanation.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "tools/ask/property_text.h"

namespace norn::tools {
namespace {

// The sentence with the words that made the event known in brackets.
std::string Marked(std::string quote, const std::string& words) {
  const size_t at = words.empty() ? std::string::npos : quote.find(words);
  if (at == std::string::npos) return quote;
  quote.insert(at + words.size(), "]");
  quote.insert(at, "[");
  return quote;
}

void Print(const std::vector<ingest::Reason>& reasons, std::ostream& out) {
  for (const ingest::Reason& reason : reasons) {
    out << (reason.speaks_for ? "      for it: " : "      against it: ") << reason.text << "\n";
  }
}

void ExplainWeights(const ReportPlace& report, ArticleReasons& reasons, std::ostream& out) {
  const absl::StatusOr<ReportReasons> why = reasons.Of(report);
  if (absl::IsNotFound(why.status()) && !reasons.WasMadeByAnother()) return;
  if (reasons.WasMadeByAnother()) {
    out << "    the graph was made by another norn or with other lexicons; as it is read now:\n";
  }
  if (!why.ok()) {
    out << "    what weighed is not known: " << why.status().message() << "\n";
    return;
  }
  PrintReasons(report, *why, out);
}

// What the graph keeps of the report `edge`.
void ExplainReport(const graph::View& view, graph::EdgeIndex edge, graph::NodeIndex article,
                   std::ostream& out) {
  const auto text = [&](absl::string_view key) { return EdgeText(view, edge, key); };
  out << "  reported in " << view.NodeId(article) << ", bytes " << text("start") << " to "
      << text("end") << "\n"
      << "    \"" << Marked(text("quote"), text("words")) << "\"\n";
  const std::string original = NodeText(view, article, "copy_of");
  if (!original.empty()) out << "    one text with " << original << ", and counted once\n";
  if (text("caption") == "true") out << "    in the caption of a picture\n";
  if (const std::string speaker = text("attributed_to"); !speaker.empty()) {
    out << "    according to " << speaker << "\n";
  }
  if (text("hedged") == "true") out << "    the article does not vouch for it\n";
  if (const std::string rule = text("rule"); !rule.empty()) out << "    found by " << rule << "\n";
  if (const std::string grounds = text("grounds"); !grounds.empty()) {
    out << "    one event with the others " << grounds << "\n";
  }
}

}  // namespace

void ExplainReports(const graph::View& view, graph::NodeIndex event, ArticleReasons* reasons,
                    std::ostream& out) {
  const std::optional<graph::EdgeTypeId> type = view.FindEdgeType("REPORTED_IN");
  if (!type.has_value()) return;
  const graph::HalfEdges reports = view.Out(event, *type);
  for (size_t i = 0; i < reports.size(); ++i) {
    const graph::EdgeIndex edge = reports.edge(i);
    ExplainReport(view, edge, reports.nodes[i], out);
    ReportPlace place = {NodeText(view, reports.nodes[i], "name"), NodeText(view, event, "type"), 0,
                         EdgeText(view, edge, "words")};
    const bool has_start = absl::SimpleAtoi(EdgeText(view, edge, "start"), &place.start);
    if (reasons != nullptr && has_start) ExplainWeights(place, *reasons, out);
  }
}

void PrintReasons(const ReportPlace& report, const ReportReasons& reasons, std::ostream& out) {
  if (reasons.whole.empty()) {
    out << "    evoked by \"" << report.words << "\": " << report.type << ", by rules alone\n";
    return;
  }
  out << "    evoked by \"" << report.words << "\": " << report.type << ", "
      << absl::StrFormat("%.2f", reasons.evocation.sure) << " sure\n";
  Print(reasons.evocation.reasons, out);
  out << "    right in kind, status, day and all who matter: "
      << absl::StrFormat("%.2f", reasons.confidence) << " sure\n";
  Print(reasons.whole, out);
}

}  // namespace norn::tools
