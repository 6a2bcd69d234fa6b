#include "ingest/resolve/record_check.h"

#include <functional>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

proto::Article Article() {
  proto::Article article;
  article.set_text("Blåsten øker.");  // the å is the bytes 2 and 3
  return article;
}

proto::Extraction Record() {
  proto::Extraction record;
  record.add_entities()->set_name("Kari Dahl");
  record.add_entities()->set_name("Bodø");
  proto::EventClaim& event = *record.add_events();
  event.add_participants()->set_entity(0);
  event.set_place(2);
  event.add_reports()->mutable_sentence()->set_end(15);
  record.add_offices()->set_of(1);
  return record;
}

TEST(RecordCheckTest, AcceptsWhatFits) {
  EXPECT_TRUE(CheckRecord(Record(), Article()).ok()) << CheckRecord(Record(), Article());
  EXPECT_TRUE(CheckRecord({}, {}).ok());
}

struct Damage {
  const char* what;
  std::function<void(proto::Extraction&)> damage;
};

TEST(RecordCheckTest, RefusesWhatLeadsNowhere) {
  const Damage kDamages[] = {
      {"participant", [](auto& r) { r.mutable_events(0)->mutable_participants(0)->set_entity(2); }},
      {"weapon", [](auto& r) { r.mutable_events(0)->add_weapons()->set_entity(9); }},
      {"place", [](auto& r) { r.mutable_events(0)->set_place(3); }},
      {"holder", [](auto& r) { r.mutable_offices(0)->set_holder(2); }},
      {"of", [](auto& r) { r.mutable_offices(0)->set_of(UINT32_MAX); }},
      {"sentence's end",
       [](auto& r) { r.mutable_events(0)->mutable_reports(0)->mutable_sentence()->set_end(16); }},
      {"sentence from its end",
       [](auto& r) {
         proto::Span& span = *r.mutable_events(0)->mutable_reports(0)->mutable_sentence();
         span.set_start(9);
         span.set_end(8);
       }},
      {"sentence within a character",
       [](auto& r) { r.mutable_events(0)->mutable_reports(0)->mutable_sentence()->set_start(3); }},
      {"trigger within a character",
       [](auto& r) { r.mutable_events(0)->mutable_reports(0)->mutable_trigger()->set_end(3); }},
      {"name", [](auto& r) { r.mutable_entities(0)->set_name("\xE5"); }},
      {"spelling", [](auto& r) { r.mutable_entities(0)->add_spellings("\xE5"); }},
      {"title", [](auto& r) { r.mutable_offices(0)->set_title("\xE5"); }},
      {"speaker",
       [](auto& r) { r.mutable_events(0)->mutable_reports(0)->set_attributed_to("\xE5"); }},
  };
  for (const Damage& damage : kDamages) {
    proto::Extraction record = Record();
    damage.damage(record);
    EXPECT_EQ(CheckRecord(record, Article()).code(), absl::StatusCode::kDataLoss) << damage.what;
  }
}

}  // namespace
}  // namespace norn::ingest
