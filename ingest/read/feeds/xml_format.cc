#include "ingest/read/feeds/xml_format.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {

Fit FitsRoot(const Input& input, std::initializer_list<absl::string_view> roots) {
  const std::string root = RootElement(input.head());
  const bool is_one = std::find(roots.begin(), roots.end(), root) != roots.end();
  return is_one ? Fit::kContent : Fit::kNone;
}

void ReadXml(Input& input, const FormatOptions& options, FormatOutput& output, XmlReader read) {
  const InputName name = input.name();
  const absl::StatusOr<std::string> bytes = input.ReadAll(options.max_file_bytes);
  if (!bytes.ok()) return output.AddProblem(name.place, bytes.status());
  const absl::StatusOr<XmlDocument> document = XmlDocument::Parse(*bytes);
  if (!document.ok()) return output.AddProblem(name.place, document.status());
  if (!document->complaint().empty()) {
    output.AddProblem(name.place, absl::InvalidArgumentError(absl::StrCat(
                                      document->complaint(), "; what stands behind may be lost")));
  }
  read(*document, name, options, output);
}

void ReadEach(const std::vector<const xmlNode*>& items, absl::string_view what,
              const InputName& input, FormatOutput& output, ItemReader read) {
  size_t number = 0;
  for (const xmlNode* item : items) {
    proto::Article article;
    ++number;
    const absl::Status status = read(item, number, article);
    AddOrRefuse(status, std::move(article), input, number, output);
  }
  if (items.empty()) {
    output.AddProblem(input.place,
                      absl::InvalidArgumentError(absl::StrCat("there is no ", what, " in it")));
  }
}

void AddOrRefuse(const absl::Status& status, proto::Article article, const InputName& input,
                 size_t number, FormatOutput& output) {
  if (status.ok()) {
    output.Add(std::move(article));
  } else {
    output.AddProblem(absl::StrCat(input.place, ":", number), status);
  }
}

}  // namespace norn::ingest
