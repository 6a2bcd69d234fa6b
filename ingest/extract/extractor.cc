#include "ingest/extract/extractor.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/details.h"
#include "ingest/extract/event_drafts.h"
#include "ingest/extract/event_merger.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention_finder.h"
#include "ingest/extract/sentence_context.h"
#include "ingest/extract/source_hash.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/extract/time/time_expressions.h"

namespace norn::ingest {
namespace {

// No news article is longer; what lies behind is not read, so that hostile input costs little.
constexpr size_t kMaxTextBytes = size_t{512} << 10;
// Nor is any sentence: a longer run of words is a table or noise, and tells of no event.
constexpr uint32_t kMaxSentenceTokens = 400;

// The article's text up to the limit, at the end of a character.
absl::string_view ReadableText(const std::string& text) {
  size_t end = std::min(text.size(), kMaxTextBytes);
  while (end < text.size() && end > 0 && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return absl::string_view(text).substr(0, end);
}

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
  Impl(const LexiconSet& lexicons, const Parser& parser)
      : lexicons(lexicons), analyzer(lexicons, parser) {
    for (const std::string& language : lexicons.languages()) {
      grammars.try_emplace(language, lexicons.For(language));
    }
    version = absl::StrCat(kSourceHash, "-", lexicons.version(), "-", parser.version());
  }

  const LexiconSet& lexicons;
  PatternAnalyzer analyzer;
  std::map<std::string, Grammar> grammars;
  std::string version;
};

Extractor::Extractor() : Extractor(LexiconSet::BuiltIn(), Annotator::BuiltIn()) {}
Extractor::Extractor(const LexiconSet& lexicons, const Parser& parser)
    : impl_(std::make_unique<const Impl>(lexicons, parser)) {}
Extractor::~Extractor() = default;

const std::string& Extractor::version() const { return impl_->version; }

std::vector<std::string> Extractor::languages() const { return impl_->lexicons.languages(); }

proto::Extraction Extractor::Extract(const proto::Article& article) const {
  proto::Extraction record;
  *record.mutable_article() = article;
  record.mutable_article()->clear_text();
  const auto language = impl_->grammars.find(article.language());
  if (language == impl_->grammars.end()) return record;
  const Grammar& grammar = language->second;

  const AnnotatedText text = impl_->analyzer.Analyze(ReadableText(article.text()),
                                                     article.body_start(), article.language());
  const DayRange published = ParseIsoDate(article.published()).value_or(DayRange{});
  MentionedEntities mentioned =
      FindMentions(text, grammar, impl_->analyzer.gazetteer(article.language()), published);
  EventMerger merger(grammar, mentioned, published);
  const bool is_sports = IsAboutSports(text, grammar);
  for (uint32_t i = 0; i < text.sentences.size(); ++i) {
    const Sentence& sentence = text.sentences[i];
    if (sentence.token_count > kMaxSentenceTokens) continue;
    const SentenceContext context = {text,
                                     sentence,
                                     grammar,
                                     mentioned.entities,
                                     mentioned.mentions[i],
                                     ClauseMap(text, sentence, grammar, mentioned.mentions[i]),
                                     FindTimeExpressions(text, sentence, grammar, published)};
    ReadRange(context, mentioned.entities);
    std::vector<EventDraft> drafts = DraftEvents(context, i, mentioned, published);
    if (is_sports) {
      std::erase_if(
          drafts, [&](const EventDraft& draft) { return !IsOfPersons(draft, mentioned.entities); });
    }
    merger.AddSentence(context, drafts);
  }
  for (proto::EventClaim& claim : merger.Finish()) *record.add_events() = std::move(claim);
  for (proto::OfficeClaim& claim : mentioned.offices) *record.add_offices() = std::move(claim);
  for (proto::Entity& entity : mentioned.entities) *record.add_entities() = std::move(entity);
  Prune(mentioned.told, record);
  return record;
}

}  // namespace norn::ingest
