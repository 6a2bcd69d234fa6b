// An article from a JSON object: JSON Lines, arrays of objects, and what interfaces of news
// services answer. Which member is which field is the caller's to say; the usual names are known.
//
//   NORN_ASSIGN_OR_RETURN(const nlohmann::json record, ParseJson(line));
//   absl::StatusOr<proto::Article> article = ArticleOfRecord(record, fields, input, 17, limit);
#ifndef NORN_INGEST_READ_RECORDS_JSON_RECORD_H_
#define NORN_INGEST_READ_RECORDS_JSON_RECORD_H_

#include <cstddef>
#include <nlohmann/json.hpp>

#include "absl/status/statusor.h"
#include "ingest/read/format/field_map.h"
#include "ingest/read/format/input.h"
#include "ingest/read/syntax/json_value.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// Whether the object has a member that can be an article's text.
bool HasText(const nlohmann::json& object, const FieldMap& fields);

// Named by its id, else its address, else as the `number`th of the input. kInvalidArgument: no
// object, a member of the wrong type, no text, a text that CheckText refuses, no date.
absl::StatusOr<proto::Article> ArticleOfRecord(const nlohmann::json& object, const FieldMap& fields,
                                               const InputName& input, size_t number,
                                               size_t max_bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_RECORDS_JSON_RECORD_H_
