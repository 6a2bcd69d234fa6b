// The graph of one article's record, for scorers of graphs (by `--rows`).
#ifndef NORN_TOOLS_TRAIN_READING_GRAPH_ROWS_H_
#define NORN_TOOLS_TRAIN_READING_GRAPH_ROWS_H_

#include <ostream>

#include "absl/status/status.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::train {

// One line: {"article": NAME, "rows": [element, …]}, the elements as `norn export --format jsonl`
// has them.
absl::Status WriteGraphRows(const proto::Article& article, const proto::Extraction& record,
                            std::ostream& out);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_GRAPH_ROWS_H_
