// What the readers of XML formats have in common: from bytes to a tree, and what becomes of an
// article that is read from a part of it.
#ifndef NORN_INGEST_READ_FEEDS_XML_FORMAT_H_
#define NORN_INGEST_READ_FEEDS_XML_FORMAT_H_

#include <cstddef>
#include <initializer_list>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "ingest/read/format/format.h"
#include "ingest/read/syntax/xml_document.h"
#include "proto/article.pb.h"

namespace norn::ingest {

using XmlReader = absl::FunctionRef<void(const XmlDocument& document, const InputName& input,
                                         const FormatOptions& options, FormatOutput& output)>;

// Whether the input's outermost element is one of `roots`.
Fit FitsRoot(const Input& input, std::initializer_list<absl::string_view> roots);

// Parses the input and reads it. A mistake in the XML is a problem even where parsing went on
// behind it: something may be lost.
void ReadXml(Input& input, const FormatOptions& options, FormatOutput& output, XmlReader read);

using ItemReader =
    absl::FunctionRef<absl::Status(const xmlNode* item, size_t number, proto::Article& article)>;

// An article of each of `items`; a problem where there is none: "there is no `what` in it".
void ReadEach(const std::vector<const xmlNode*>& items, absl::string_view what,
              const InputName& input, FormatOutput& output, ItemReader read);

// The article, or a problem at the `number`th place of the input.
void AddOrRefuse(const absl::Status& status, proto::Article article, const InputName& input,
                 size_t number, FormatOutput& output);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FEEDS_XML_FORMAT_H_
