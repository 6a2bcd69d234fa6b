#include "ingest/resolve/event_blocks.h"

#include <deque>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

class EventBlocksTest : public testing::Test {
 protected:
  void Add(const std::string& type, const std::vector<std::string>& participants) {
    proto::EventClaim& event = events_.emplace_back();
    event.set_type(type);
    ResolvedClaim& claim = claims_.emplace_back();
    claim.article = claims_.size();
    claim.article_name = "article " + std::to_string(claims_.size());
    claim.claim = &event;
    claim.participants.insert(participants.begin(), participants.end());
  }
  std::vector<std::vector<size_t>> Blocks() { return BlocksOf(EventSchema::BuiltIn(), claims_); }
  std::string Digest() {
    std::vector<size_t> all;
    for (size_t i = 0; i < claims_.size(); ++i) all.push_back(i);
    return BlockDigest(claims_, all);
  }

  std::deque<proto::EventClaim> events_;
  std::vector<ResolvedClaim> claims_;
};

TEST_F(EventBlocksTest, ChainsOfParticipantsAreBlocks) {
  Add("call", {"a", "b"});
  Add("call", {"c", "d"});
  Add("meeting", {"b", "e"});
  Add("attack", {"a"});
  Add("attack", {"f"});
  Add("call", {});
  Add("call", {"d"});
  Add("attack", {"f", "a"});
  EXPECT_THAT(Blocks(), ElementsAre(ElementsAre(0, 2), ElementsAre(1, 6), ElementsAre(3, 4, 7),
                                    ElementsAre(5)));
}

TEST_F(EventBlocksTest, WhateverAReportSaysIsInTheDigest) {
  Add("call", {"a", "b"});
  Add("call", {"a"});
  std::set<std::string> digests = {Digest()};
  const std::vector<std::function<void()>> changes = {
      [&] { claims_[0].article_name = "another"; },
      [&] { claims_[0].published = "2025-07-04"; },
      [&] { claims_[0].place = "place/oslo"; },
      [&] { claims_[0].participants.insert("c"); },
      [&] {
        claims_[0].roles.insert({"caller", "a"});
      },
      [&] { claims_[0].weapons.insert("weapon/x"); },
      [&] { events_[0].set_status("denied"); },
      [&] { events_[0].add_reports()->set_rule("nb/x"); },
      [&] { std::swap(claims_[0], claims_[1]); },
  };
  for (const auto& change : changes) {
    change();
    EXPECT_TRUE(digests.insert(Digest()).second) << digests.size();
  }
}

proto::Block MadeBlock(const std::string& digest) {
  proto::Block block;
  block.set_digest(digest);
  block.add_cluster()->set_type("call");
  block.add_cluster()->set_type("meeting");
  for (const uint32_t cluster : {0u, 1u, 0u}) block.add_claim()->set_cluster(cluster);
  return block;
}

TEST_F(EventBlocksTest, AMemoKnowsWhatWasMetTheLastTime) {
  BlockMemo first("1", "");
  EXPECT_EQ(first.Find("x", 3), nullptr);
  first.Put(MadeBlock("x"));
  first.Put(MadeBlock("y"));
  EXPECT_EQ(first.resolved(), 2);
  BlockMemo second("1", first.ToBytes());
  ASSERT_NE(second.Find("x", 3), nullptr);
  EXPECT_EQ(second.taken_over(), 1);
  // What was not asked for is forgotten.
  BlockMemo third("1", second.ToBytes());
  EXPECT_NE(third.Find("x", 3), nullptr);
  EXPECT_EQ(third.Find("y", 3), nullptr);
}

TEST_F(EventBlocksTest, WhatIsOfAnotherVersionOrDamagedSaysNothing) {
  BlockMemo memo("1", "");
  memo.Put(MadeBlock("x"));
  const std::string bytes = memo.ToBytes();
  EXPECT_EQ(BlockMemo("2", bytes).Find("x", 3), nullptr);
  EXPECT_EQ(BlockMemo("1", bytes).Find("x", 4), nullptr);
  for (size_t size = 0; size < bytes.size(); ++size) {
    BlockMemo("1", bytes.substr(0, size)).Find("x", 3);
  }
  const auto find_with = [](const std::function<void(proto::Block&)>& harm) {
    proto::Block block = MadeBlock("x");
    harm(block);
    BlockMemo damaged("1", "");
    damaged.Put(block);
    return BlockMemo("1", damaged.ToBytes()).Find("x", 3);
  };
  EXPECT_EQ(find_with([](proto::Block& block) { block.mutable_claim(0)->set_cluster(1); }),
            nullptr);
  EXPECT_EQ(find_with([](proto::Block& block) { block.mutable_claim(2)->set_cluster(7); }),
            nullptr);
  EXPECT_EQ(find_with([](proto::Block& block) { block.mutable_cluster()->RemoveLast(); }), nullptr);
}

}  // namespace
}  // namespace norn::ingest
