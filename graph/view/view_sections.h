// The sections of a view while they are written, and their assembly to a view's bytes. Internal to
// the builder.
//
//   ViewSections sections("");
//   sections[view_format::kTargets].AppendNumber(target);
//   NORN_RETURN_IF_ERROR(sections.Assemble(meta, [&](absl::string_view piece) { … }));
#ifndef NORN_GRAPH_VIEW_VIEW_SECTIONS_H_
#define NORN_GRAPH_VIEW_VIEW_SECTIONS_H_

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/view/spool.h"
#include "graph/view/view_format.h"

namespace norn::graph {

class ViewSections {
 public:
  // `folder` for spools; empty: all stays in memory.
  explicit ViewSections(const std::string& folder);

  Spool& operator[](view_format::Section section) { return spools_[section]; }

  // Gives the view's bytes in order. kMeta and kBlocks are written here.
  absl::Status Assemble(const view_format::Meta& meta,
                        const std::function<void(absl::string_view piece)>& use);

 private:
  using Table = std::array<view_format::SectionRecord, view_format::kSectionCount>;

  absl::Status WriteBlocks();
  absl::StatusOr<Table> MakeTable() const;

  std::vector<Spool> spools_;  // by section
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_VIEW_SECTIONS_H_
