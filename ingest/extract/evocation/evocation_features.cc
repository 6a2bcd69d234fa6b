#include "ingest/extract/evocation/evocation_features.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

using absl::string_view;

string_view Ending(string_view word, size_t characters) {
  size_t at = word.size();
  while (at > 0 && characters > 0) {
    --at;
    if ((static_cast<uint8_t>(word[at]) & 0xC0) != 0x80) --characters;
  }
  return word.substr(at);
}

string_view Beginning(string_view word, size_t characters) {
  size_t at = 0;
  while (at < word.size()) {
    if ((static_cast<uint8_t>(word[at]) & 0xC0) != 0x80 && characters-- == 0) break;
    ++at;
  }
  return word.substr(0, at);
}

bool IsContent(const Token& token) {
  return token.upos == "NOUN" || token.upos == "VERB" || token.upos == "ADJ";
}

// The part of a relation in front of its subtype.
string_view Coarse(string_view relation) { return relation.substr(0, relation.find(':')); }

std::string Count(size_t count) { return absl::StrCat(std::min<size_t>(count, 3)); }

void AddWord(const SentenceView& view, uint32_t at, Features& features) {
  const Token& token = view.token(at);
  features.Add("lemma", token.lemma);
  features.Add("form", token.lower);
  for (const size_t size : {4, 5, 7}) {
    if (token.lemma.size() > size) features.Add("ending", Ending(token.lemma, size));
  }
  features.Add("beginning", Beginning(token.lemma, 5));
  features.Add("upos", token.upos);
  features.Add("language upos", view.traits.language, token.upos);
  for (const string_view feature : absl::StrSplit(token.feats, '|')) features.Add("feat", feature);
  for (const string_view sense : view.SensesOf(at)) {
    features.Add("sense", sense);
    features.Add("sense upos", sense, token.upos);
  }
  if (view.SensesOf(at).empty()) features.Add("no sense");
}

void AddTree(const SentenceView& view, uint32_t at, Features& features) {
  const Token& token = view.token(at);
  features.Add("relation", token.deprel);
  if (const auto head = view.tree.HeadOf(at)) {
    const Token& above = view.token(*head);
    features.Add("head", token.deprel, above.lemma);
    features.Add("head upos", token.deprel, above.upos);
    for (const string_view sense : view.SensesOf(*head)) {
      features.Add("head sense", token.deprel, sense);
    }
  }
  for (const uint32_t child : view.tree.ChildrenOf(at)) {
    const Token& below = view.token(child);
    features.Add("child", below.deprel);
    if (!IsContent(below) && below.upos != "PROPN" && below.upos != "PUNCT") {
      features.Add("function word", below.deprel, below.lemma);
      features.Add("own function word", token.lemma, below.lemma);
    } else if (IsContent(below)) {
      features.Add("child lemma", below.deprel, below.lemma);
    }
    for (const string_view sense : view.SensesOf(child)) {
      features.Add("child sense", below.deprel, sense);
    }
  }
}

// Names by kind, relation and preposition: the company that tells a call from a cry.
void AddCompany(const SentenceView& view, uint32_t at, Features& features) {
  const Token& token = view.token(at);
  std::set<uint32_t> persons;
  std::set<uint32_t> states;
  std::set<uint32_t> organizations;
  size_t weapons = 0;
  for (const Mention& mention : view.candidates) {
    if (mention.kind == Mention::Kind::kNoun && mention.entities.empty()) continue;
    const uint32_t head = view.HeadOf(mention);
    const std::string kind = view.KindOf(mention);
    const std::string path = view.tree.Path(at, head, 2);
    const string_view marker = view.tree.MarkerOf(head);
    if (!path.empty()) {
      features.Add("kind path", kind, path);
      features.Add("kind path marker", kind, path, marker);
      for (const string_view sense : view.SensesOf(at)) {
        features.Add("sense kind path", sense, kind, path);
      }
    }
    for (const uint32_t entity : mention.entities) {
      const auto of = view.context.entities[entity].kind();
      if (of == proto::Entity::PERSON) persons.insert(entity);
      if (of == proto::Entity::STATE) states.insert(entity);
      if (of == proto::Entity::ORGANIZATION) organizations.insert(entity);
    }
    weapons += mention.kind == Mention::Kind::kWeapon ? 1 : 0;
  }
  const std::string people = Count(persons.size());
  const std::string nations = Count(states.size());
  features.Add("persons", people);
  features.Add("states", nations);
  features.Add("organizations", Count(organizations.size()));
  features.Add("weapons", Count(weapons));
  features.Add("persons states", people, nations);
  features.Add("lemma actors", token.lemma, Count(persons.size() + states.size()));
  for (const string_view sense : view.SensesOf(at)) {
    features.Add("sense persons states", sense, people, nations);
    features.Add("sense weapons", sense, Count(weapons));
  }
}

