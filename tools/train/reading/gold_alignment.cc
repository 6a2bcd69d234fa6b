#include "tools/train/reading/gold_alignment.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/unicode.h"
#include "ingest/extract/time/day_range.h"

namespace norn::train {
namespace {

using ingest::AnnotatedText;
using ingest::Mention;
using ingest::Token;

bool IsWordAt(absl::string_view text, size_t at, size_t size) {
  const auto is_letter = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80);
  };
  const bool begins = at == 0 || !is_letter(text[at - 1]);
  const bool ends = at + size >= text.size() || !is_letter(text[at + size]);
  return begins && ends;
}

TokenSpan TokensOf(const AnnotatedText& text, uint32_t begin, uint32_t end) {
  TokenSpan span;
  const auto& tokens = text.tokens;
  while (span.begin < tokens.size() && tokens[span.begin].bytes.end <= begin) ++span.begin;
  span.end = span.begin;
  while (span.end < tokens.size() && tokens[span.end].bytes.begin < end) ++span.end;
  return span;
}

// Byte offsets at which `words` stand in the quote, whole words before parts of words.
std::vector<size_t> Places(absl::string_view quote, absl::string_view words) {
  std::vector<size_t> whole;
  std::vector<size_t> parts;
  for (size_t at = quote.find(words); at != absl::string_view::npos;
       at = quote.find(words, at + 1)) {
    (IsWordAt(quote, at, words.size()) ? whole : parts).push_back(at);
  }
  return whole.empty() ? parts : whole;
}

bool Overlaps(const Mention& mention, const TokenSpan& span) {
  return mention.first_token < span.end && span.begin < mention.end_token();
}

}  // namespace

