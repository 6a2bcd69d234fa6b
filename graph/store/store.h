// The truth of one generation: nodes, edges and articles in a RocksDB database that is written once
// and then only read.
//
//   NORN_ASSIGN_OR_RETURN(uint64_t checksum, Store::Write(path, graph, articles));
//   NORN_ASSIGN_OR_RETURN(Store store, Store::Open(path));
//   NORN_ASSIGN_OR_RETURN(PropertyGraph graph, store.ReadGraph());
//
// Damaged files are kDataLoss. Methods may be called from many threads.
#ifndef NORN_GRAPH_STORE_STORE_H_
#define NORN_GRAPH_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "graph/columns/columnar_graph.h"
#include "graph/model/model.h"
#include "graph/store/key_codec.h"
#include "proto/article.pb.h"

namespace rocksdb {
class DB;
}  // namespace rocksdb

namespace norn::graph {

class Store {
 public:
  // Makes the folder `path`, which must not be there, and fills it. `graph` must be normalized, and
  // the articles sorted by name and unique: else kInvalidArgument. Gives the checksum of all keys
  // and values in order. Nothing is synced to disk yet.
  static absl::StatusOr<uint64_t> Write(const std::string& path, const PropertyGraph& graph,
                                        absl::Span<const proto::Article> articles);

  // The same, of a graph that is finished.
  static absl::StatusOr<uint64_t> Write(const std::string& path, const ColumnarGraph& graph);

  // For reading only; changes nothing on disk. kNotFound if there is no such folder.
  static absl::StatusOr<Store> Open(const std::string& path);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Normalized.
  absl::StatusOr<PropertyGraph> ReadGraph() const;
  // Sorted by name.
  absl::StatusOr<std::vector<proto::Article>> ReadArticles() const;
  // kNotFound if there is none of that name.
  absl::StatusOr<proto::Article> ReadArticle(absl::string_view name) const;
  // Reads everything; equals what Write gave.
  absl::StatusOr<uint64_t> Checksum() const;

 private:
  using Visitor = std::function<absl::Status(absl::string_view key, absl::string_view value)>;

  Store(std::string path, std::unique_ptr<rocksdb::DB> db);
  // Records of `kind` in order, or all of them if `kind` is null.
  absl::Status Scan(const RecordKind* kind, const Visitor& visit) const;
  absl::Status CheckFormat() const;

  std::string path_;
  std::unique_ptr<rocksdb::DB> db_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_STORE_H_
