#include "ingest/extract/extractor.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/annotator.h"
#include "ingest/extract/article_reading.h"
#include "ingest/extract/claims/event_features.h"
#include "ingest/extract/claims/missing_roles.h"
#include "ingest/extract/claims/role_filling.h"
#include "ingest/extract/claims/told_again.h"
#include "ingest/extract/drafts/details.h"
#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/drafts/event_merger.h"
#include "ingest/extract/language_parts.h"
#include "ingest/extract/source_hash.h"
#include "ingest/prepare/passages.h"

namespace norn::ingest {
namespace {

// A weapon's range where the sentence tells one: the weapon named last before the number.
void ReadRange(const SentenceContext& context, std::vector<proto::Entity>& entities) {
  uint32_t token = 0;
  const std::optional<double> range = FindRange(context, &token);
  if (!range) return;
  for (auto mention = context.mentions.rbegin(); mention != context.mentions.rend(); ++mention) {
    if (mention->kind != Mention::Kind::kWeapon || mention->entities.empty()) continue;
    if (mention->first_token > token) continue;
    entities[mention->entities[0]].set_range_km(*range);
    return;
  }
}

// A report of sports: states that meet in it play, and what is fired at goals is no weapon.
bool IsAboutSports(const AnnotatedText& text, const Grammar& grammar) {
  constexpr int kEnough = 3;
  int words = 0;
  for (const Token& token : text.tokens) words += grammar.Is("sport", token.lower) ? 1 : 0;
  return words >= kEnough;
}

bool IsOfPersons(const EventDraft& draft, const std::vector<proto::Entity>& entities) {
  const auto& participants = draft.claim.participants();
  return std::any_of(participants.begin(), participants.end(), [&](const auto& participant) {
    return entities[participant.entity()].kind() == proto::Entity::PERSON;
  });
}

// Drops entities that are nowhere named and take part in nothing, and renumbers the others.
void Prune(const std::set<uint32_t>& told, proto::Extraction& record) {
  std::set<uint32_t> used;
  for (int i = 0; i < record.entities_size(); ++i) {
    if (record.entities(i).mentions_size() > 0) used.insert(i);
  }
  for (const proto::EventClaim& event : record.events()) {
    for (const auto& participant : event.participants()) used.insert(participant.entity());
    for (const auto& weapon : event.weapons()) used.insert(weapon.entity());
    if (event.place() != 0) used.insert(event.place() - 1);
  }
  // A state that is only implied, as by "statsministeren", is nowhere in the article.
  google::protobuf::RepeatedPtrField<proto::OfficeClaim> kept_offices;
  for (proto::OfficeClaim& office : *record.mutable_offices()) {
    const bool is_implied = !used.contains(office.of()) && !told.contains(office.of());
    if (is_implied || !used.contains(office.holder())) continue;
    used.insert(office.of());
    *kept_offices.Add() = std::move(office);
  }
  record.mutable_offices()->Swap(&kept_offices);
  std::map<uint32_t, uint32_t> renumbered;
  google::protobuf::RepeatedPtrField<proto::Entity> kept;
  for (const uint32_t index : used) {
    renumbered[index] = static_cast<uint32_t>(kept.size());
    *kept.Add() = std::move(*record.mutable_entities(static_cast<int>(index)));
  }
  record.mutable_entities()->Swap(&kept);
  for (proto::EventClaim& event : *record.mutable_events()) {
    for (auto& participant : *event.mutable_participants()) {
      participant.set_entity(renumbered[participant.entity()]);
    }
    for (auto& weapon : *event.mutable_weapons()) weapon.set_entity(renumbered[weapon.entity()]);
    if (event.place() != 0) event.set_place(renumbered[event.place() - 1] + 1);
  }
  for (proto::OfficeClaim& office : *record.mutable_offices()) {
    office.set_holder(renumbered[office.holder()]);
    office.set_of(renumbered[office.of()]);
  }
}

}  // namespace

struct Extractor::Impl {
  Impl(const LexiconSet& lexicons, const Parser& parser, const ScorerModels& scorers,
       const ScoringOptions& options)
      : lexicons(lexicons), parser(parser), scorers(scorers), options(options) {
    version = absl::StrCat(kSourceHash, "-", lexicons.version(), "-", parser.version(), "-",
                           scorers.version());
  }

