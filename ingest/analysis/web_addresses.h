// Addresses of the web in a text: one token from their first word to the next blank.
//
//   if (BeginsAddress(pieces, at)) end = EndOfAddress(pieces, at);
#ifndef NORN_INGEST_ANALYSIS_WEB_ADDRESSES_H_
#define NORN_INGEST_ANALYSIS_WEB_ADDRESSES_H_

#include <cstddef>

#include "ingest/analysis/paragraph_pieces.h"

namespace norn::ingest {

bool BeginsAddress(const ParagraphPieces& pieces, size_t at);

// The first piece behind it: without the punctuation of the sentence around it.
size_t EndOfAddress(const ParagraphPieces& pieces, size_t at);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_WEB_ADDRESSES_H_
