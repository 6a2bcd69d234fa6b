// Gives every article a name of its own, whatever order they come in.
//
//   MakeNamesUnique(articles);   // a.txt, a.txt#1f0c9a2b, b.txt
#ifndef NORN_INGEST_READ_UNIQUE_NAMES_H_
#define NORN_INGEST_READ_UNIQUE_NAMES_H_

#include <vector>

#include "proto/article.pb.h"

namespace norn::ingest {

// Sorts by name. Of several with one name and one text a single one stays; of several texts under
// one name that with the smallest hash keeps the name, the others get `#` and digits of their hash.
// Every article has its `sha256`.
void MakeNamesUnique(std::vector<proto::Article>& articles);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_UNIQUE_NAMES_H_
