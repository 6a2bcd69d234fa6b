#include "ingest/shard_file.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "proto/shard.pb.h"
#include "xxhash.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kMagic = "NORNSHRD";
constexpr uint32_t kFormatVersion = 1;
constexpr uint32_t kEnd = 0xFFFFFFFF;
// Bytes that are read at a time: a length that lies takes no more memory than there are bytes.
constexpr size_t kChunk = size_t{1} << 20;

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};
using Digest = std::unique_ptr<XXH3_state_t, FreeState>;

Digest NewDigest() {
  Digest digest(XXH3_createState());
  XXH3_64bits_reset(digest.get());
  return digest;
}

template <typename Number>
std::string LittleEndian(Number number) {
  std::string bytes;
  for (size_t i = 0; i < sizeof(Number); ++i) {
    bytes += static_cast<char>(number >> (8 * i) & 0xff);
  }
  return bytes;
}

template <typename Number>
Number FromLittleEndian(absl::string_view bytes) {
  Number number = 0;
  for (size_t i = 0; i < sizeof(Number); ++i) {
    number |= static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return number;
}

class ShardReader {
 public:
  ShardReader(std::istream& in, absl::string_view path)
      : in_(in), path_(path), digest_(NewDigest()) {}

  absl::StatusOr<ShardHeader> Read(const TakeRecord& take) {
    NORN_ASSIGN_OR_RETURN(const std::string magic, Bytes(kMagic.size()));
    if (magic != std::string(kMagic)) {
      return absl::FailedPreconditionError(
          absl::StrCat(path_, " is no shard: norn extract writes those"));
    }
    NORN_ASSIGN_OR_RETURN(const ShardHeader header, ReadHeader());
    uint64_t articles = 0;
    while (true) {
      std::string part;
      NORN_ASSIGN_OR_RETURN(const bool is_end, Part(part));
      if (is_end) break;
      proto::Article article;
      if (!article.ParseFromString(part)) return Damaged("an article does not parse");
      NORN_ASSIGN_OR_RETURN(const bool is_cut, Part(part));
      if (is_cut) return Damaged("an article has no record");
      ++articles;
      take(std::move(article), std::move(part));
    }
    NORN_ASSIGN_OR_RETURN(const std::string count, Bytes(sizeof(uint64_t)));
    const uint64_t checksum = XXH3_64bits_digest(digest_.get());
    NORN_ASSIGN_OR_RETURN(const std::string stored, Bytes(sizeof(uint64_t)));
    if (FromLittleEndian<uint64_t>(count) != articles ||
        FromLittleEndian<uint64_t>(stored) != checksum) {
      return Damaged("its checksum does not fit");
    }
    if (in_.peek() != std::istream::traits_type::eof()) return Damaged("it is too long");
    return header;
  }

 private:
  absl::Status Damaged(absl::string_view what) const {
    return absl::DataLossError(
        absl::StrCat(path_, " is damaged or not whole: ", what, "; extract it again"));
  }

  absl::StatusOr<std::string> Bytes(uint64_t count) {
    std::string bytes;
    while (bytes.size() < count) {
      const size_t begin = bytes.size();
      const size_t wanted = std::min<uint64_t>(kChunk, count - begin);
      bytes.resize(begin + wanted);
      if (!in_.read(bytes.data() + begin, static_cast<std::streamsize>(wanted))) {
        return Damaged("it ends too early");
      }
    }
    XXH3_64bits_update(digest_.get(), bytes.data(), bytes.size());
    return bytes;
  }

  // True at the end of the parts.
  absl::StatusOr<bool> Part(std::string& part) {
    NORN_ASSIGN_OR_RETURN(const std::string length, Bytes(sizeof(uint32_t)));
    const auto size = FromLittleEndian<uint32_t>(length);
    if (size == kEnd) return true;
    NORN_ASSIGN_OR_RETURN(part, Bytes(size));
    return false;
  }

  absl::StatusOr<ShardHeader> ReadHeader() {
    std::string part;
    NORN_ASSIGN_OR_RETURN(const bool is_end, Part(part));
    proto::Shard shard;
    if (is_end || !shard.ParseFromString(part)) return Damaged("it has no header");
    if (shard.format_version() != kFormatVersion) {
      return absl::FailedPreconditionError(
          absl::StrCat(path_, " has format version ", shard.format_version(),
                       ", this norn reads version ", kFormatVersion, ": extract it again"));
    }
    if (shard.shard() < 1 || shard.shard() > shard.of()) return Damaged("its number is none");
    return ShardHeader{shard.extractor_version(), shard.shard(), shard.of()};
  }

  std::istream& in_;
  absl::string_view path_;
  Digest digest_;
};

}  // namespace

uint32_t ShardOf(const proto::Article& article, uint32_t of) {
  const std::string& hash = article.sha256();
  return static_cast<uint32_t>(XXH3_64bits(hash.data(), hash.size()) % of) + 1;
}

struct ShardWriter::State {
  std::ostream& out;
  Digest digest = NewDigest();
  uint64_t articles = 0;

  void Write(absl::string_view bytes) {
    XXH3_64bits_update(digest.get(), bytes.data(), bytes.size());
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
};

ShardWriter::ShardWriter(std::ostream& out, const ShardHeader& header)
    : state_(new State{.out = out}) {
  proto::Shard shard;
  shard.set_format_version(kFormatVersion);
  shard.set_extractor_version(header.extractor_version);
  shard.set_shard(header.shard);
  shard.set_of(header.of);
  state_->Write(kMagic);
  Part(shard.SerializeAsString()).IgnoreError();  // it is short
}
ShardWriter::~ShardWriter() = default;

absl::Status ShardWriter::Part(const std::string& bytes) {
  if (bytes.size() >= std::numeric_limits<int32_t>::max()) {
    return absl::ResourceExhaustedError("an article or its record has 2 GB or more");
  }
  state_->Write(LittleEndian(static_cast<uint32_t>(bytes.size())));
  state_->Write(bytes);
  return absl::OkStatus();
}

absl::Status ShardWriter::Add(const proto::Article& article, const proto::Extraction& record) {
  NORN_RETURN_IF_ERROR(Part(article.SerializeAsString()));
  ++state_->articles;
  return Part(record.SerializeAsString());
}

absl::Status ShardWriter::Finish() {
  state_->Write(LittleEndian(kEnd));
  state_->Write(LittleEndian(state_->articles));
  const std::string checksum = LittleEndian(uint64_t{XXH3_64bits_digest(state_->digest.get())});
  state_->Write(checksum);
  state_->out.flush();
  return state_->out.good() ? absl::OkStatus() : absl::UnknownError("writing a shard failed");
}

absl::StatusOr<ShardHeader> ReadShard(std::istream& in, absl::string_view path,
                                      const TakeRecord& take) {
  return ShardReader(in, path).Read(take);
}

}  // namespace norn::ingest
