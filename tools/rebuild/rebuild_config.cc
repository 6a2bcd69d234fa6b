#include "tools/rebuild/rebuild_config.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/status_macros.h"
#include "tools/export/names_in_language.h"
#include "tools/export/picture/dot.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

using google::protobuf::TextFormat;

// Lines and columns are counted from 0 by Protobuf, and from 1 by people and editors.
std::string Place(const std::string& path, int line, int column) {
  return absl::StrCat(path, ":", line + 1, ":", column + 1);
}

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  explicit FirstError(const std::string& path) : path_(path) {}
  void AddError(int line, int column, const std::string& message) override {
    if (text_.empty()) text_ = absl::StrCat(Place(path_, line, column), ": ", message);
  }
  const std::string& text() const { return text_; }

 private:
  const std::string& path_;
  std::string text_;
};

absl::StatusOr<std::string> ReadText(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return absl::InvalidArgumentError(absl::StrCat(path, " is a folder, not a configuration file"));
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::NotFoundError(absl::StrCat("cannot read ", path, ": ", strerror(errno)));
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The place of the `index`-th export's field, or of the export itself where the field is missing.
std::string ExportPlace(const TextFormat::ParseInfoTree& tree, int index, int field,
                        const std::string& path) {
  const auto* config = proto::RebuildConfig::descriptor();
  const auto* exports = config->FindFieldByNumber(proto::RebuildConfig::kExportFieldNumber);
  TextFormat::ParseLocation at = tree.GetLocation(exports, index);
  if (const TextFormat::ParseInfoTree* inner = tree.GetTreeForNested(exports, index)) {
    const auto* descriptor = proto::RebuildConfig::Export::descriptor();
    const TextFormat::ParseLocation exact =
        inner->GetLocation(descriptor->FindFieldByNumber(field), -1);
    if (exact.line >= 0) at = exact;
  }
  return Place(path, at.line, at.column);
}

// What an export may be told out of a few.
struct Choice {
  int field;
  const char* what;
  const std::string& chosen;  // empty: not told
  std::vector<std::string> known;
};

std::vector<Choice> ChoicesOf(const proto::RebuildConfig::Export& item) {
  using Export = proto::RebuildConfig::Export;
  return {{Export::kLayoutFieldNumber,
           "layout",
           item.layout(),
           {std::begin(kLayouts), std::end(kLayouts)}},
          {Export::kGroupByFieldNumber, "group", item.group_by(), {kGroupByState}},
          {Export::kLanguageFieldNumber,
           "language",
           item.language(),
           {std::begin(kNameLanguages), std::end(kNameLanguages)}},
          {Export::kGexfVersionFieldNumber, "version", item.gexf_version(), {"1.2", "1.3"}}};
}

absl::Status Validate(const proto::RebuildConfig& config, const TextFormat::ParseInfoTree& tree,
                      const std::string& path) {
  const auto wrong = [](const std::string& place, absl::string_view message) {
    return absl::InvalidArgumentError(absl::StrCat(place, ": ", message));
  };
  if (config.graph().empty()) {
    return wrong(Place(path, 0, 0), "`graph` is missing: the folder of the graph");
  }
  if (config.source().empty() && config.spool().empty()) {
    return wrong(Place(path, 0, 0),
                 "`source` is missing: at least one file or folder to read, or a `spool`");
  }
  for (int i = 0; i < config.spool_size(); ++i) {
    const proto::RebuildConfig::Spool& spool = config.spool(i);
    if (!spool.folder().empty() && !spool.archive().empty()) continue;
    const TextFormat::ParseLocation at = tree.GetLocation(
        config.GetDescriptor()->FindFieldByNumber(proto::RebuildConfig::kSpoolFieldNumber), i);
    return wrong(Place(path, at.line, at.column), "a spool needs a `folder` and an `archive`");
  }
  for (int i = 0; i < config.source_size(); ++i) {
    if (!config.source(i).empty() && config.source(i) != "-") continue;
    const TextFormat::ParseLocation at = tree.GetLocation(
        config.GetDescriptor()->FindFieldByNumber(proto::RebuildConfig::kSourceFieldNumber), i);
    return wrong(Place(path, at.line, at.column), "a source must be a file or a folder");
  }
  const std::pair<int, double> parts[] = {
      {proto::RebuildConfig::kRefuseIfArticlesShrinkByFieldNumber,
       config.refuse_if_articles_shrink_by()},
      {proto::RebuildConfig::kMinConfidenceFieldNumber, config.min_confidence()},
  };
  for (const auto& [field, part] : parts) {
    if (part >= 0 && part <= 1) continue;
    const TextFormat::ParseLocation at =
        tree.GetLocation(config.GetDescriptor()->FindFieldByNumber(field), -1);
    return wrong(Place(path, at.line, at.column), "a number from 0 to 1 is meant");
  }
  std::set<std::string> outputs;
  for (int i = 0; i < config.export__size(); ++i) {
    const proto::RebuildConfig::Export& item = config.export_(i);
    if (FindExportFormat(item.format()) == nullptr) {
      return wrong(ExportPlace(tree, i, proto::RebuildConfig::Export::kFormatFieldNumber, path),
                   absl::StrCat("unknown format '", item.format(), "'; there are ",
                                absl::StrJoin(ExportFormatNames(), ", ")));
    }
    if (item.output().empty()) {
      return wrong(ExportPlace(tree, i, proto::RebuildConfig::Export::kOutputFieldNumber, path),
                   "`output` is missing: the file to write");
    }
    if (!outputs.insert(item.output()).second) {
      return wrong(ExportPlace(tree, i, proto::RebuildConfig::Export::kOutputFieldNumber, path),
                   "another export has this `output`");
    }
    for (const Choice& choice : ChoicesOf(item)) {
      const std::vector<std::string>& known = choice.known;
      if (choice.chosen.empty() ||
          std::find(known.begin(), known.end(), choice.chosen) != known.end()) {
        continue;
      }
      return wrong(ExportPlace(tree, i, choice.field, path),
                   absl::StrCat("unknown ", choice.what, " '", choice.chosen, "'; there are ",
                                absl::StrJoin(known, ", ")));
    }
  }
  return absl::OkStatus();
}

void MakeAbsolute(const std::filesystem::path& folder, std::string& path) {
  path = (folder / path).lexically_normal().string();
}

}  // namespace

