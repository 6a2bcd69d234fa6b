// An article in several languages as articles in one language each, of the same bytes: what is in
// another language is blank, so that offsets stay.
//
//   for (const proto::Article& part : PartsByLanguage(article, passages)) AppendRecord(…);
#ifndef NORN_INGEST_EXTRACT_LANGUAGE_PARTS_H_
#define NORN_INGEST_EXTRACT_LANGUAGE_PARTS_H_

#include <vector>

#include "ingest/prepare/passages.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// The article's own language first, then those of its passages in alphabetical order.
std::vector<proto::Article> PartsByLanguage(const proto::Article& article,
                                            const std::vector<LanguagePassage>& passages);

// Adds what another part of the same article says; entities get new indexes behind those that are
// there.
void AppendRecord(const proto::Extraction& from, proto::Extraction& into);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_LANGUAGE_PARTS_H_
