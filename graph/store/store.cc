#include "graph/store/store.h"

#include <filesystem>
#include <limits>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/model/codec.h"
#include "graph/store/record_visit.h"
#include "graph/store/rocks.h"
#include "rocksdb/db.h"
#include "rocksdb/sst_file_writer.h"
#include "rocksdb/table.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

constexpr absl::string_view kFormat = "1";

// XXH3-64 over records; lengths are part of it, so that no two sequences of records agree.
class Digest {
 public:
  Digest() : state_(XXH3_createState()) { XXH3_64bits_reset(state_.get()); }
  void Add(absl::string_view key, absl::string_view value) {
    for (absl::string_view part : {key, value}) {
      const uint64_t size = part.size();
      XXH3_64bits_update(state_.get(), &size, sizeof(size));
      XXH3_64bits_update(state_.get(), part.data(), part.size());
    }
  }
  uint64_t Get() const { return XXH3_64bits_digest(state_.get()); }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

// Written once and then read from its beginning to its end: bigger blocks than those of a database
// that is looked things up in, and a compression that finds what records of a kind have in common.
rocksdb::Options TableOptions() {
  rocksdb::Options options = RocksOptions();
  options.compression = rocksdb::kZSTD;
  options.compression_opts.level = 1;
  rocksdb::BlockBasedTableOptions table;
  table.block_size = 64 << 10;
  table.format_version = 5;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

// Records in the order of their keys into one table file: a bulk load without a log, a memtable or
// a compaction.
class BulkWriter {
 public:
  explicit BulkWriter(std::string file)
      : file_(std::move(file)), writer_(rocksdb::EnvOptions(), TableOptions()) {}

  absl::Status Open() { return FromRocks(writer_.Open(file_), file_); }
  absl::Status Add(absl::string_view key, absl::string_view value) {
    if (!(last_key_ < key)) {
      return absl::InvalidArgumentError("the graph or the articles are not sorted");
    }
    last_key_.assign(key.data(), key.size());
    digest_.Add(key, value);
    return FromRocks(writer_.Put(ToSlice(key), ToSlice(value)), file_);
  }
  absl::Status Finish() { return FromRocks(writer_.Finish(), file_); }
  uint64_t checksum() const { return digest_.Get(); }

 private:
  std::string file_;
  rocksdb::SstFileWriter writer_;
  std::string last_key_;
  Digest digest_;
};

absl::Status WriteRecords(BulkWriter& writer, const PropertyGraph& graph,
                          absl::Span<const proto::Article> articles) {
  NORN_RETURN_IF_ERROR(writer.Add(EncodeKey(RecordKind::kFormat, {}), kFormat));
  for (const Node& node : graph.nodes) {
    NORN_RETURN_IF_ERROR(writer.Add(EncodeKey(RecordKind::kNode, {node.id}), EncodeNode(node)));
  }
  for (const Edge& edge : graph.edges) {
    NORN_RETURN_IF_ERROR(writer.Add(
        EncodeKey(RecordKind::kEdge, {edge.from, edge.type, edge.to, edge.key}), EncodeEdge(edge)));
  }
  for (const proto::Article& article : articles) {
    NORN_RETURN_IF_ERROR(writer.Add(EncodeKey(RecordKind::kArticle, {article.name()}),
                                    absl::string_view(article.SerializeAsString())));
  }
  return absl::OkStatus();
}

absl::Status Ingest(const std::string& path, const std::string& file) {
  rocksdb::Options options = RocksOptions();
  options.create_if_missing = true;
  options.error_if_exists = true;
  rocksdb::DB* opened = nullptr;
  NORN_RETURN_IF_ERROR(FromRocks(rocksdb::DB::Open(options, path, &opened), path));
  const std::unique_ptr<rocksdb::DB> db(opened);
  rocksdb::IngestExternalFileOptions ingest;
  ingest.move_files = true;
  NORN_RETURN_IF_ERROR(FromRocks(db->IngestExternalFile({file}, ingest), path));
  return FromRocks(db->Close(), path);
}

// A store of the records that `add_all` adds; gives their checksum.
absl::StatusOr<uint64_t> WriteInto(const std::string& path,
                                   const std::function<absl::Status(BulkWriter&)>& add_all) {
  const std::string file = absl::StrCat(path, ".sst");
  uint64_t checksum = 0;
  {
    BulkWriter writer(file);
    NORN_RETURN_IF_ERROR(writer.Open());
    NORN_RETURN_IF_ERROR(add_all(writer));
    NORN_RETURN_IF_ERROR(writer.Finish());
    checksum = writer.checksum();
  }
  NORN_RETURN_IF_ERROR(Ingest(path, file));
  std::error_code ignored;  // moved away by now, where the file system can do that
  std::filesystem::remove(file, ignored);
  return checksum;
}

absl::Status Misplaced(absl::string_view key) {
  return absl::DataLossError(absl::StrCat("a stored record is not the one that its key names (",
                                          key.size(), " bytes); build the graph again"));
}

absl::StatusOr<proto::Article> DecodeArticle(absl::string_view key, absl::string_view value) {
  proto::Article article;
  if (value.size() > std::numeric_limits<int>::max() ||
      !article.ParseFromArray(value.data(), static_cast<int>(value.size())) ||
      EncodeKey(RecordKind::kArticle, {article.name()}) != key) {
    return Misplaced(key);
  }
  return article;
}

}  // namespace

absl::StatusOr<uint64_t> Store::Write(const std::string& path, const PropertyGraph& graph,
                                      absl::Span<const proto::Article> articles) {
  return WriteInto(path, [&graph, articles](BulkWriter& writer) {
    return WriteRecords(writer, graph, articles);
  });
}

absl::StatusOr<uint64_t> Store::Write(const std::string& path, const ColumnarGraph& graph) {
  return WriteInto(path, [&graph](BulkWriter& writer) {
    NORN_RETURN_IF_ERROR(writer.Add(EncodeKey(RecordKind::kFormat, {}), kFormat));
    return VisitRecords(graph, [&writer](absl::string_view key, absl::string_view value) {
      return writer.Add(key, value);
    });
  });
}

absl::StatusOr<Store> Store::Open(const std::string& path) {
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(path, error);
  if (error && error != std::errc::no_such_file_or_directory) {
    return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot read ", path));
  }
  if (!is_folder) {
    return absl::NotFoundError(absl::StrCat("there is no store at ", path));
  }
  rocksdb::DB* opened = nullptr;
  NORN_RETURN_IF_ERROR(
      FromRocks(rocksdb::DB::OpenForReadOnly(RocksOptions(), path, &opened), path));
  Store store(path, std::unique_ptr<rocksdb::DB>(opened));
  NORN_RETURN_IF_ERROR(store.CheckFormat());
  return store;
}

Store::Store(std::string path, std::unique_ptr<rocksdb::DB> db)
    : path_(std::move(path)), db_(std::move(db)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

absl::Status Store::CheckFormat() const {
  std::string format;
  NORN_RETURN_IF_ERROR(FromRocks(
      db_->Get(rocksdb::ReadOptions(), EncodeKey(RecordKind::kFormat, {}), &format), path_));
  if (format == kFormat) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("the store at ", path_, " has another format than this norn reads (", kFormat,
                   "): use a norn that fits, or build the graph again"));
}

absl::Status Store::Scan(const RecordKind* kind, const Visitor& visit) const {
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  options.fill_cache = false;
  options.readahead_size = 2 << 20;
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options));
  const std::string start = kind == nullptr ? "" : std::string(1, static_cast<char>(*kind));
  for (it->Seek(start); it->Valid(); it->Next()) {
    const absl::string_view key = ToView(it->key());
    if (kind != nullptr && (key.empty() || key[0] != start[0])) break;
    NORN_RETURN_IF_ERROR(visit(key, ToView(it->value())));
  }
  return FromRocks(it->status(), path_);
}

