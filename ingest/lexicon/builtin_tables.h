// The lexicon tables that were compiled into the program, as bytes of serialized Lexicon messages.
//
//   for (const EmbeddedTable& table : BuiltinTables()) Parse(table.name, table.bytes());
#ifndef NORN_INGEST_LEXICON_BUILTIN_TABLES_H_
#define NORN_INGEST_LEXICON_BUILTIN_TABLES_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

// Its layout is what embed.sh writes.
struct EmbeddedTable {
  const char* name;  // "nb/states": folder and file
  const char* begin;
  const char* end;

  absl::string_view bytes() const {
    return absl::string_view(begin, static_cast<size_t>(end - begin));
  }
};

extern "C" const EmbeddedTable norn_lexicon_tables[];
extern "C" const uint64_t norn_lexicon_table_count;

inline absl::Span<const EmbeddedTable> BuiltinTables() {
  return absl::MakeConstSpan(norn_lexicon_tables, norn_lexicon_table_count);
}

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_BUILTIN_TABLES_H_
