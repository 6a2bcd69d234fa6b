#include "graph/store/rocks.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "rocksdb/env.h"
#include "rocksdb/table.h"

namespace norn::graph {
namespace {

class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

}  // namespace

absl::Status FromRocks(const rocksdb::Status& status, absl::string_view where) {
  if (status.ok()) return absl::OkStatus();
  const std::string message = absl::StrCat(where, ": ", status.ToString());
  if (status.IsNoSpace()) return absl::ResourceExhaustedError(message);
  if (status.IsBusy() || status.IsTryAgain() || status.IsLockLimit()) {
    return absl::UnavailableError(message);
  }
  // A file that the database names and that is not there, or is shorter than the database says, is
  // damage too. What else goes wrong while reading our own files can only come from their bytes.
  if (status.IsCorruption() || status.IsPathNotFound() || status.IsInvalidArgument() ||
      status.IsNotFound() || status.IsNotSupported() || status.IsIncomplete()) {
    return absl::DataLossError(
        absl::StrCat("the database is damaged: ", message, "; build the graph again"));
  }
  return absl::UnknownError(message);
}

rocksdb::Options RocksOptions() {
  rocksdb::Options options;
  options.info_log = std::make_shared<SilentLogger>();
  options.paranoid_checks = true;
  options.compression = rocksdb::kLZ4Compression;
  options.max_open_files = -1;
  // One database of a command: two background threads are plenty.
  options.max_background_jobs = 2;
  // With more, tables are opened by threads, and a thread that the system does not give ends the
  // process inside of RocksDB.
  options.max_file_opening_threads = 1;
  // Statistics that nobody reads would take a thread; RocksDB aborts where it gets none.
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  // Otherwise every file would tell the name of the machine that it was written on.
  options.db_host_id = "norn";
  rocksdb::BlockBasedTableOptions table;
  table.block_size = 16 << 10;
  table.format_version = 5;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

}  // namespace norn::graph
