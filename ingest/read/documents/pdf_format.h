// PDF with a text layer, by Poppler: its pages' text in reading order, columns one after the other.
// Lines are as they are printed; they are mended later, like those of all hard-wrapped text.
#ifndef NORN_INGEST_READ_DOCUMENTS_PDF_FORMAT_H_
#define NORN_INGEST_READ_DOCUMENTS_PDF_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& PdfFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DOCUMENTS_PDF_FORMAT_H_
