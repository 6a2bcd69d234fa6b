#include "ingest/extract/mentions/meaning/discourse.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

// Steps up the tree from a name to the phrase that it belongs to.
constexpr int kDeepest = 4;
constexpr int kHighestVerb = 6;
// Names of the sentence before that may tell where something is.
constexpr size_t kFromBefore = 8;
constexpr size_t kMostRecent = 48;

bool IsSubject(absl::string_view relation) { return absl::StartsWith(relation, "nsubj"); }

}  // namespace

Discourse::Discourse(const AnnotatedText& text, const Grammar& grammar, EntityTable& entities,
                     const OfficeBook& offices, const std::vector<std::vector<Mention>>& candidates)
    : text_(text), grammar_(grammar), entities_(entities), sightings_(candidates.size()) {
  prepositions_.resize(text.tokens.size());
  for (const Token& token : text.tokens) {
    if (token.deprel == "case" && token.head >= 0 && token.head < text.tokens.size() &&
        prepositions_[token.head].empty()) {
      prepositions_[token.head] = token.lower;
    }
  }
  for (uint32_t sentence = 0; sentence < candidates.size(); ++sentence) {
    Find(sentence, candidates[sentence]);
    for (const Mention& candidate : candidates[sentence]) ReadNouns(candidate);
    speakers_.push_back(FindSpeaker(candidates[sentence]));
  }
  std::vector<uint32_t> totals;
  for (const auto& sentence : sightings_) {
    for (const Sighting& seen : sentence) {
      if (seen.entity >= records_.size()) records_.resize(seen.entity + 1);
      records_[seen.entity].total += seen.is_behind ? 1 : 2;
    }
  }
  RankTopics();
  for (uint32_t i = 0; i < records_.size(); ++i) homes_.push_back(entities.StateOf(i));
  for (const proto::OfficeClaim& claim : offices.claims()) {
    if (claim.holder() >= homes_.size() || homes_[claim.holder()]) continue;
    homes_[claim.holder()] = entities.StateOf(claim.of());
  }
}

std::optional<uint32_t> Discourse::HomeOf(uint32_t entity) const {
  return entity < homes_.size() ? homes_[entity] : std::nullopt;
}

bool Discourse::IsCalled(uint32_t entity, const std::string& noun) const {
  const auto found = nouns_.find(entity);
  return found != nouns_.end() && found->second.contains(noun);
}

// "emir Berg", "Berg, byens ordfører"
void Discourse::ReadNouns(const Mention& candidate) {
  if (candidate.entities.size() != 1 || candidate.kind != Mention::Kind::kName) return;
  auto& nouns = nouns_[candidate.entities[0]];
  for (uint32_t at = candidate.phrase_begin; at < candidate.first_token; ++at) {
    if (text_.tokens[at].upos == "NOUN") nouns.insert(text_.tokens[at].lemma);
  }
  constexpr uint32_t kReach = 12;
  const uint32_t end = std::min<uint32_t>(candidate.end_token() + kReach,
                                          static_cast<uint32_t>(text_.tokens.size()));
  for (uint32_t at = candidate.end_token(); at < end; ++at) {
    const Token& token = text_.tokens[at];
    const bool is_apposition = token.upos == "NOUN" && token.deprel == "appos" &&
                               token.head >= static_cast<int32_t>(candidate.phrase_begin) &&
                               token.head < static_cast<int32_t>(candidate.end_token());
    if (is_apposition) nouns.insert(token.lemma);
  }
}

void Discourse::RankTopics() {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < records_.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return records_[a].total > records_[b].total; });
  topic_ranks_.assign(records_.size(), 0);
  absl::flat_hash_map<int, uint32_t> ranked;  // by kind
  for (const uint32_t entity : order) {
    topic_ranks_[entity] = ranked[static_cast<int>(entities_.entity(entity).kind())]++;
  }
}

void Discourse::Find(uint32_t sentence, const std::vector<Mention>& candidates) {
  for (const Mention& candidate : candidates) {
    for (const uint32_t entity : candidate.entities) {
      const proto::Entity::Kind kind = entities_.entity(entity).kind();
      if (kind == proto::Entity::PLACE) continue;
      if (kind == proto::Entity::WEAPON_SYSTEM) continue;
      sightings_[sentence].push_back({entity, candidate.head_token,
                                      candidate.kind == Mention::Kind::kAdjective, candidate.kind});
    }
    // "EU-ministrene": whose they are, too.
    if (candidate.owner && candidate.entities.empty()) {
      sightings_[sentence].push_back(
          {*candidate.owner, candidate.head_token, true, candidate.kind});
    }
    if (candidate.state && std::find(candidate.entities.begin(), candidate.entities.end(),
                                     *candidate.state) == candidate.entities.end()) {
      sightings_[sentence].push_back(
          {*candidate.state, candidate.head_token, true, candidate.kind});
    }
  }
}