void AddNeighbours(const SentenceView& view, uint32_t at, Features& features) {
  const SentenceContext& context = view.context;
  for (uint32_t distance = 1; distance <= 2; ++distance) {
    const std::string before = absl::StrCat("before ", distance);
    const std::string after = absl::StrCat("after ", distance);
    if (at >= context.begin() + distance) {
      features.Add(before, view.token(at - distance).lemma);
    }
    if (at + distance < context.end()) features.Add(after, view.token(at + distance).lemma);
  }
  std::set<string_view> senses;
  for (uint32_t i = context.begin(); i < context.end(); ++i) {
    if (i == at) continue;
    if (IsContent(view.token(i))) features.Add("in sentence", view.token(i).lemma);
    senses.insert(view.SensesOf(i).begin(), view.SensesOf(i).end());
  }
  for (const string_view sense : senses) {
    features.Add("sense in sentence", sense);
    for (const string_view own : view.SensesOf(at)) features.Add("senses", own, sense);
  }
}

// Of a sentence in its article, in steps.
std::string Position(size_t index) {
  const size_t limits[] = {1, 2, 3, 5, 9, 17};
  size_t step = 0;
  while (step < 6 && index >= limits[step]) ++step;
  return absl::StrCat(step);
}

// What the article's heading says: of which genre it is, and whether this is its news.
void AddHeading(const SentenceView& view, uint32_t at, Features& features) {
  const ArticleTraits& traits = view.traits;
  for (const std::string& word : traits.heading_words) features.Add("heading word", word);
  if (traits.heading_words.contains(view.token(at).lemma)) features.Add("in heading");
  for (const string_view sense : view.SensesOf(at)) {
    if (traits.heading_senses.contains(std::string(sense))) features.Add("sense in heading", sense);
  }
  std::set<uint32_t> shared;
  for (const Mention& mention : view.context.mentions) {
    for (const uint32_t entity : mention.entities) {
      if (traits.heading_entities.contains(entity)) shared.insert(entity);
    }
  }
  features.Add("shared with heading", Count(shared.size()), Count(traits.heading_entities.size()));
}

void AddArticle(const SentenceView& view, uint32_t at, Features& features) {
  const ArticleTraits& traits = view.traits;
  features.Add("language", traits.language);
  features.Add("sport", traits.sport);
  features.Add("culture", traits.culture);
  features.Add("arms", traits.arms);
  features.Add("conflict", traits.conflict);
  features.Add("states in article", traits.states);
  features.Add("persons in article", traits.persons);
  features.Add("titles in article", traits.titles);
  if (view.context.sentence.is_heading) features.Add("heading");
  features.Add("first persons", traits.first_persons);
  features.Add("length", traits.length);
  const std::string position = Position(view.index);
  features.Add("position", position);
  features.Add("position length", position, traits.length);
  AddHeading(view, at, features);
  for (const string_view sense : view.SensesOf(at)) {
    features.Add("sense sport", sense, traits.sport);
    features.Add("sense arms", sense, traits.arms);
    features.Add("sense titles", sense, traits.titles);
    features.Add("sense first persons", sense, traits.first_persons);
    features.Add("sense position", sense, position);
  }
}

void AddRules(const SentenceView& view, uint32_t at, Features& features) {
  bool any = false;
  for (const TriggerMatch* match : view.RulesAt(at)) {
    features.Add("rule type", match->form.trigger->type());
    features.Add("rule", match->form.trigger->rule());
    any = true;
  }
  if (!any) features.Add("no rule");
}

}  // namespace

bool MayEvoke(const Token& token) { return token.is_word && IsContent(token); }

void AddClauseFeatures(const SentenceView& view, uint32_t at, Features& features) {
  const SentenceContext& context = view.context;
  if (context.Word(static_cast<int64_t>(context.end()) - 1) == "?") features.Add("question");
  if (!context.times.empty()) features.Add("has time");
  uint32_t quotes = 0;
  for (uint32_t i = context.begin(); i < at; ++i) quotes += view.token(i).lower == "\"" ? 1 : 0;
  if (quotes % 2 == 1) features.Add("in quotes");
  // The chain of what governs it: the word itself, then up to three heads.
  auto link = std::make_optional(at);
  for (int depth = 0; link && depth < 4; ++depth, link = view.tree.HeadOf(*link)) {
    const std::string level = absl::StrCat("up ", std::min(depth, 2));
    const Token& token = view.token(*link);
    if (depth > 0) {
      features.Add("governed by", level, token.lemma);
      for (const string_view sense : view.SensesOf(*link)) {
        features.Add("governed by sense", level, sense);
      }
    }
    for (const string_view feature : absl::StrSplit(token.feats, '|')) {
      if (absl::StartsWith(feature, "Tense") || absl::StartsWith(feature, "VerbForm") ||
          absl::StartsWith(feature, "Mood") || absl::StartsWith(feature, "Voice")) {
        features.Add("verb form", level, feature);
      }
    }
    for (const uint32_t child : view.tree.ChildrenOf(*link)) {
      const Token& below = view.token(child);
      const string_view relation = Coarse(below.deprel);
      if (relation == "aux" || relation == "mark" || relation == "cop" || relation == "advmod" ||
          relation == "det") {
        features.Add("clause word", level, relation, below.lemma);
      }
      for (const string_view sense : view.SensesOf(child)) {
        features.Add("clause sense", level, sense);
      }
    }
  }
}

void AddEvocationFeatures(const SentenceView& view, uint32_t token, Features& features) {
  AddWord(view, token, features);
  AddTree(view, token, features);
  AddCompany(view, token, features);
  AddNeighbours(view, token, features);
  AddClauseFeatures(view, token, features);
  AddArticle(view, token, features);
  AddRules(view, token, features);
}

}  // namespace norn::ingest
