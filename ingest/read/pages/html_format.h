// Saved web pages and pieces of HTML.
#ifndef NORN_INGEST_READ_PAGES_HTML_FORMAT_H_
#define NORN_INGEST_READ_PAGES_HTML_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& HtmlFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_HTML_FORMAT_H_