absl::StatusOr<proto::RebuildConfig> ReadRebuildConfig(const std::string& path) {
  NORN_ASSIGN_OR_RETURN(const std::string text, ReadText(path));
  proto::RebuildConfig config;
  TextFormat::ParseInfoTree tree;
  FirstError error(path);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.WriteLocationsTo(&tree);
  if (!parser.ParseFromString(text, &config)) return absl::InvalidArgumentError(error.text());
  NORN_RETURN_IF_ERROR(Validate(config, tree, path));

  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  MakeAbsolute(folder, *config.mutable_graph());
  for (std::string& source : *config.mutable_source()) MakeAbsolute(folder, source);
  for (std::string& lexicon : *config.mutable_lexicon()) MakeAbsolute(folder, lexicon);
  for (proto::RebuildConfig::Export& item : *config.mutable_export_()) {
    MakeAbsolute(folder, *item.mutable_output());
  }
  for (proto::RebuildConfig::Spool& spool : *config.mutable_spool()) {
    MakeAbsolute(folder, *spool.mutable_folder());
    MakeAbsolute(folder, *spool.mutable_archive());
  }
  for (std::string* file : {config.mutable_status_file(), config.mutable_metrics_file()}) {
    if (!file->empty()) MakeAbsolute(folder, *file);
  }
  return config;
}

}  // namespace norn::tools
