#include "tools/rebuild/change_summary.h"

#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

proto::Manifest ManifestOf(const Pairs& articles, uint64_t events, uint64_t calls) {
  proto::Manifest manifest;
  for (const auto& [name, hash] : articles) {
    proto::Manifest::Source* article = manifest.add_articles();
    article->set_name(name);
    article->set_sha256(hash);
  }
  proto::Manifest::Count* label = manifest.add_nodes_by_label();
  label->set_name("Event");
  label->set_count(events);
  proto::Manifest::Count* type = manifest.add_edges_by_type();
  type->set_name("SPOKE_WITH");
  type->set_count(calls);
  return manifest;
}

TEST(ChangeSummaryTest, SaysWhatCameChangedAndWent) {
  const proto::Manifest before = ManifestOf({{"a", "1"}, {"b", "1"}, {"c", "1"}}, 5, 2);
  const proto::Manifest after = ManifestOf({{"b", "2"}, {"c", "1"}, {"d", "1"}, {"e", "1"}}, 7, 1);
  EXPECT_EQ(ChangeSummary(before, after),
            "2 articles new, 1 changed, 1 gone; Event +2; SPOKE_WITH -1");
  EXPECT_EQ(ChangeSummary(after, after), "0 articles new, 0 changed, 0 gone");
  EXPECT_EQ(ChangeSummary({}, ManifestOf({{"a", "1"}}, 1, 0)),
            "1 articles new, 0 changed, 0 gone; Event +1");
}

}  // namespace
}  // namespace norn::tools