std::vector<uint32_t> TriggerTokens(const AnnotatedText& text, const CorpusArticle& article,
                                    const CorpusMention& mention) {
  const absl::string_view quote =
      absl::string_view(article.text).substr(mention.begin, mention.end - mention.begin);
  std::vector<uint32_t> tokens;
  size_t from = 0;
  for (const absl::string_view word : absl::StrSplit(mention.trigger, ' ', absl::SkipEmpty())) {
    const std::vector<size_t> places = Places(quote, word);
    if (places.empty()) continue;
    const auto next =
        std::find_if(places.begin(), places.end(), [&](size_t at) { return at >= from; });
    const size_t at = next == places.end() ? places[0] : *next;
    from = at + word.size();
    const uint32_t begin = mention.begin + static_cast<uint32_t>(at);
    const TokenSpan span = TokensOf(text, begin, begin + static_cast<uint32_t>(word.size()));
    for (uint32_t token = span.begin; token < span.end; ++token) tokens.push_back(token);
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

std::optional<TokenSpan> FillerTokens(const AnnotatedText& text, const CorpusArticle& article,
                                      const CorpusMention& mention, const CorpusFiller& filler,
                                      uint32_t trigger) {
  const absl::string_view quote =
      absl::string_view(article.text).substr(mention.begin, mention.end - mention.begin);
  std::optional<TokenSpan> nearest;
  uint32_t least = 0;
  for (const size_t at : Places(quote, filler.words)) {
    const uint32_t begin = mention.begin + static_cast<uint32_t>(at);
    const TokenSpan span =
        TokensOf(text, begin, begin + static_cast<uint32_t>(filler.words.size()));
    const uint32_t away =
        std::abs(static_cast<int64_t>(span.begin) - static_cast<int64_t>(trigger));
    if (nearest && least <= away) continue;
    nearest = span;
    least = away;
  }
  return nearest;
}

bool IsActor(const proto::Entity& entity, const CorpusActor& actor) {
  std::vector<std::string> found = {ingest::Fold(entity.name())};
  for (const std::string& spelling : entity.spellings()) found.push_back(ingest::Fold(spelling));
  for (const std::string& name : actor.names) {
    const std::string gold = ingest::Fold(name);
    for (const std::string& own : found) {
      if (own == gold) return true;
      const bool is_person = entity.kind() == proto::Entity::PERSON && actor.kind == "person";
      if (is_person && absl::EndsWith(own, " " + gold)) return true;
      if (actor.kind == "weapon" && absl::StrContains(own, gold)) return true;
    }
  }
  return false;
}

std::vector<std::string> RolesOfMentions(const ingest::ArticleReading& reading,
                                         const CorpusArticle& article, const CorpusMention& gold,
                                         const ingest::SentenceView& view, uint32_t trigger) {
  const std::vector<Mention>& mentions = view.candidates;
  std::vector<std::string> roles(mentions.size(), "none");
  for (const CorpusFiller& filler : gold.fillers) {
    if (filler.role == "time") continue;
    const auto span = FillerTokens(reading.text, article, gold, filler, trigger);
    if (!span) continue;
    // Whom the words may mean: the one actor, or all that have the role.
    std::vector<const CorpusActor*> meant;
    const CorpusEvent& event = article.events[gold.event];
    if (const auto* one = article.FindActor(filler.actor)) meant.push_back(one);
    if (meant.empty() && event.roles.count(filler.role) > 0) {
      for (const std::string& id : event.roles.at(filler.role)) {
        if (const auto* one = article.FindActor(id)) meant.push_back(one);
      }
    }
    std::vector<size_t> right;
    std::vector<size_t> inside;
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (!Overlaps(mentions[i], *span)) continue;
      inside.push_back(i);
      const bool is_meant = std::any_of(
          mentions[i].entities.begin(), mentions[i].entities.end(), [&](uint32_t entity) {
            return std::any_of(meant.begin(), meant.end(), [&](const CorpusActor* actor) {
              return IsActor(view.context.entities[entity], *actor);
            });
          });
      if (is_meant) right.push_back(i);
    }
    if (right.empty()) {
      // The mention at the head of the words.
      const uint32_t first = std::max(span->begin, view.context.begin());
      const uint32_t last = std::min(span->end, view.context.end());
      if (first >= last) continue;
      const uint32_t top = view.tree.Top(first, last);
      for (const size_t i : inside) {
        const bool is_head = mentions[i].head_token == top ||
                             (mentions[i].first_token <= top && top < mentions[i].end_token());
        if (is_head) right.push_back(i);
      }
      if (right.empty() && inside.size() == 1) right = inside;
    }
    for (const size_t i : right) {
      // Roles of actors go before places and sources.
      if (roles[i] == "none" || filler.role != "source") roles[i] = filler.role;
    }
  }
  return roles;
}

namespace {

bool DatesContradict(const std::string& found, const std::vector<std::string>& gold) {
  if (found.empty() || gold.empty()) return false;
  return std::none_of(gold.begin(), gold.end(), [&](const std::string& date) {
    return absl::StartsWith(found, date) || absl::StartsWith(date, found);
  });
}

bool IsEvent(const proto::Extraction& record, const proto::EventClaim& claim,
             const CorpusArticle& article, const CorpusEvent& gold) {
  if (gold.accepted_types.count(claim.type()) == 0) return false;
  if (gold.accepted_statuses.count(claim.status()) == 0) return false;
  const bool has_core = std::all_of(gold.core.begin(), gold.core.end(), [&](const std::string& id) {
    const CorpusActor* const actor = article.FindActor(id);
    return std::any_of(claim.participants().begin(), claim.participants().end(),
                       [&](const proto::Participant& participant) {
                         const auto& entity = record.entities(participant.entity());
                         return actor != nullptr && IsActor(entity, *actor);
                       });
  });
  return has_core &&
         !DatesContradict(ingest::IsoText(ingest::ToDayRange(claim.date())), gold.dates);
}

bool TakesPart(const proto::EventClaim& claim, const std::vector<proto::Entity>& entities,
               const CorpusActor& actor) {
  return std::any_of(claim.participants().begin(), claim.participants().end(),
                     [&](const proto::Participant& participant) {
                       return IsActor(entities[participant.entity()], actor);
                     });
}

// The gold event that one without all of its participants is: told in the same sentence, of an
// accepted type, with as many participants in common as any. Null: none.
const CorpusEvent* EventMeant(const proto::EventClaim& claim,
                              const std::vector<proto::Entity>& entities,
                              const CorpusArticle& article) {
  const CorpusEvent* best = nullptr;
  int most = 0;
  for (size_t i = 0; i < article.events.size(); ++i) {
    const CorpusEvent& gold = article.events[i];
    if (gold.accepted_types.count(claim.type()) == 0) continue;
    int score = 0;
    for (const CorpusMention& mention : article.mentions) {
      if (mention.event != i) continue;
      for (const proto::Report& report : claim.reports()) {
        const auto& sentence = report.sentence();
        if (sentence.start() < mention.end && mention.begin < sentence.end()) ++score;
      }
    }
    if (score == 0) continue;
    int shared = 0;
    for (const auto& [role, ids] : gold.roles) {
      for (const std::string& id : ids) {
        const CorpusActor* const actor = article.FindActor(id);
        if (actor != nullptr && TakesPart(claim, entities, *actor)) ++shared;
      }
    }
    if (shared == 0 && claim.participants_size() > 0) continue;
    score += 2 * shared + (gold.accepted_statuses.count(claim.status()) > 0 ? 1 : 0);
    if (score <= most) continue;
    most = score;
    best = &gold;
  }
  return best;
}

}  // namespace

std::vector<MeaningExample> RoleExamples(const ingest::Extractor::Trace& trace,
                                         const CorpusArticle& article, ingest::Vacancy vacancy) {
  std::vector<MeaningExample> examples;
  for (const ingest::MissingRole& missing : trace.missing) {
    if (missing.vacancy != vacancy) continue;
    const CorpusEvent* const gold =
        EventMeant(trace.claims[missing.event], trace.entities, article);
    if (gold == nullptr) continue;
    MeaningExample example;
    const auto filled = gold->roles.find(missing.role);
    for (size_t i = 0; i < missing.asked.size(); ++i) {
      example.features.push_back(missing.features[i].hashes());
      bool is_meant = false;
      if (filled != gold->roles.end()) {
        for (const std::string& id : filled->second) {
          const CorpusActor* const actor = article.FindActor(id);
          is_meant |= actor != nullptr && IsActor(trace.entities[missing.asked[i]], *actor);
        }
      }
      example.is_meant.push_back(is_meant);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<EventVerdict> JudgeEvents(const proto::Extraction& record,
                                      const CorpusArticle& article) {
  std::vector<EventVerdict> verdicts(record.events_size(), EventVerdict::kWrong);
  // Those that must be found choose first.
  for (const bool optional : {false, true}) {
    for (const CorpusEvent& gold : article.events) {
      if (gold.is_optional != optional) continue;
      for (int i = 0; i < record.events_size(); ++i) {
        if (verdicts[i] != EventVerdict::kWrong) continue;
        if (!IsEvent(record, record.events(i), article, gold)) continue;
        verdicts[i] = optional ? EventVerdict::kOptional : EventVerdict::kRight;
        break;
      }
    }
  }
  return verdicts;
}

}  // namespace norn::train
