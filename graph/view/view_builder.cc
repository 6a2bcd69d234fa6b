#include "graph/view/view_builder.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/view/column_writer.h"
#include "graph/view/edge_sections.h"
#include "graph/view/view.h"
#include "graph/view/view_format.h"
#include "graph/view/view_sections.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using Use = std::function<void(absl::string_view piece)>;

class Builder {
 public:
  // `folder` for what does not fit into memory; empty: all does.
  Builder(const ColumnarGraph& graph, const std::string& folder)
      : graph_(graph), sections_(folder) {}

  absl::Status Build(const Use& use) {
    // Number 0 stands for whatever is absent where there are no nodes: there are no rows then.
    ColumnWriter columns(sections_[view_format::kColumnData],
                         graph_.node_count() == 0 ? 0 : graph_.node_id(0));
    WriteNodes(columns);
    EdgeSections(graph_, sections_, columns).Write();
    for (const view_format::ColumnRecord& record : columns.records()) {
      sections_[view_format::kColumns].AppendNumber(record);
    }
    NORN_RETURN_IF_ERROR(WriteStrings());
    WriteNames();
    WriteVocabulary();
    const view_format::Meta meta = {graph_.node_count(), static_cast<uint32_t>(graph_.edge_count()),
                                    graph_.ids_are_properties() ? 1u : 0u, 0};
    return sections_.Assemble(meta, use);
  }

 private:
  // A label's number is its place among the sorted ones.
  LabelId LabelOf(const std::string& label) const {
    const auto& labels = graph_.labels();
    return static_cast<LabelId>(std::lower_bound(labels.begin(), labels.end(), label) -
                                labels.begin());
  }

  void WriteNodes(ColumnWriter& columns) {
    uint32_t label_begin = 0;
    uint32_t group = 0;
    for (const NodeTable* table : graph_.node_tables()) {
      const auto label_count = static_cast<uint32_t>(table->labels.size());
      sections_[view_format::kGroups].AppendNumber(
          view_format::GroupRecord{table->first, table->rows(), label_begin, label_count});
      for (const std::string& label : table->labels) {
        sections_[view_format::kGroupLabels].AppendNumber(LabelOf(label));
      }
      label_begin += label_count;
      columns.Write(false, group++, *table, table->order);
    }
    for (NodeIndex node = 0; node < graph_.node_count(); ++node) {
      sections_[view_format::kNodeIds].AppendNumber(graph_.node_id(node));
    }
  }

  absl::Status WriteStrings() {
    uint64_t end = 0;
    sections_[view_format::kStringOffsets].AppendNumber(static_cast<uint32_t>(end));
    for (TextId text = 0; text < graph_.texts().size(); ++text) {
      sections_[view_format::kStringBytes].Append(graph_.texts()[text]);
      end += graph_.texts()[text].size();
      if (end > std::numeric_limits<uint32_t>::max()) {
        return absl::ResourceExhaustedError("the graph has more than 4 GiB of distinct text");
      }
      sections_[view_format::kStringOffsets].AppendNumber(static_cast<uint32_t>(end));
    }
    return absl::OkStatus();
  }

  void WriteNames() {
    for (const auto& [text, node] : graph_.names()) {
      sections_[view_format::kNameStrings].AppendNumber(text);
      sections_[view_format::kNameNodes].AppendNumber(node);
    }
  }

  void WriteVocabulary() {
    for (const std::string& label : graph_.labels()) WriteWord(view_format::kLabels, label);
    for (const std::string& key : graph_.keys()) WriteWord(view_format::kKeys, key);
    for (const EdgeTable* table : graph_.edge_tables()) {
      WriteWord(view_format::kEdgeTypes, table->type);
    }
  }

  // The texts are sorted.
  void WriteWord(view_format::Section section, absl::string_view word) {
    TextId begin = 0;
    TextId end = static_cast<TextId>(graph_.texts().size());
    while (begin < end) {
      const TextId middle = begin + (end - begin) / 2;
      if (graph_.texts()[middle] < word) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    sections_[section].AppendNumber(begin);
  }

  const ColumnarGraph& graph_;
  ViewSections sections_;
};

absl::Status CannotWrite(const std::string& path) {
  return absl::ErrnoToStatus(errno == 0 ? EIO : errno, absl::StrCat("cannot write ", path));
}

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

}  // namespace

absl::StatusOr<std::string> BuildView(const PropertyGraph& graph, const BuildViewOptions& options) {
  NORN_ASSIGN_OR_RETURN(const ColumnarGraph columns,
                        ColumnarGraph::Of(graph, options.ids_are_properties));
  std::string bytes;
  NORN_RETURN_IF_ERROR(Builder(columns, "").Build([&bytes](absl::string_view piece) {
    bytes.append(piece.data(), piece.size());
  }));
  return bytes;
}

absl::StatusOr<uint64_t> BuildViewFile(const ColumnarGraph& graph, const std::string& path) {
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  if (!out) return CannotWrite(path);
  const std::unique_ptr<XXH3_state_t, FreeState> checksum(XXH3_createState());
  XXH3_64bits_reset(checksum.get());
  NORN_RETURN_IF_ERROR(Builder(graph, std::filesystem::path(path).parent_path().string())
                           .Build([&out, &checksum](absl::string_view piece) {
                             out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
                             XXH3_64bits_update(checksum.get(), piece.data(), piece.size());
                           }));
  out.close();
  if (!out) return CannotWrite(path);
  return XXH3_64bits_digest(checksum.get());
}

}  // namespace norn::graph
