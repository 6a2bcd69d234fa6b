#include "ingest/read/feeds/xml_format.h"

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {

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

void AddOrRefuse(const absl::Status& status, proto::Article article, const InputName& input,
                 size_t number, FormatOutput& output) {
  if (status.ok()) {
    output.Add(std::move(article));
  } else {
    output.AddProblem(absl::StrCat(input.place, ":", number), status);
  }
}

}  // namespace norn::ingest
