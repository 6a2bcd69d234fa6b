#include "tools/ask/article_reasons.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"

namespace norn::tools {

ArticleReasons::ArticleReasons(std::string graph, std::optional<uint64_t> generation,
                               std::vector<std::string> lexicons)
    : graph_(std::move(graph)), generation_(generation), lexicons_(std::move(lexicons)) {}
ArticleReasons::~ArticleReasons() = default;

absl::Status ArticleReasons::ReadLexicons() {
  if (tools_.has_value()) return absl::OkStatus();
  NORN_ASSIGN_OR_RETURN(tools_, ingest::ReadingTools::With(lexicons_));
  return absl::OkStatus();
}

absl::Status ArticleReasons::Open() {
  if (store_.has_value()) return absl::OkStatus();
  NORN_ASSIGN_OR_RETURN(const graph::GraphDirectory directory, graph::GraphDirectory::Open(graph_));
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.ReadManifest(generation_));
  if (manifest.extractor_version().empty()) {
    return absl::NotFoundError(absl::StrCat(graph_, " was imported and has no articles"));
  }
  NORN_ASSIGN_OR_RETURN(store_, directory.OpenStore(manifest.generation()));
  NORN_RETURN_IF_ERROR(ReadLexicons());
  made_by_another_ = manifest.extractor_version() != tools_->extractor().version();
  return absl::OkStatus();
}

absl::StatusOr<ReportReasons> ArticleReasons::Of(const ReportPlace& report) {
  NORN_RETURN_IF_ERROR(Open());
  auto known = read_.find(report.article);
  if (known == read_.end()) {
    NORN_ASSIGN_OR_RETURN(const proto::Article article, store_->ReadArticle(report.article));
    known =
        read_.emplace(report.article, Read{article.text(), tools_->extractor().Explain(article)})
            .first;
  }
  for (const ingest::EventReasons& event : known->second.events) {
    if (event.claim.type() != report.type) continue;
    for (int i = 0; i < event.claim.reports_size(); ++i) {
      const proto::Report& told = event.claim.reports(i);
      if (told.sentence().start() != report.start) continue;
      const proto::Span& words = told.trigger();
      const bool is_same =
          report.words.empty() ||
          known->second.text.substr(words.start(), words.end() - words.start()) == report.words;
      if (is_same) return ReportReasons{event.evocations[i], event.claim.confidence(), event.whole};
    }
  }
  return absl::NotFoundError(
      absl::StrCat("this norn reads no ", report.type, " at byte ", report.start));
}

}  // namespace norn::tools
