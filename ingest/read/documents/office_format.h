// Office documents that are zip archives of XML: docx and odt. Their paragraphs are the text; what
// they say of themselves gives title, author and date.
#ifndef NORN_INGEST_READ_DOCUMENTS_OFFICE_FORMAT_H_
#define NORN_INGEST_READ_DOCUMENTS_OFFICE_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& OfficeFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DOCUMENTS_OFFICE_FORMAT_H_
