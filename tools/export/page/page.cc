#include "tools/export/page/page.h"

#include <map>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/digest.h"
#include "base/status_macros.h"
#include "tools/export/choice/most_reported.h"
#include "tools/export/page/assets.h"
#include "tools/export/page/page_data.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/escape.h"

namespace norn::tools {
namespace {

// As a content-security policy names a script or a style.
std::string HashSource(absl::string_view text) {
  return absl::StrCat("'sha256-", absl::Base64Escape(absl::HexStringToBytes(base::Sha256Hex(text))),
                      "'");
}

// Nothing is loaded, nothing is sent, and no script runs but these two.
std::string Policy() {
  return absl::StrCat("default-src 'none'; script-src ", HashSource(CytoscapeScript()), " ",
                      HashSource(PageScript()), "; style-src ", HashSource(PageStyle()),
                      "; base-uri 'none'; form-action 'none'");
}

// What stands between @ signs in the template, each once looked up: what is put in is not looked
// at.
std::string FilledTemplate(const std::map<absl::string_view, absl::string_view>& parts) {
  std::string out;
  absl::string_view rest = PageTemplate();
  while (true) {
    const size_t begin = rest.find('@');
    const size_t end = begin == absl::string_view::npos ? begin : rest.find('@', begin + 1);
    if (end == absl::string_view::npos) return absl::StrCat(out, rest);
    absl::StrAppend(&out, rest.substr(0, begin), parts.at(rest.substr(begin + 1, end - begin - 1)));
    rest.remove_prefix(end + 1);
  }
}

absl::StatusOr<std::string> PageOf(const graph::GraphRows& rows, const FormatOptions& options) {
  PageOptions wanted = {.title = options.title};
  const graph::PropertyGraph* const graph = rows.in_memory();
  if (graph != nullptr) return WritePage(*graph, wanted);
  const MostReported part = TakeMostReported(rows, {.events = wanted.max_events});
  wanted.of = part.all;
  return WritePage(part.graph, wanted);
}

const RegisterExportFormat kHtml({.name = "html",
                                  .ending = ".html",
                                  .with_evidence = true,
                                  .write = [](const graph::GraphRows& rows,
                                              const FormatOptions& options, std::ostream& out,
                                              std::ostream&) -> absl::Status {
                                    NORN_ASSIGN_OR_RETURN(const std::string page,
                                                          PageOf(rows, options));
                                    out << page;
                                    return absl::OkStatus();
                                  }});

}  // namespace

absl::StatusOr<std::string> WritePage(const graph::PropertyGraph& graph,
                                      const PageOptions& options) {
  NORN_ASSIGN_OR_RETURN(const PageData data, MakePageData(graph, options.max_events, options.of));
  const std::string title =
      XmlEscape(options.title.empty() ? "What the articles say" : options.title);
  const std::string subtitle = XmlEscape(data.subtitle);
  const std::string policy = Policy();
  return FilledTemplate({{"POLICY", policy},
                         {"TITLE", title},
                         {"SUBTITLE", subtitle},
                         {"STYLE", PageStyle()},
                         {"DATA", data.json},
                         {"CYTOSCAPE", CytoscapeScript()},
                         {"SCRIPT", PageScript()}});
}

}  // namespace norn::tools
