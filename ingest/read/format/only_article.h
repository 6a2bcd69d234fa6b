// What becomes of an input that is one article.
//
//   AddOnlyArticle(ReadDocument(input, options), input.name(), output);
#ifndef NORN_INGEST_READ_FORMAT_ONLY_ARTICLE_H_
#define NORN_INGEST_READ_FORMAT_ONLY_ARTICLE_H_

#include "absl/status/statusor.h"
#include "ingest/read/format/format.h"
#include "ingest/read/format/input.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// Puts out the article, called as its file is; or, where it could not be read, the problem.
void AddOnlyArticle(absl::StatusOr<proto::Article> article, const InputName& input,
                    FormatOutput& output);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMAT_ONLY_ARTICLE_H_
