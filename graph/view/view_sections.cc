#include "graph/view/view_sections.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>

#include "base/status_macros.h"
#include "graph/view/block_guard.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using view_format::Section;

// XXH3-64 of bytes that come in pieces.
class Checksum {
 public:
  Checksum() : state_(XXH3_createState()) { XXH3_64bits_reset(state_.get()); }
  void Add(absl::string_view piece) {
    XXH3_64bits_update(state_.get(), piece.data(), piece.size());
  }
  uint64_t Get() const { return XXH3_64bits_digest(state_.get()); }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

// Cuts bytes that come in pieces into blocks, and notes the checksum of each.
class BlockCutter {
 public:
  explicit BlockCutter(Spool& checksums) : checksums_(checksums) {}
  void Add(absl::string_view piece) {
    while (!piece.empty()) {
      const size_t taken = std::min(piece.size(), BlockGuard::kBlockBytes - block_.size());
      block_.append(piece.data(), taken);
      piece.remove_prefix(taken);
      if (block_.size() == BlockGuard::kBlockBytes) Finish();
    }
  }
  void Finish() {
    if (block_.empty()) return;
    checksums_.AppendNumber(BlockGuard::Checksum(block_, 0));
    block_.clear();
  }

 private:
  Spool& checksums_;
  std::string block_;
};

absl::string_view Padding(uint64_t size) {
  return absl::string_view("\0\0\0\0\0\0\0", view_format::Align(size) - size);
}

}  // namespace

ViewSections::ViewSections(const std::string& folder) {
  spools_.reserve(view_format::kSectionCount);
  for (uint32_t i = 0; i < view_format::kSectionCount; ++i) spools_.emplace_back(folder);
}

absl::Status ViewSections::WriteBlocks() {
  BlockCutter blocks(spools_[view_format::kBlocks]);
  for (uint32_t i = view_format::kLastSmallSection + 1; i < view_format::kSectionCount; ++i) {
    NORN_RETURN_IF_ERROR(
        spools_[i].Read([&blocks](absl::string_view piece) { blocks.Add(piece); }));
    blocks.Add(Padding(spools_[i].size()));
  }
  blocks.Finish();
  return absl::OkStatus();
}

absl::StatusOr<ViewSections::Table> ViewSections::MakeTable() const {
  Table table = {};
  uint64_t end = view_format::Align(sizeof(view_format::Header) + sizeof(table));
  for (uint32_t i = 0; i < table.size(); ++i) {
    Checksum checksum;
    NORN_RETURN_IF_ERROR(
        spools_[i].Read([&checksum](absl::string_view piece) { checksum.Add(piece); }));
    table[i] = {end, spools_[i].size(), checksum.Get()};
    end = view_format::Align(end + spools_[i].size());
  }
  return table;
}

absl::Status ViewSections::Assemble(const view_format::Meta& meta,
                                    const std::function<void(absl::string_view piece)>& use) {
  spools_[view_format::kMeta].AppendNumber(meta);
  NORN_RETURN_IF_ERROR(WriteBlocks());
  NORN_ASSIGN_OR_RETURN(const Table table, MakeTable());
  view_format::Header header = {};
  std::copy(std::begin(view_format::kMagic), std::end(view_format::kMagic), header.magic);
  header.version = view_format::kVersion;
  header.sections = view_format::kSectionCount;
  header.file_size = view_format::Align(table.back().offset + table.back().length);
  header.table_checksum = XXH3_64bits(table.data(), sizeof(table));
  header.header_checksum = XXH3_64bits(&header, offsetof(view_format::Header, header_checksum));
  use({reinterpret_cast<const char*>(&header), sizeof(header)});
  use({reinterpret_cast<const char*>(table.data()), sizeof(table)});
  use(Padding(sizeof(header) + sizeof(table)));
  for (Spool& spool : spools_) {
    NORN_RETURN_IF_ERROR(spool.Read(use));
    use(Padding(spool.size()));
    const Spool done(std::move(spool));  // its room is given back
  }
  return absl::OkStatus();
}

}  // namespace norn::graph
