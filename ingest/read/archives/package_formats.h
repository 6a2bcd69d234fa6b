// Zip archives that are one thing for their readers: of their members only some are articles.
#ifndef NORN_INGEST_READ_ARCHIVES_PACKAGE_FORMATS_H_
#define NORN_INGEST_READ_ARCHIVES_PACKAGE_FORMATS_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

// A crawl: WARC archives with indexes beside them.
const Format& WaczFormat();
// A book: pages in XHTML with their list, styles and pictures.
const Format& EpubFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARCHIVES_PACKAGE_FORMATS_H_