absl::StatusOr<PropertyGraph> Store::ReadGraph() const {
  PropertyGraph graph;
  RecordKind kind = RecordKind::kNode;
  NORN_RETURN_IF_ERROR(Scan(&kind, [&](absl::string_view key, absl::string_view value) {
    NORN_ASSIGN_OR_RETURN(Node node, DecodeNode(value));
    if (EncodeKey(RecordKind::kNode, {node.id}) != key) return Misplaced(key);
    graph.nodes.push_back(std::move(node));
    return absl::OkStatus();
  }));
  kind = RecordKind::kEdge;
  NORN_RETURN_IF_ERROR(Scan(&kind, [&](absl::string_view key, absl::string_view value) {
    NORN_ASSIGN_OR_RETURN(Edge edge, DecodeEdge(value));
    if (EncodeKey(RecordKind::kEdge, {edge.from, edge.type, edge.to, edge.key}) != key) {
      return Misplaced(key);
    }
    graph.edges.push_back(std::move(edge));
    return absl::OkStatus();
  }));
  if (const absl::Status sound = Normalize(graph); !sound.ok()) {
    return absl::DataLossError(absl::StrCat(
        "the store at ", path_, " holds no graph: ", sound.message(), "; build the graph again"));
  }
  return graph;
}

absl::StatusOr<std::vector<proto::Article>> Store::ReadArticles() const {
  std::vector<proto::Article> articles;
  const RecordKind kind = RecordKind::kArticle;
  NORN_RETURN_IF_ERROR(Scan(&kind, [&](absl::string_view key, absl::string_view value) {
    NORN_ASSIGN_OR_RETURN(proto::Article article, DecodeArticle(key, value));
    articles.push_back(std::move(article));
    return absl::OkStatus();
  }));
  return articles;
}

absl::StatusOr<proto::Article> Store::ReadArticle(absl::string_view name) const {
  const std::string key = EncodeKey(RecordKind::kArticle, {name});
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  std::string value;
  const rocksdb::Status read = db_->Get(options, key, &value);
  if (read.IsNotFound()) {
    return absl::NotFoundError(
        absl::StrCat("the store at ", path_, " has no article '", name, "'"));
  }
  NORN_RETURN_IF_ERROR(FromRocks(read, path_));
  return DecodeArticle(key, value);
}

absl::StatusOr<uint64_t> Store::Checksum() const {
  Digest digest;
  NORN_RETURN_IF_ERROR(Scan(nullptr, [&digest](absl::string_view key, absl::string_view value) {
    digest.Add(key, value);
    return absl::OkStatus();
  }));
  return digest.Get();
}

}  // namespace norn::graph
