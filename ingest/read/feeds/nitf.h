// NITF 3.x, the news agencies' mark-up of one article.
#ifndef NORN_INGEST_READ_FEEDS_NITF_H_
#define NORN_INGEST_READ_FEEDS_NITF_H_

#include "ingest/read/format/format.h"
#include "ingest/read/syntax/xml_document.h"

namespace norn::ingest {

const Format& NitfFormat();

// The paragraphs of an article's body.content as mark-up; empty: it has none. NewsML has NITF in
// it.
std::string NitfBody(const xmlNode* nitf);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FEEDS_NITF_H_
