#include "ingest/extract/evocation/sentence_view.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

std::string KindOfEntity(const proto::Entity& entity) {
  switch (entity.kind()) {
    case proto::Entity::PERSON:
      return "person";
    case proto::Entity::STATE:
      return "state";
    case proto::Entity::ORGANIZATION:
      return "org";
    case proto::Entity::WEAPON_SYSTEM:
      return "weapon";
    default:
      return "place";
  }
}

std::string KindOfMention(Mention::Kind kind) {
  switch (kind) {
    case Mention::Kind::kName:
      return "";
    case Mention::Kind::kGroup:
      return "group-";
    case Mention::Kind::kDescription:
      return "description-";
    case Mention::Kind::kPronoun:
      return "pronoun-";
    case Mention::Kind::kAdjective:
      return "adjective-";
    case Mention::Kind::kPlace:
      return "";
    case Mention::Kind::kWeapon:
      return "arms-";
    default:
      return "noun-";
  }
}

// Per thousand words, in steps.
std::string Step(size_t count, size_t words) {
  const size_t share = words == 0 ? 0 : count * 1000 / words;
  const size_t limits[] = {1, 5, 15, 40};
  size_t step = 0;
  while (step < 4 && share >= limits[step]) ++step;
  return absl::StrCat(step);
}

// In steps.
std::string Length(size_t sentences) {
  const size_t limits[] = {2, 5, 10, 20};
  size_t step = 0;
  while (step < 4 && sentences >= limits[step]) ++step;
  return absl::StrCat(step);
}

void AddHeading(const AnnotatedText& text, const MentionedEntities& mentioned,
                const std::vector<SentenceSenses>& senses, ArticleTraits& traits) {
  constexpr size_t kMostWords = 20;
  if (text.sentences.empty() || !text.sentences[0].is_heading) return;
  const Sentence& heading = text.sentences[0];
  for (uint32_t i = 0; i < heading.token_count; ++i) {
    const Token& token = text.tokens[heading.first_token + i];
    const bool is_content = token.upos == "NOUN" || token.upos == "VERB" || token.upos == "ADJ";
    if (is_content && traits.heading_words.size() < kMostWords) {
      traits.heading_words.insert(token.lemma);
    }
    traits.heading_senses.insert(senses[0][i].begin(), senses[0][i].end());
  }
  for (const Mention& mention : mentioned.mentions[0]) {
    traits.heading_entities.insert(mention.entities.begin(), mention.entities.end());
  }
}

}  // namespace

SentenceView::SentenceView(const SentenceContext& context, const std::vector<Mention>& candidates,
                           const ArticleTraits& traits, SentenceSenses senses, size_t index)
    : context(context),
      candidates(candidates),
      traits(traits),
      tree(context.text, context.sentence),
      index(index),
      senses_(std::move(senses)),
      rules_(FindTriggers(context)) {}

bool SentenceView::Has(uint32_t at, absl::string_view sense) const {
  const auto& senses = SensesOf(at);
  return std::find(senses.begin(), senses.end(), sense) != senses.end();
}

std::vector<const TriggerMatch*> SentenceView::RulesAt(uint32_t at) const {
  std::vector<const TriggerMatch*> matches;
  for (const TriggerMatch& match : rules_) {
    if (match.token <= at && at < match.token + match.length) matches.push_back(&match);
  }
  return matches;
}

std::string SentenceView::KindOf(const Mention& mention) const {
  std::string how = KindOfMention(mention.kind);
  if (mention.is_plural &&
      (mention.kind == Mention::Kind::kNoun || mention.kind == Mention::Kind::kPronoun)) {
    how = absl::StrCat("plural-", how);
  }
  if (mention.entities.empty()) return how.empty() ? "unknown" : absl::StrCat(how, "unknown");
  if (mention.entities.size() > 1) return absl::StrCat(how, "several");
  return absl::StrCat(how, KindOfEntity(context.entities[mention.entities[0]]));
}

uint32_t SentenceView::HeadOf(const Mention& candidate) const {
  // A name may reach over a wrongly cut sentence's end.
  return std::clamp(candidate.head_token, context.begin(), context.end() - 1);
}

ArticleTraits TraitsOf(const AnnotatedText& text, const MentionedEntities& mentioned,
                       const std::vector<SentenceSenses>& senses) {
  size_t words = 0;
  for (const Token& token : text.tokens) words += token.is_word ? 1 : 0;
  const auto share_of = [&](std::initializer_list<absl::string_view> wanted) {
    size_t count = 0;
    for (const SentenceSenses& sentence : senses) {
      for (const auto& token : sentence) {
        for (const absl::string_view sense : wanted) {
          count += std::count(token.begin(), token.end(), sense);
        }
      }
    }
    return Step(count, words);
  };
  size_t states = 0;
  size_t persons = 0;
  for (const proto::Entity& entity : mentioned.entities) {
    if (entity.kind() == proto::Entity::STATE) states += entity.mentions_size();
    if (entity.kind() == proto::Entity::PERSON) persons += entity.mentions_size();
  }
  ArticleTraits traits;
  traits.language = text.language;
  traits.sport = share_of({"sport_word", "sport!"});
  traits.culture = share_of({"culture_word", "fiction!"});
  traits.arms = share_of({"weapon", "ammunition_or_equipment", "armed_force"});
  traits.conflict = share_of({"attack!", "casualty!", "explosion!"});
  traits.titles = share_of({"head_of_state_title", "minister_title", "diplomat_title"});
  traits.states = Step(states, words);
  traits.persons = Step(persons, words);
  traits.first_persons = Step(std::count_if(text.tokens.begin(), text.tokens.end(),
                                            [](const Token& token) {
                                              return token.upos == "PRON" &&
                                                     absl::StrContains(token.feats, "Person=1");
                                            }),
                              words);
  traits.length = Length(text.sentences.size());
  AddHeading(text, mentioned, senses, traits);
  return traits;
}

}  // namespace norn::ingest
