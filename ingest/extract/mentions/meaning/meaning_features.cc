#include "ingest/extract/mentions/meaning/meaning_features.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/search_key.h"

namespace norn::ingest {
namespace {

constexpr size_t kMostAsked = 40;
constexpr size_t kRecent = 24;
constexpr size_t kEndingBytes = 5;

absl::string_view KindName(proto::Entity::Kind kind) {
  switch (kind) {
    case proto::Entity::PERSON:
      return "person";
    case proto::Entity::STATE:
      return "state";
    default:
      return "organization";
  }
}

absl::string_view Bucket(int64_t number) {
  if (number < 0) return "never";
  if (number == 0) return "0";
  if (number == 1) return "1";
  if (number == 2) return "2";
  if (number <= 4) return "3-4";
  if (number <= 8) return "5-8";
  return "9+";
}

std::string FormOf(const Mention& phrase, const Token& head) {
  switch (phrase.kind) {
    case Mention::Kind::kPronoun:
      return absl::StrCat("pronoun ", phrase.pronoun == nullptr
                                          ? head.lower
                                          : absl::StrCat(static_cast<int>(phrase.pronoun->kind()),
                                                         phrase.pronoun->gender()));
    case Mention::Kind::kDescription:
      return phrase.is_plural ? "titles" : phrase.is_definite ? "the title" : "a title";
    case Mention::Kind::kGroup:
      return "group";
    case Mention::Kind::kWeapon:
      return "weapon";
    default:
      break;
  }
  return absl::StrCat(head.upos, phrase.is_definite ? " definite" : "",
                      phrase.is_plural ? " plural" : "");
}

bool MayBeMeant(const proto::Entity& entity) {
  return entity.kind() == proto::Entity::PERSON || entity.kind() == proto::Entity::STATE ||
         entity.kind() == proto::Entity::ORGANIZATION;
}

}  // namespace

std::vector<uint32_t> EntitiesToAsk(const MeaningContext& context, const std::vector<Tie>& ties,
                                    const Mention& phrase) {
  std::vector<uint32_t> asked;
  const auto add = [&](uint32_t entity) {
    if (asked.size() >= kMostAsked || !MayBeMeant(context.entities.entity(entity))) return;
    if (std::find(asked.begin(), asked.end(), entity) == asked.end()) asked.push_back(entity);
  };
  for (const uint32_t entity : phrase.entities) add(entity);
  for (const Tie& tie : ties) add(tie.entity);
  const std::vector<uint32_t>& recent = context.discourse.recent();
  for (size_t i = recent.size(); i-- > 0 && recent.size() - i <= kRecent;) add(recent[i]);
  return asked;
}

MeaningFeatures::MeaningFeatures(const MeaningContext& context, const Mention& phrase,
                                 const std::vector<Tie>& ties)
    : context_(context),
      phrase_(phrase),
      ties_(ties),
      head_(context.text.tokens[phrase.head_token]) {
  form_ = FormOf(phrase, head_);
  word_ = head_.lemma.empty() ? head_.lower : head_.lemma;
  if (head_.head >= 0) verb_ = context.text.tokens[head_.head].lemma;
  const Sentence& sentence = context.text.sentences[context.sentence];
  const uint32_t end = sentence.first_token + sentence.token_count;
  if (phrase.phrase_begin > sentence.first_token) {
    const std::string& before = context.text.tokens[phrase.phrase_begin - 1].lower;
    if (context.grammar.Is("preposition", before)) preposition_ = before;
  }
  if (const GazetteerEntry* title = context.gazetteer.Match(context.text, phrase.first_token, end)
                                        .Find(GazetteerRole::kOfficeTitle)) {
    office_ = title->office;
  }
  has_close_tie_ =
      std::any_of(ties.begin(), ties.end(), [](const Tie& tie) { return tie.is_close; });
  rule_ = absl::StrCat(static_cast<int>(phrase.via));
}

Features MeaningFeatures::Of(uint32_t entity) const {
  Features out;
  const absl::string_view kind = KindName(context_.entities.entity(entity).kind());
  AddPhrase(entity, kind, out);
  AddMemory(entity, kind, out);
  AddTies(entity, kind, out);
  AddFit(entity, kind, out);
  return out;
}

void MeaningFeatures::AddPhrase(uint32_t entity, absl::string_view kind, Features& out) const {
  out.Add("kind", kind);
  out.Add("form", form_, kind);
  out.Add("word", word_, kind);
  if (word_.size() > kEndingBytes + 2) {
    out.Add("ending", absl::string_view(word_).substr(word_.size() - kEndingBytes), kind);
  }
  out.Add("relation", head_.deprel, kind);
  out.Add("verb", verb_, head_.deprel, kind);
  out.Add("preposition", preposition_, kind);
  out.Add("human", context_.grammar.IsHumanNoun(head_.lower) ? "yes" : "no", kind);
  out.Add("title", office_ == nullptr ? "none" : office_->code(), kind);
  const bool is_rules =
      std::find(phrase_.entities.begin(), phrase_.entities.end(), entity) != phrase_.entities.end();
  const absl::string_view says = phrase_.entities.empty() ? "silent" : is_rules ? "this" : "other";
  out.Add("rule", says, rule_);
  out.Add("rule", says, form_, kind);
}

void MeaningFeatures::AddMemory(uint32_t entity, absl::string_view kind, Features& out) const {
  const Discourse::Record& record = context_.discourse.RecordOf(entity);
  const int64_t now = context_.sentence;
  const auto since = [&](int32_t sentence) {
    return Bucket(sentence == kNever ? -1 : now - sentence);
  };
  out.Add("last", since(record.last_sentence), kind);
  out.Add("last", since(record.last_sentence), form_, kind);
  out.Add("subject", since(record.last_as_subject), kind);
  out.Add("subject", since(record.last_as_subject), form_);
  out.Add("relations", record.last_relation, head_.deprel);
  const std::vector<uint32_t>& recent = context_.discourse.recent();
  int64_t rank = 0;
  bool is_known = false;
  for (size_t i = recent.size(); i-- > 0 && !is_known;) {
    is_known = recent[i] == entity;
    if (!is_known &&
        context_.entities.entity(recent[i]).kind() == context_.entities.entity(entity).kind()) {
      ++rank;
    }
  }
  const absl::string_view place = Bucket(is_known ? rank : -1);
  out.Add("rank", place, kind);
  out.Add("rank", place, form_, kind);
  const absl::string_view topic = Bucket(context_.discourse.TopicRank(entity));
  out.Add("topic", topic, kind);
  out.Add("topic", topic, form_, kind);
  out.Add("count", Bucket(record.count / 2), kind);
  if (record.is_in_heading) out.Add("heading", form_, kind);
}

void MeaningFeatures::AddTies(uint32_t entity, absl::string_view kind, Features& out) const {
  bool is_tied = false;
  bool is_close = false;
  for (const Tie& tie : ties_) {
    if (tie.entity != entity) continue;
    is_tied = true;
    is_close = is_close || tie.is_close;
    out.Add("tie", tie.path, kind);
    out.Add("tie", tie.path, form_);
    out.Add("tie", tie.path, head_.deprel, kind);
  }
  out.Add("tied",
          is_close  ? "close"
          : is_tied ? "yes"
                    : "no",
          has_close_tie_ ? "other" : "none", kind);
  out.Add("tied", is_close ? "close" : is_tied ? "yes" : "no", form_, kind);
}

void MeaningFeatures::AddFit(uint32_t entity, absl::string_view kind, Features& out) const {
  const proto::Entity& found = context_.entities.entity(entity);
  if (office_ != nullptr) {
    const bool holds = context_.offices.Holds(entity, office_->code());
    out.Add("holds", holds ? "yes" : "no", form_);
    out.Add("holds", holds ? "yes" : "no", kind);
  }
  if (found.kind() == proto::Entity::PERSON) {
    const std::string& name = found.name();
    const char gender =
        context_.grammar.GenderOfName(base::SearchKey(name.substr(0, name.find_first_of(" -"))));
    const absl::string_view wanted =
        phrase_.pronoun == nullptr ? absl::string_view() : phrase_.pronoun->gender();
    out.Add("gender", wanted, gender == '\0' ? "?" : absl::string_view(&gender, 1));
  }
  AddSpeaker(entity, out);
  AddHome(entity, kind, out);
  const bool is_called = context_.discourse.IsCalled(entity, word_);
  if (phrase_.kind != Mention::Kind::kPronoun) out.Add("called", is_called ? "yes" : "no", kind);
  const Actor* actor = context_.entities.actor(entity);
  if (actor != nullptr && actor->media()) out.Add("media", form_);
}

// "Jeg reiser", sier Dahl. – "Vi vet det."
void MeaningFeatures::AddSpeaker(uint32_t entity, Features& out) const {
  const auto speaks = [&](uint32_t sentence) -> absl::string_view {
    const auto speaker = context_.discourse.SpeakerOf(sentence);
    return !speaker ? "nobody" : *speaker == entity ? "yes" : "other";
  };
  out.Add("speaks", speaks(context_.sentence), form_);
  if (context_.sentence > 0) out.Add("spoke", speaks(context_.sentence - 1), form_);
  out.Add("will speak", speaks(context_.sentence + 1), form_);
}

// "den nordlandske ministeren", "nordlendingen": a person of the state that the phrase names.
void MeaningFeatures::AddHome(uint32_t entity, absl::string_view kind, Features& out) const {
  const auto home = context_.discourse.HomeOf(entity);
  bool is_named = false;
  bool is_home_named = false;
  const auto see = [&](uint32_t named) {
    if (context_.entities.entity(named).kind() != proto::Entity::STATE) return;
    is_named = true;
    is_home_named = is_home_named || home == named;
  };
  for (const Tie& tie : ties_) {
    if (tie.is_close) see(tie.entity);
  }
  if (phrase_.owner) see(*phrase_.owner);
  if (phrase_.via == Mention::Via::kInhabitants || phrase_.via == Mention::Via::kAdjective) {
    for (const uint32_t named : phrase_.entities) see(named);
  }
  if (is_named) out.Add("home", is_home_named ? "yes" : home ? "other" : "?", kind, form_);
  if (is_named) out.Add("home", is_home_named ? "yes" : home ? "other" : "?", kind);
}

}  // namespace norn::ingest
