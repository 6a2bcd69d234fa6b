// The reports of an event: the articles, their sentences, the rules that read them, and what
// weighed most with the scorers.
//
//   ExplainReports(view, event, &reasons, streams.out);
#ifndef NORN_TOOLS_ASK_REPORT_EXPLANATION_H_
#define NORN_TOOLS_ASK_REPORT_EXPLANATION_H_

#include <ostream>

#include "graph/view/view.h"
#include "tools/ask/article_reasons.h"

namespace norn::tools {

// Nothing for a node that no article reports. `reasons`: null if the graph is not stored.
void ExplainReports(const graph::View& view, graph::NodeIndex event, ArticleReasons* reasons,
                    std::ostream& out);

// What weighed most with the scorers of words and of whole events.
void PrintReasons(const ReportPlace& report, const ReportReasons& reasons, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_REPORT_EXPLANATION_H_
