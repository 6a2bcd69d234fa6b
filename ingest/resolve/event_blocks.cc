#include "ingest/resolve/event_blocks.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/digest.h"

namespace norn::ingest {
namespace {

// The claims that are joined so far, each group known by its first claim.
class Groups {
 public:
  explicit Groups(size_t size) : first_(size) { std::iota(first_.begin(), first_.end(), 0); }

  size_t FirstOf(size_t claim) {
    while (first_[claim] != claim) claim = first_[claim] = first_[first_[claim]];
    return claim;
  }
  void Join(size_t a, size_t b) {
    a = FirstOf(a);
    b = FirstOf(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> first_;
};

// Lengths in front: no two blocks of different claims have one text.
void Append(absl::string_view part, std::string& text) {
  absl::StrAppend(&text, part.size(), ":", part);
}

// Each claim's cluster is known, and a new one's number is the next.
bool IsSound(const proto::Block& block, size_t claims) {
  int clusters = 0;
  for (const proto::Block::Placement& placement : block.claim()) {
    if (placement.cluster() > static_cast<uint32_t>(clusters)) return false;
    if (placement.cluster() == static_cast<uint32_t>(clusters)) ++clusters;
  }
  return block.claim_size() == static_cast<int>(claims) && block.cluster_size() == clusters;
}

}  // namespace

std::string ShelfKey(const EventSchema& schema, const ResolvedClaim& claim, const std::string& id) {
  const std::string& type = claim.claim->type();
  return absl::StrCat(schema.IsConversation(type) ? "" : type, " ", id);
}

std::vector<std::vector<size_t>> BlocksOf(const EventSchema& schema,
                                          absl::Span<const ResolvedClaim> claims) {
  Groups groups(claims.size());
  absl::flat_hash_map<std::string, size_t> by_key;
  for (size_t i = 0; i < claims.size(); ++i) {
    for (const std::string& id : claims[i].participants) {
      const auto [known, is_new] = by_key.try_emplace(ShelfKey(schema, claims[i], id), i);
      if (!is_new) groups.Join(known->second, i);
    }
  }
  std::vector<std::vector<size_t>> blocks;
  std::vector<size_t> numbers(claims.size());
  for (size_t i = 0; i < claims.size(); ++i) {
    const size_t first = groups.FirstOf(i);
    if (first == i) {
      numbers[i] = blocks.size();
      blocks.emplace_back();
    }
    blocks[numbers[first]].push_back(i);
  }
  return blocks;
}

std::string BlockDigest(absl::Span<const ResolvedClaim> claims, absl::Span<const size_t> block) {
  std::string text;
  for (const size_t i : block) {
    const ResolvedClaim& claim = claims[i];
    Append(claim.article_name, text);
    Append(claim.published, text);
    Append(claim.place, text);
    Append(claim.claim->SerializeAsString(), text);
    for (const std::string& id : claim.participants) Append(id, text);
    text += '/';
    for (const auto& [role, id] : claim.roles) {
      Append(role, text);
      Append(id, text);
    }
    text += '/';
    for (const std::string& id : claim.weapons) Append(id, text);
    text += '\n';
  }
  return base::Sha256Hex(text);
}

BlockMemo::BlockMemo(absl::string_view version, absl::string_view bytes) : version_(version) {
  proto::Blocks blocks;
  if (!blocks.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return;
  if (blocks.version() != version_) return;
  for (proto::Block& block : *blocks.mutable_block()) {
    std::string digest = block.digest();
    last_.insert_or_assign(std::move(digest), std::move(block));
  }
}

const proto::Block* BlockMemo::Find(const std::string& digest, size_t claims) {
  const auto known = last_.find(digest);
  if (known == last_.end() || !IsSound(known->second, claims)) return nullptr;
  ++taken_over_;
  // Two blocks of one digest are impossible: an article's claims are of one block.
  return &now_.insert_or_assign(digest, std::move(known->second)).first->second;
}

void BlockMemo::Put(proto::Block block) {
  ++resolved_;
  std::string digest = block.digest();
  now_.insert_or_assign(std::move(digest), std::move(block));
}

std::string BlockMemo::ToBytes() const {
  std::vector<const proto::Block*> sorted;
  for (const auto& [digest, block] : now_) sorted.push_back(&block);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return a->digest() < b->digest(); });
  proto::Blocks blocks;
  blocks.set_version(version_);
  for (const proto::Block* block : sorted) *blocks.add_block() = *block;
  return blocks.SerializeAsString();
}

}  // namespace norn::ingest