  struct Readers {
    Readers(const LexiconSet& lexicons, const Parser& parser)
        : passages_of(lexicons), reader(lexicons, parser) {}
    PassageFinder passages_of;
    ArticleReader reader;
  };
  // Made when the first article is read: where all records are cached, nobody needs them.
  const Readers& readers() const {
    std::call_once(made, [this] { made_readers.emplace(lexicons, parser); });
    return *made_readers;
  }

  // What is wanted besides the record; null: not wanted.
  struct Asked {
    Trace* trace = nullptr;
    std::vector<EventReasons>* reasons = nullptr;
  };
  proto::Extraction Extract(const proto::Article& article, const Asked& asked) const;
  // Of an article in one language.
  proto::Extraction ExtractPart(const proto::Article& article, const Asked& asked) const;

  // How likely the scorer of whole events holds it, which also says how sure that is. Nothing for
  // types that the scorers do not know: these are the rules' alone.
  std::optional<uint32_t> Weigh(const Features& features, EventDraft& event) const {
    const LinearModel& model = scorers.Get("event");
    const LinearModel& evocation = scorers.Get("evocation");
    if (model.empty() || evocation.IndexOf(event.claim.type()) == evocation.size()) {
      return std::nullopt;
    }
    const uint32_t share = model.Score(features).share[model.IndexOf("right")];
    event.claim.set_confidence(static_cast<double>(model.Calibrated(share)) / kWholeShare);
    return share;
  }

  // The likely ones, each told once, with all its reports; none that the scorers weigh where even
  // the article's surest is hardly one.
  std::vector<size_t> Stated(const std::vector<Features>& features,
                             std::vector<EventDraft>& events) const {
    std::vector<std::optional<uint32_t>> shares;
    uint32_t surest = 0;
    for (size_t i = 0; i < events.size(); ++i) {
      shares.push_back(Weigh(features[i], events[i]));
      surest = std::max(surest, shares[i].value_or(0));
    }
    std::vector<size_t> likely;
    std::vector<proto::EventClaim*> claims;
    for (size_t i = 0; i < events.size(); ++i) {
      const bool is_unlikely =
          shares[i] && (*shares[i] < Needed(events[i]) || surest < options.min_surest_event);
      if (is_unlikely) continue;
      likely.push_back(i);
      claims.push_back(&events[i].claim);
    }
    std::vector<size_t> stated;
    for (const size_t i : JoinToldAgain(claims)) stated.push_back(likely[i]);
    return stated;
  }

  uint32_t Needed(const EventDraft& event) const {
    if (event.evidence.by_rules) return options.min_event_of_rules;
    const EventSchema& schema =
        readers().reader.TablesOf(lexicons.languages().front())->grammar.events();
    const bool wants_arms = schema.Of(event.claim.type()).family() == EventType::TRANSFER;
    return wants_arms && event.evidence.arms_roles == 0 ? options.min_event_without_arms
                                                        : options.min_event;
  }

