// Noun phrases that stand for several owners at once: "nordlandske og sørlandske forhandlere",
// "Nordlands og Sørlands utenriksministre", "utenriksministrene i Nordland og Sørland".
#ifndef NORN_INGEST_EXTRACT_MENTIONS_COLLECTIVES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_COLLECTIVES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

struct Owner {
  uint32_t entity = 0;  // a state or an organisation
  ByteSpan bytes;
  bool is_name = false;  // else an adjective
  bool leans = false;    // an adjective or a genitive
};

struct Collective {
  uint32_t head = 0;               // token of the title or the group's noun
  uint32_t end = 0;                // token behind the whole phrase
  const Office* office = nullptr;  // null: a group
  const Pronoun* group = nullptr;  // null: an office
  std::vector<Owner> owners;       // two or more
};

class CollectiveReader {
 public:
  // `name_at`: by token, the index of the name that begins there.
  CollectiveReader(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
                   const absl::flat_hash_map<uint32_t, uint32_t>& name_at, EntityTable& entities);

  // The collective that begins at `at`, behind its article, in the sentence that ends at `end`.
  std::optional<Collective> At(uint32_t at, uint32_t end) const;

 private:
  struct Head {
    uint32_t token = 0;
    uint32_t length = 0;
    const Office* office = nullptr;
    const Pronoun* group = nullptr;
  };

  std::optional<Collective> WithOwnersInFront(uint32_t at, uint32_t end) const;
  std::optional<Collective> WithOwnersBehind(uint32_t at, uint32_t end) const;
  std::vector<Owner> OwnersAt(uint32_t at, uint32_t end, bool as_place, uint32_t* next) const;
  std::optional<Owner> OwnerAt(uint32_t at, uint32_t end, bool as_place, uint32_t* next) const;
  std::optional<Head> HeadAt(uint32_t at, uint32_t end) const;
  bool Is(absl::string_view word_class, uint32_t at, uint32_t end) const;
  bool IsPlural(const Head& head) const;

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const Gazetteer& gazetteer_;
  const absl::flat_hash_map<uint32_t, uint32_t>& name_at_;
  EntityTable& entities_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_COLLECTIVES_H_
