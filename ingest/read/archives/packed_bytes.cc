#include "ingest/read/archives/packed_bytes.h"

#include <archive_entry.h>

#include <cstddef>

namespace norn::ingest {

std::string Pack(int (*set_format)(archive*), int (*add_filter)(archive*),
                 const PackedMembers& members) {
  std::string bytes(size_t{1} << 22, '\0');
  size_t used = 0;
  archive* const out = archive_write_new();
  set_format(out);
  add_filter(out);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [path, content] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, path.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

std::string Zip(const PackedMembers& members) {
  const auto stored = [](archive* out) {
    const int set = archive_write_set_format_zip(out);
    return set == ARCHIVE_OK ? archive_write_zip_set_compression_store(out) : set;
  };
  return Pack(stored, &archive_write_add_filter_none, members);
}

}  // namespace norn::ingest
