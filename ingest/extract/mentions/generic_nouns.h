// Nouns that name nobody and stand for somebody all the same: "våpen" without a system, "russerne"
// for the state.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_GENERIC_NOUNS_H_
#define NORN_INGEST_EXTRACT_MENTIONS_GENERIC_NOUNS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/phrase_reader.h"

namespace norn::ingest {

class GenericNouns {
 public:
  // `name_at`: by token, the index of the name that begins there. All outlive it.
  GenericNouns(const AnnotatedText& text, const Gazetteer& gazetteer, const PhraseReader& reader,
               const absl::flat_hash_map<uint32_t, uint32_t>& name_at, EntityTable& entities);

  // Adds what stands at `at`, in front of `end`, to the sentence's mentions, or to the last of
  // them; the token behind it, or nothing.
  std::optional<uint32_t> ReadAt(uint32_t at, uint32_t end, std::vector<Mention>& mentions);

 private:
  bool IsCompoundForArms(uint32_t at) const;

  const AnnotatedText& text_;
  const Gazetteer& gazetteer_;
  const PhraseReader& reader_;
  const absl::flat_hash_map<uint32_t, uint32_t>& name_at_;
  EntityTable& entities_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_GENERIC_NOUNS_H_
