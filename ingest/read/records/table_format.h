// Tables: CSV with commas or semicolons, and TSV. The first row names the columns, each other row
// is an article; which column is which field is the caller's to say (FieldMap), the usual names are
// known.
#ifndef NORN_INGEST_READ_RECORDS_TABLE_FORMAT_H_
#define NORN_INGEST_READ_RECORDS_TABLE_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& TableFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_RECORDS_TABLE_FORMAT_H_
