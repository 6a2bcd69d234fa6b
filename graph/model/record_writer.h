// Writes nodes and edges as bytes piece by piece, without values in between: the same bytes as
// EncodeNode and EncodeEdge (codec.h), for those who write millions of them.
//
//   RecordWriter record;
//   record.Edge("person/a", "person/b", "SPOKE_WITH", "event/1");
//   record.Text("date", "2025-07-04");        // properties in the order of their keys
//   Use(record.bytes());
#ifndef NORN_GRAPH_MODEL_RECORD_WRITER_H_
#define NORN_GRAPH_MODEL_RECORD_WRITER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::graph {

class RecordWriter {
 public:
  // Begin a record. `labels` are sorted, each once.
  void Node(absl::string_view id, const std::vector<std::string>& labels);
  void Edge(absl::string_view from, absl::string_view to, absl::string_view type,
            absl::string_view key);

  // One property more.
  void Bool(absl::string_view key, bool value);
  void Integer(absl::string_view key, int64_t value);
  void Real(absl::string_view key, double value);
  void Text(absl::string_view key, absl::string_view value);
  // `bytes` are those of EncodeValue.
  void Encoded(absl::string_view key, absl::string_view bytes);

  absl::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
  uint32_t properties_ = 0;  // number of the field that properties of this record are
  // Of the property that is being written.
  std::string value_;
  std::string property_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_MODEL_RECORD_WRITER_H_
