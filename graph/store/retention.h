// What of a graph's earlier generations is kept: how many, and those that were rolled back from.
//
//   const Retention retention = Retention::Read("graph");
//   if (retention.RolledBack(manifest.store_checksum())) …   // its content is not to come back
#ifndef NORN_GRAPH_STORE_RETENTION_H_
#define NORN_GRAPH_STORE_RETENTION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace norn::graph {

// The file RETENTION in the graph's folder, as text: `keep 5`, and a line `rolled-back 12 CHECKSUM`
// for each generation that a person has gone back from; a checksum of the lines before in the last.
class Retention {
 public:
  static constexpr uint32_t kDefaultKeep = 2;  // the current one and the one before

  // Without a file: the default, and nothing was rolled back. Of a file that is damaged nothing
  // counts, and no generation is removed by it.
  static Retention Read(const std::string& graph);
  // kDataLoss, with the file's name, if it is damaged; the next build writes it anew.
  absl::Status Check() const;
  // On disk when it returns.
  absl::Status Write() const;

  uint32_t keep() const { return keep_; }
  void set_keep(uint32_t keep) { keep_ = keep; }

  // The generation with that content that a person went back from.
  std::optional<uint64_t> RolledBack(absl::string_view store_checksum) const;
  bool IsRolledBack(uint64_t generation) const { return rolled_back_.contains(generation); }
  void AddRolledBack(uint64_t generation, absl::string_view store_checksum);
  // From there on: somebody has gone to a newer one.
  void ForgetRolledBack(uint64_t up_to = UINT64_MAX);

  // Of generations, ascending, of which `current` is the one that is read: those to be removed.
  // What is newer than the current one was finished by a build that was killed before it could say
  // so, unless a person went back from it.
  std::vector<uint64_t> ToRemove(const std::vector<uint64_t>& generations, uint64_t current) const;

 private:
  explicit Retention(std::string path);

  std::string path_;
  bool is_damaged_ = false;
  uint32_t keep_ = kDefaultKeep;
  std::map<uint64_t, std::string> rolled_back_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_RETENTION_H_
