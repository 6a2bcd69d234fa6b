// A part of the articles with their extraction records, in one file: what `norn extract` writes on
// many machines and `norn resolve` reads on one.
//
//   ShardWriter writer(stream, {extractor.version(), 3, 7});
//   writer.Add(article, record);
//   NORN_RETURN_IF_ERROR(writer.Finish());
//
//   NORN_ASSIGN_OR_RETURN(ShardHeader header, ReadShard(stream, path, [&](auto article, auto
//   record) …));
//
// The bytes: "NORNSHRD", then parts, each with its length in front (4 bytes, little-endian): the
// header, then in turns an article and its record, as Protobuf; then the length 0xFFFFFFFF, the
// number of articles and the XXH3-64 of all before, 8 bytes each.
#ifndef NORN_INGEST_SHARD_FILE_H_
#define NORN_INGEST_SHARD_FILE_H_

#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct ShardHeader {
  std::string extractor_version;
  uint32_t shard = 1;  // 1 to `of`
  uint32_t of = 1;
};

// Which of `of` shards an article belongs to: by its text alone, so that every machine says the
// same.
uint32_t ShardOf(const proto::Article& article, uint32_t of);

class ShardWriter {
 public:
  // `out` must outlive it.
  ShardWriter(std::ostream& out, const ShardHeader& header);
  ~ShardWriter();

  // kResourceExhausted for an article or a record of 2 GB or more.
  absl::Status Add(const proto::Article& article, const proto::Extraction& record);
  // kUnknown if the stream failed.
  absl::Status Finish();

 private:
  struct State;
  absl::Status Part(const std::string& bytes);
  std::unique_ptr<State> state_;
};

using TakeRecord = std::function<void(proto::Article article, std::string record)>;

// Gives the articles in the order of the file; `path` is for messages. kDataLoss for a file that is
// damaged or was not written to its end, kFailedPrecondition for another format. What was given
// before damage was met is not to be used.
absl::StatusOr<ShardHeader> ReadShard(std::istream& in, absl::string_view path,
                                      const TakeRecord& take);

}  // namespace norn::ingest

#endif  // NORN_INGEST_SHARD_FILE_H_
