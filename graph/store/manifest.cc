#include "graph/store/manifest.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

// Version 1 had no list of its files' checksums, and its oldest manifests no checksum.
constexpr uint32_t kOldestFormatVersion = 1;
constexpr absl::string_view kSeal = "# XXH3-64 ";

// Keeps Protobuf from writing to standard error.
class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (text_.empty())
      text_ = absl::StrCat("line ", line + 1, ", column ", column + 1, ": ", message);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Whether the text is what was sealed, or was never sealed.
bool IsUntouched(absl::string_view text, uint32_t version) {
  const size_t seal = text.rfind(kSeal);
  if (seal == absl::string_view::npos) {
    // Nobody else writes comments: it is a seal that is damaged itself.
    return version == kOldestFormatVersion && !absl::StartsWith(text, "#") &&
           !absl::StrContains(text, "\n#");
  }
  return text.substr(seal) ==
         absl::string_view(absl::StrCat(kSeal, ChecksumText(text.substr(0, seal)), "\n"));
}

void AddCounts(const std::map<std::string, uint64_t>& counts,
               google::protobuf::RepeatedPtrField<proto::Manifest::Count>* out) {
  for (const auto& [name, count] : counts) {
    proto::Manifest::Count* entry = out->Add();
    entry->set_name(name);
    entry->set_count(count);
  }
}

}  // namespace

std::string ChecksumText(uint64_t checksum) {
  return absl::StrCat(absl::Hex(checksum, absl::kZeroPad16));
}

std::string ChecksumText(absl::string_view bytes) {
  return ChecksumText(XXH3_64bits(bytes.data(), bytes.size()));
}

proto::Manifest MakeManifest(const GenerationContent& content, uint64_t store_checksum,
                             absl::string_view view_bytes) {
  proto::Manifest manifest;
  manifest.set_format_version(kManifestFormat);
  manifest.set_extractor_version(content.extractor_version);
  manifest.set_input_checksum(content.input_checksum);
  manifest.set_left_out(content.left_out);
  manifest.set_min_confidence(content.min_confidence);
  manifest.set_nodes(content.graph.nodes.size());
  manifest.set_edges(content.graph.edges.size());
  std::map<std::string, uint64_t> labels, types;
  for (const Node& node : content.graph.nodes) {
    for (const std::string& label : node.labels) ++labels[label];
  }
  for (const Edge& edge : content.graph.edges) ++types[edge.type];
  AddCounts(labels, manifest.mutable_nodes_by_label());
  AddCounts(types, manifest.mutable_edges_by_type());
  manifest.set_store_checksum(ChecksumText(store_checksum));
  manifest.set_view_checksum(ChecksumText(view_bytes));
  for (const proto::Article& article : content.articles) {
    proto::Manifest::Source* source = manifest.add_articles();
    source->set_name(article.name());
    source->set_sha256(article.sha256());
  }
  return manifest;
}

proto::Manifest MakeManifest(const ColumnarGraph& graph, uint64_t store_checksum,
                             uint64_t view_checksum) {
  proto::Manifest manifest;
  manifest.set_format_version(kManifestFormat);
  manifest.set_nodes(graph.node_count());
  manifest.set_edges(graph.edge_count());
  std::map<std::string, uint64_t> labels, types;
  for (const NodeTable* table : graph.node_tables()) {
    for (const std::string& label : table->labels) labels[label] += table->rows();
  }
  for (const EdgeTable* table : graph.edge_tables()) types[table->type] = table->rows();
  AddCounts(labels, manifest.mutable_nodes_by_label());
  AddCounts(types, manifest.mutable_edges_by_type());
  manifest.set_store_checksum(ChecksumText(store_checksum));
  manifest.set_view_checksum(ChecksumText(view_checksum));
  return manifest;
}

std::string PrintManifest(const proto::Manifest& manifest) {
  std::string text;
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  printer.PrintToString(manifest, &text);
  return text;
}

std::string SealedManifest(const proto::Manifest& manifest) {
  const std::string text = PrintManifest(manifest);
  return absl::StrCat(text, kSeal, ChecksumText(text), "\n");
}

absl::StatusOr<proto::Manifest> ParseManifest(const std::string& text, absl::string_view path) {
  proto::Manifest manifest;
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  // A manifest of a later version may have fields that are not known here.
  parser.AllowUnknownField(true);
  if (!parser.ParseFromString(text, &manifest) || manifest.format_version() == 0) {
    return absl::DataLossError(absl::StrCat(path, " is damaged", error.text().empty() ? "" : ": ",
                                            error.text(), "; build the graph again"));
  }
  // What a later version seals, and how, is its own affair.
  if (manifest.format_version() > kManifestFormat) {
    return absl::FailedPreconditionError(absl::StrCat(
        path, " has format version ", manifest.format_version(), ", this norn reads up to version ",
        kManifestFormat, ": use a norn that fits, or build the graph into another folder"));
  }
  if (!IsUntouched(text, manifest.format_version())) {
    return absl::DataLossError(
        absl::StrCat(path, " is damaged: its checksum does not fit; build the graph again"));
  }
  return manifest;
}

}  // namespace norn::graph
