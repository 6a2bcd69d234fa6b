// Why a fact is other in one generation than in another: which articles that tell of it came,
// changed or went.
//
//   const ChangeReasons reasons(older, newer);
//   for (const std::string& reason : reasons.Of(node)) …   // "a.txt is new"
#ifndef NORN_TOOLS_COMMANDS_CHANGE_REASONS_H_
#define NORN_TOOLS_COMMANDS_CHANGE_REASONS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/model/model.h"

namespace norn::tools {

class ChangeReasons {
 public:
  // Both normalized.
  ChangeReasons(const graph::PropertyGraph& older, const graph::PropertyGraph& newer);

  // Sorted by article; empty where no article that tells of it is another: what it says of others
  // has changed then (who is one, which reports are one event), or what norn reads from it.
  std::vector<std::string> Of(const graph::Node& node) const;
  std::vector<std::string> Of(const graph::Edge& edge) const;

 private:
  void CollectArticles(const graph::PropertyGraph& older, const graph::PropertyGraph& newer);
  void CollectReports(const graph::PropertyGraph& graph);
  std::vector<std::string> Reasons(const std::set<std::string>& articles) const;
  void AddArticlesOf(const std::string& node, std::set<std::string>& articles) const;

  std::map<std::string, std::string> changed_;                // article's node: "a.txt is new"
  std::map<std::string, std::set<std::string>> articles_of_;  // by node that they tell of
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_CHANGE_REASONS_H_
