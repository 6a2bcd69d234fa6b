#include "ingest/read/format/only_article.h"

#include <utility>

namespace norn::ingest {

void AddOnlyArticle(absl::StatusOr<proto::Article> article, const InputName& input,
                    FormatOutput& output) {
  if (!article.ok()) return output.AddProblem(input.place, article.status());
  article->set_name(input.name);
  article->set_origin(input.origin);
  output.Add(*std::move(article));
}

}  // namespace norn::ingest