// "– Jeg traff henne, sier Dahl": the subject of a verb of saying.
std::optional<uint32_t> Discourse::FindSpeaker(const std::vector<Mention>& candidates) const {
  for (const Mention& candidate : candidates) {
    if (candidate.entities.size() != 1 || candidate.is_genitive) continue;
    const Token& head = text_.tokens[candidate.head_token];
    const bool says = IsSubject(head.deprel) && head.head >= 0 &&
                      grammar_.Is("reporting_verb", text_.tokens[head.head].lower);
    const bool is_behind_verb =
        candidate.phrase_begin > 0 &&
        grammar_.Is("reporting_verb", text_.tokens[candidate.phrase_begin - 1].lower);
    if (says || is_behind_verb) return candidate.entities[0];
  }
  return std::nullopt;
}

void Discourse::Read(uint32_t sentence) {
  const bool is_heading = text_.sentences[sentence].is_heading;
  for (const Sighting& seen : sightings_[sentence]) {
    Record& record = records_[seen.entity];
    const absl::string_view relation = text_.tokens[seen.head].deprel;
    record.last_sentence = static_cast<int32_t>(sentence);
    if (IsSubject(relation) && !seen.is_behind) record.last_as_subject = record.last_sentence;
    record.last_relation = relation;
    record.count += seen.is_behind ? 1 : 2;
    record.is_in_heading = record.is_in_heading || is_heading;
    recent_.erase(std::remove(recent_.begin(), recent_.end(), seen.entity), recent_.end());
    recent_.push_back(seen.entity);
    if (recent_.size() > kMostRecent) recent_.erase(recent_.begin());
  }
}

const Discourse::Record& Discourse::RecordOf(uint32_t entity) const {
  static const Record& none = *new Record;
  return entity < records_.size() ? records_[entity] : none;
}

uint32_t Discourse::TopicRank(uint32_t entity) const {
  return entity < topic_ranks_.size() ? topic_ranks_[entity] : 99;
}

std::optional<uint32_t> Discourse::SpeakerOf(uint32_t sentence) const {
  return sentence < speakers_.size() ? speakers_[sentence] : std::nullopt;
}

std::optional<uint32_t> Discourse::VerbAbove(uint32_t token) const {
  int64_t at = token;
  for (int step = 0; step < kHighestVerb; ++step) {
    at = text_.tokens[at].head;
    if (at < 0 || at >= static_cast<int64_t>(text_.tokens.size())) return std::nullopt;
    if (text_.tokens[at].upos == "VERB") return static_cast<uint32_t>(at);
  }
  return std::nullopt;
}

std::string Discourse::RelationOf(uint32_t token) const {
  return absl::StrCat(text_.tokens[token].deprel, ":", prepositions_[token]);
}

std::string Discourse::PathTo(uint32_t phrase_head, uint32_t name_head) const {
  int64_t at = name_head;
  for (int step = 0; step < kDeepest && at >= 0; ++step) {
    const int64_t above = text_.tokens[at].head;
    if (above == phrase_head) {
      return absl::StrCat(step == 0 ? "below:" : "deep:", RelationOf(static_cast<uint32_t>(at)));
    }
    at = above;
  }
  // "Nordland-soldatene"
  if (name_head == phrase_head) return "same";
  const auto verb = VerbAbove(name_head);
  if (verb && verb == VerbAbove(phrase_head)) return absl::StrCat("clause:", RelationOf(name_head));
  return "sentence";
}

std::vector<Tie> Discourse::TiesOf(uint32_t sentence, const Mention& phrase) const {
  std::vector<Tie> ties;
  for (const Sighting& seen : sightings_[sentence]) {
    const bool is_own = seen.head == phrase.head_token && phrase.kind != Mention::Kind::kNoun;
    if (is_own && !seen.is_behind) continue;
    Tie tie;
    tie.entity = seen.entity;
    tie.path = PathTo(phrase.head_token, seen.head);
    // Who comes only later is hardly meant by "han".
    if (seen.head > phrase.head_token) absl::StrAppend(&tie.path, " later");
    tie.is_close = absl::StartsWith(tie.path, "below") || absl::StartsWith(tie.path, "deep");
    absl::StrAppend(&tie.path, seen.is_behind ? " behind" : "");
    ties.push_back(std::move(tie));
  }
  if (sentence > 0) {
    const auto& before = sightings_[sentence - 1];
    for (size_t i = 0; i < before.size() && i < kFromBefore; ++i) {
      ties.push_back({before[i].entity, before[i].is_behind ? "before behind" : "before", false});
    }
  }
  return ties;
}

}  // namespace norn::ingest
