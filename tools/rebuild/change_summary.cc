#include "tools/rebuild/change_summary.h"

#include <cstdint>
#include <map>

#include "absl/strings/str_cat.h"

namespace norn::tools {
namespace {

using Counts = google::protobuf::RepeatedPtrField<proto::Manifest::Count>;

std::string ArticleChanges(const proto::Manifest& before, const proto::Manifest& after) {
  std::map<std::string, std::string> gone;  // name: hash; what is there still is taken out
  for (const proto::Manifest::Source& source : before.articles()) {
    gone[source.name()] = source.sha256();
  }
  size_t added = 0;
  size_t changed = 0;
  for (const proto::Manifest::Source& source : after.articles()) {
    const auto known = gone.find(source.name());
    if (known == gone.end()) {
      ++added;
      continue;
    }
    if (known->second != source.sha256()) ++changed;
    gone.erase(known);
  }
  return absl::StrCat(added, " articles new, ", changed, " changed, ", gone.size(), " gone");
}

// "; Event +3, Person -1"; empty where nothing differs.
std::string CountChanges(const Counts& before, const Counts& after) {
  std::map<std::string, int64_t> differences;
  for (const proto::Manifest::Count& count : before) {
    differences[count.name()] -= static_cast<int64_t>(count.count());
  }
  for (const proto::Manifest::Count& count : after) {
    differences[count.name()] += static_cast<int64_t>(count.count());
  }
  std::string text;
  for (const auto& [name, difference] : differences) {
    if (difference == 0) continue;
    absl::StrAppend(&text, text.empty() ? "; " : ", ", name, difference > 0 ? " +" : " ",
                    difference);
  }
  return text;
}

}  // namespace

std::string ChangeSummary(const proto::Manifest& before, const proto::Manifest& after) {
  return absl::StrCat(ArticleChanges(before, after),
                      CountChanges(before.nodes_by_label(), after.nodes_by_label()),
                      CountChanges(before.edges_by_type(), after.edges_by_type()));
}

}  // namespace norn::tools
