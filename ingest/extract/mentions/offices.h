// Who holds which office: what the article says, and where it only describes ("den amerikanske
// presidenten"), what the lexicon knows of the day of publication.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_OFFICES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_OFFICES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/time/day_range.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// A title as the text has it, with the lexicon's code.
struct Title {
  std::string text;
  const Office* office = nullptr;
};

class OfficeBook {
 public:
  OfficeBook(const Lexicon& lexicon, EntityTable& entities, const DayRange& published);

  // The text gives `holder` the title, of `of` where it says so; else of the state or
  // organisation that the lexicon knows, if any. The evidence is the title with the name.
  void Add(uint32_t holder, std::optional<uint32_t> of, const Title& title, ByteSpan evidence);
  // The same, where the title is somebody else's: "hans kollega Dahl". The bare title does not
  // mean such a holder.
  void AddInferred(uint32_t holder, uint32_t of, const Title& title, ByteSpan evidence);

  // Who is meant by the office, in an article that has been read up to here.
  std::optional<uint32_t> HolderOf(const std::string& office, std::optional<uint32_t> of);

  // The same, only of those whom the article has named with the office.
  std::optional<uint32_t> NamedHolderOf(const std::string& office,
                                        std::optional<uint32_t> of) const;

  // The only one whom the article has given the title, of whatever state; none: nobody or several.
  std::optional<uint32_t> OnlyHolderOf(const std::string& office) const;

  // Whether the entity holds the office by the article or the lexicon.
  bool Holds(uint32_t entity, absl::string_view office) const;

  // The states and organisations that the text itself gives with a title: "EUs utenrikssjef".
  const std::set<uint32_t>& told() const { return told_; }

  const std::vector<proto::OfficeClaim>& claims() const { return claims_; }
  std::vector<proto::OfficeClaim> Take() { return std::move(claims_); }

 private:
  std::optional<uint32_t> LexiconHolder(absl::string_view office, absl::string_view of);
  std::optional<uint32_t> OfFromLexicon(uint32_t holder, const Office& office);
  bool IsCurrent(const Actor::Tenure& tenure) const;

  const Lexicon& lexicon_;
  EntityTable& entities_;
  const DayRange published_;
  std::vector<proto::OfficeClaim> claims_;
  std::set<uint32_t> inferred_;                       // indexes into claims_
  std::map<std::string, std::set<uint32_t>> titled_;  // by office
  std::set<uint32_t> told_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_OFFICES_H_
