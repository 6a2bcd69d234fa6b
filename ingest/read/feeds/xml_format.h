// What the readers of XML formats have in common: from bytes to a tree, and what becomes of an
// article that is read from a part of it.
#ifndef NORN_INGEST_READ_FEEDS_XML_FORMAT_H_
#define NORN_INGEST_READ_FEEDS_XML_FORMAT_H_

#include <cstddef>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "ingest/read/format/format.h"
#include "ingest/read/syntax/xml_document.h"
#include "proto/article.pb.h"

namespace norn::ingest {

using XmlReader = absl::FunctionRef<void(const XmlDocument& document, const InputName& input,
                                         const FormatOptions& options, FormatOutput& output)>;

// Parses the input and reads it. A mistake in the XML is a problem even where parsing went on
// behind it: something may be lost.
void ReadXml(Input& input, const FormatOptions& options, FormatOutput& output, XmlReader read);

// The article, or a problem at the `number`th place of the input.
void AddOrRefuse(const absl::Status& status, proto::Article article, const InputName& input,
                 size_t number, FormatOutput& output);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FEEDS_XML_FORMAT_H_