  const LexiconSet& lexicons;
  const Parser& parser;
  const ScorerModels& scorers;
  ScoringOptions options;
  std::string version;
  mutable std::once_flag made;
  mutable std::optional<Readers> made_readers;
};

Extractor::Extractor() : Extractor(LexiconSet::BuiltIn(), Annotator::BuiltIn()) {}
Extractor::Extractor(const LexiconSet& lexicons, const Parser& parser)
    : Extractor(lexicons, parser, ScorerModels::BuiltIn(), {}) {}
Extractor::Extractor(const LexiconSet& lexicons, const Parser& parser, const ScorerModels& scorers,
                     const ScoringOptions& options)
    : impl_(std::make_unique<const Impl>(lexicons, parser, scorers, options)) {}
Extractor::~Extractor() = default;

const std::string& Extractor::version() const { return impl_->version; }

std::vector<std::string> Extractor::languages() const { return impl_->lexicons.languages(); }

proto::Extraction Extractor::Extract(const proto::Article& article) const {
  return impl_->Extract(article, {});
}

std::vector<EventReasons> Extractor::Explain(const proto::Article& article) const {
  std::vector<EventReasons> reasons;
  impl_->Extract(article, {.reasons = &reasons});
  return reasons;
}

proto::Extraction Extractor::ExtractAll(const proto::Article& article, Trace& trace) const {
  return impl_->Extract(article, {.trace = &trace});
}

proto::Extraction Extractor::Impl::Extract(const proto::Article& article,
                                           const Asked& asked) const {
  proto::Extraction record;
  *record.mutable_article() = article;
  record.mutable_article()->clear_text();
  record.mutable_article()->clear_origin();
  record.mutable_article()->clear_earlier();
  // Withdrawn by its source: nothing that it said may be stated.
  if (article.publication_status() == "canceled") return record;
  const std::vector<LanguagePassage> passages = readers().passages_of.Find(article);
  if (passages.empty()) {
    AppendRecord(ExtractPart(article, asked), record);
    return record;
  }
  for (const proto::Article& part : PartsByLanguage(article, passages)) {
    const bool is_own = part.language() == article.language();
    const Asked of_part = {is_own ? asked.trace : nullptr, asked.reasons};
    AppendRecord(ExtractPart(part, of_part), record);
  }
  return record;
}

proto::Extraction Extractor::Impl::ExtractPart(const proto::Article& article,
                                               const Asked& asked) const {
  Trace* const trace = asked.trace;
  proto::Extraction record;
  const ArticleReader& reader = readers().reader;
  const std::unique_ptr<ArticleReading> reading = reader.Read(article, MeaningsBy(scorers));
  if (reading == nullptr) return record;
  const Grammar& grammar = reader.TablesOf(article.language())->grammar;
  MentionedEntities& mentioned = reading->mentioned;
  EventMerger merger(grammar, mentioned, reading->published);
  const bool is_sports = IsAboutSports(reading->text, grammar);
  for (uint32_t i = 0; i < reading->views.size(); ++i) {
    if (reading->views[i] == nullptr) continue;
    const SentenceView& view = *reading->views[i];
    ReadRange(view.context, mentioned.entities);
    std::vector<EventDraft> drafts =
        DraftEvents(view.context, i, mentioned, reading->published,
                    reading->carried[i] ? &*reading->carried[i] : nullptr,
                    ProposeEvents(view, scorers, options));
    if (is_sports) {
      std::erase_if(
          drafts, [&](const EventDraft& draft) { return !IsOfPersons(draft, mentioned.entities); });
    }
    merger.AddSentence(view.context, drafts);
  }
  std::vector<EventDraft> events = merger.Finish([&](std::vector<EventDraft>& drafts) {
    std::vector<MissingRole> missing =
        FindMissingRoles(*reading, grammar.events(), scorers, drafts);
    if (trace != nullptr) {
      for (const EventDraft& draft : drafts) trace->claims.push_back(draft.claim);
      trace->entities = mentioned.entities;
    }
    FillMissingRoles(scorers, missing, drafts);
    if (trace != nullptr) trace->missing = std::move(missing);
  });
  std::vector<Features> features_of(events.size(), Features(asked.reasons != nullptr));
  for (size_t i = 0; i < events.size(); ++i) {
    AddEventFeatures(events[i], events, mentioned, reading->traits, features_of[i]);
  }
  if (trace != nullptr) {
    for (size_t i = 0; i < events.size(); ++i) {
      trace->events.push_back({std::move(features_of[i]), Needed(events[i])});
      *record.add_events() = std::move(events[i].claim);
    }
  } else {
    for (const size_t i : Stated(features_of, events)) {
      if (asked.reasons != nullptr) {
        asked.reasons->push_back(ReasonsOf(events[i].claim, *reading, features_of[i], scorers));
      }
      *record.add_events() = std::move(events[i].claim);
    }
  }
  for (proto::OfficeClaim& claim : mentioned.offices) *record.add_offices() = std::move(claim);
  for (proto::Entity& entity : mentioned.entities) *record.add_entities() = std::move(entity);
  Prune(mentioned.told, record);
  return record;
}

}  // namespace norn::ingest
