// Which member of a record, or which column of a table, is which field of an article.
//
//   FieldMap map = *ParseFieldMap("text=body.html,published=date");
//   map.PathsOf("text")    // {"body.html"}
//   map.PathsOf("title")   // the usual names: {"title", "headline", …}
#ifndef NORN_INGEST_READ_FORMAT_FIELD_MAP_H_
#define NORN_INGEST_READ_FORMAT_FIELD_MAP_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

class FieldMap {
 public:
  // Where the field is looked for, the best first; a full stop leads into an object.
  std::vector<std::string> PathsOf(absl::string_view field) const;

  void Set(const std::string& field, std::string path) { paths_[field] = std::move(path); }

 private:
  std::map<std::string, std::string> paths_;
};

// "text=body,published=date". kInvalidArgument: another shape, or no such field; it says which
// there are.
absl::StatusOr<FieldMap> ParseFieldMap(absl::string_view text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMAT_FIELD_MAP_H_
