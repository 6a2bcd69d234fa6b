// Archives in memory: for tests.
//
//   std::string bytes = Zip({{"news/a.txt", "Det regner."}});
#ifndef NORN_INGEST_READ_ARCHIVES_PACKED_BYTES_H_
#define NORN_INGEST_READ_ARCHIVES_PACKED_BYTES_H_

#include <archive.h>

#include <string>
#include <utility>
#include <vector>

namespace norn::ingest {

using PackedMembers = std::vector<std::pair<std::string, std::string>>;  // path, content

// By libarchive's functions that choose an archive's format and filter.
std::string Pack(int (*set_format)(archive*), int (*add_filter)(archive*),
                 const PackedMembers& members);

// Stored, so that a document's first member can be recognised.
std::string Zip(const PackedMembers& members);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARCHIVES_PACKED_BYTES_H_
