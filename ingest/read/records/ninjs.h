// ninjs 1.x, 2.x and 3.x, the news agencies' JSON: one object, an article with its version and its
// publication status.
//
//   if (IsNinjs(object)) article = ArticleOfNinjs(object, input, 1, limit);
#ifndef NORN_INGEST_READ_RECORDS_NINJS_H_
#define NORN_INGEST_READ_RECORDS_NINJS_H_

#include <cstddef>
#include <nlohmann/json.hpp>

#include "absl/status/statusor.h"
#include "ingest/read/format/input.h"
#include "proto/article.pb.h"

namespace norn::ingest {

bool IsNinjs(const nlohmann::json& object);

// kInvalidArgument: it has no text, and is not withdrawn.
absl::StatusOr<proto::Article> ArticleOfNinjs(const nlohmann::json& object, const InputName& input,
                                              size_t number, size_t max_bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_RECORDS_NINJS_H_
