#include "ingest/extract/drafts/whole_events.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// Entities: two persons, a state, an organisation.
std::vector<proto::Entity> Entities() {
  std::vector<proto::Entity> entities(4);
  entities[0].set_kind(proto::Entity::PERSON);
  entities[1].set_kind(proto::Entity::PERSON);
  entities[2].set_kind(proto::Entity::STATE);
  entities[3].set_kind(proto::Entity::ORGANIZATION);
  return entities;
}

EventDraft DraftOf(const std::string& type,
                   const std::vector<std::pair<uint32_t, std::string>>& participants,
                   bool by_scorers = false) {
  EventDraft draft;
  draft.claim.set_type(type);
  for (const auto& [entity, role] : participants) {
    proto::Participant& one = *draft.claim.add_participants();
    one.set_entity(entity);
    one.set_role(role);
  }
  draft.evidence.by_scorers = by_scorers;
  draft.evidence.by_rules = !by_scorers;
  return draft;
}

bool Whole(const EventDraft& draft) {
  return IsWhole(LexiconSet::BuiltIn().events(), Entities(), draft);
}

TEST(WholeEventsTest, NeedWhatTheirTypeNeeds) {
  EXPECT_TRUE(Whole(DraftOf("meeting", {{0, "participant"}, {1, "participant"}})));
  EXPECT_FALSE(Whole(DraftOf("meeting", {{0, "participant"}})));
  EXPECT_TRUE(Whole(DraftOf("supply", {{2, "supplier"}, {3, "recipient"}})));
  EventDraft arms = DraftOf("supply", {{2, "supplier"}});
  EXPECT_FALSE(Whole(arms));
  arms.claim.add_weapons()->set_entity(0);
  EXPECT_TRUE(Whole(arms));
}

TEST(WholeEventsTest, OfScorersNeedSomebodyOrHarm) {
  EXPECT_TRUE(Whole(DraftOf("meeting", {{3, "participant"}}, true)));
  EXPECT_FALSE(Whole(DraftOf("meeting", {}, true)));
  EXPECT_TRUE(Whole(DraftOf("attack", {}, true)));
}

TEST(WholeEventsTest, AStateMeetsNobodyAlone) {
  EXPECT_FALSE(Whole(DraftOf("meeting", {{2, "participant"}}, true)));
}

TEST(WholeEventsTest, SomeWordsNeedTwoDetails) {
  EventDraft draft = DraftOf("attack", {{2, "target"}}, true);
  draft.needs_detail = true;
  EXPECT_FALSE(Whole(draft));
  draft.claim.set_killed(3);
  EXPECT_TRUE(Whole(draft));
}

}  // namespace
}  // namespace norn::ingest
