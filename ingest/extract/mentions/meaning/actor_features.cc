#include "ingest/extract/mentions/meaning/actor_features.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/search_key.h"
#include "ingest/extract/mentions/candidates.h"
#include "ingest/extract/mentions/names/name_parts.h"

namespace norn::ingest {
namespace {

constexpr size_t kMostPlaces = 6;  // of which all is told; the rest only counts
constexpr size_t kEndingBytes = 4;

absl::string_view Bucket(size_t number) {
  if (number <= 1) return "1";
  if (number == 2) return "2";
  if (number <= 4) return "3-4";
  return number <= 9 ? "5-9" : "10+";
}

struct Occurrence {
  const Mention* mention = nullptr;
  uint32_t sentence = 0;
};

class Reader {
 public:
  Reader(const AnnotatedText& text, const Grammar& grammar, const EntityTable& entities,
         const OfficeBook& offices)
      : text_(text), grammar_(grammar), entities_(entities), offices_(offices) {}

  Features Of(uint32_t entity, const std::vector<Occurrence>& places) {
    Features out;
    const proto::Entity& found = entities_.entity(entity);
    kind_ = found.kind() == proto::Entity::PERSON  ? "person"
            : found.kind() == proto::Entity::STATE ? "state"
                                                   : "organization";
    const bool is_known = !found.lexicon_id().empty();
    if (is_known) kind_ += " known";
    out.Add("kind", kind_);
    out.Add("named", Bucket(found.mentions_size()), kind_);
    out.Add("placed", Bucket(places.size()), kind_);
    const Actor* actor = entities_.actor(entity);
    if (actor != nullptr && actor->media()) out.Add("media");
    if (!is_known) AddShape(found.name(), out);
    AddPlaces(places, out);
    const bool holds =
        std::any_of(offices_.claims().begin(), offices_.claims().end(),
                    [&](const proto::OfficeClaim& claim) { return claim.holder() == entity; });
    const bool is_held =
        std::any_of(offices_.claims().begin(), offices_.claims().end(),
                    [&](const proto::OfficeClaim& claim) { return claim.of() == entity; });
    out.Add("office", holds ? "holder" : is_held ? "of" : "none", kind_);
    return out;
  }

 private:
  void AddShape(const std::string& name, Features& out) const {
    const std::vector<std::string> parts = absl::StrSplit(name, ' ', absl::SkipEmpty());
    if (parts.empty()) return;
    out.Add("parts", Bucket(parts.size()), kind_);
    const bool is_shouted = std::none_of(name.begin(), name.end(), [](char c) {
      return absl::ascii_islower(static_cast<unsigned char>(c));
    });
    const bool has_digit = std::any_of(name.begin(), name.end(), [](char c) {
      return absl::ascii_isdigit(static_cast<unsigned char>(c));
    });
    out.Add("shouted", is_shouted ? absl::StrCat(std::min<size_t>(name.size(), 9)) : "no", kind_);
    if (has_digit) out.Add("digit", kind_);
    if (absl::StrContains(name, '-')) out.Add("hyphen", kind_, Bucket(parts.size()));
    const std::string& last = parts.back();
    out.Add("last", absl::AsciiStrToLower(last), kind_);
    out.Add("first", absl::AsciiStrToLower(parts[0]), kind_);
    if (last.size() > kEndingBytes) {
      out.Add("ending", absl::string_view(last).substr(last.size() - kEndingBytes), kind_);
    }
    if (absl::EndsWith(last, "s")) out.Add("ends in s", kind_, Bucket(parts.size()));
    const bool is_given = grammar_.IsGivenName(base::SearchKey(parts[0]));
    out.Add("first name", is_given ? "known" : "unknown", kind_, Bucket(parts.size()));
    const size_t common = std::count_if(parts.begin(), parts.end(), [&](const std::string& part) {
      return IsCommonNoun(part, grammar_);
    });
    out.Add("common nouns",
            common == 0              ? "none"
            : common == parts.size() ? "all"
                                     : "some",
            kind_, is_given ? "known" : "unknown");
  }

  void AddPlaces(const std::vector<Occurrence>& places, Features& out) const {
    bool acts = false;
    bool only_adjective = true;
    bool only_located = true;
    bool is_in_heading = false;
    for (size_t i = 0; i < places.size(); ++i) {
      const Mention& mention = *places[i].mention;
      const uint32_t head = HeadOfPhrase(text_, mention.phrase_begin, mention.end_token());
      const Token& token = text_.tokens[head];
      const std::string before =
          mention.phrase_begin > text_.sentences[places[i].sentence].first_token
              ? text_.tokens[mention.phrase_begin - 1].lower
              : std::string("^");
      const bool is_subject = absl::StartsWith(token.deprel, "nsubj");
      const bool is_adjective = mention.kind == Mention::Kind::kAdjective;
      acts = acts || is_subject;
      only_adjective = only_adjective && is_adjective;
      only_located = only_located && grammar_.Is("locative_preposition", before);
      is_in_heading = is_in_heading || text_.sentences[places[i].sentence].is_heading;
      if (i >= kMostPlaces) continue;
      out.Add("relation", token.deprel, kind_);
      out.Add("form", absl::StrCat(static_cast<int>(mention.kind)), kind_);
      out.Add("before", before, kind_);
      if (mention.end_token() < text_.tokens.size()) {
        out.Add("after", text_.tokens[mention.end_token()].lower, kind_);
      }
      out.Add("titled", mention.phrase_begin < mention.first_token ? "yes" : "no", kind_);
      if (token.head >= 0) {
        const Token& above = text_.tokens[token.head];
        out.Add("above", above.lemma, token.deprel, kind_);
        if (is_adjective) out.Add("adjective of", above.lemma);
        if (grammar_.Is("reporting_verb", above.lower)) out.Add("says", kind_);
      }
    }
    out.Add("acts", acts ? "yes" : "no", kind_);
    out.Add("only adjective", only_adjective ? "yes" : "no", Bucket(places.size()), kind_);
    out.Add("only located", only_located ? "yes" : "no", Bucket(places.size()), kind_);
    out.Add("heading", is_in_heading ? "yes" : "no", kind_);
    if (!places.empty()) out.Add("first at", Bucket(places[0].sentence + 1), kind_);
  }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const EntityTable& entities_;
  const OfficeBook& offices_;
  std::string kind_;
};

}  // namespace

std::vector<EntityFeatures> ActorFeatures(const AnnotatedText& text, const Grammar& grammar,
                                          const EntityTable& entities, const OfficeBook& offices,
                                          const std::vector<std::vector<Mention>>& mentions) {
  std::vector<std::vector<Occurrence>> places(entities.size());
  for (uint32_t sentence = 0; sentence < mentions.size(); ++sentence) {
    for (const Mention& mention : mentions[sentence]) {
      for (const uint32_t entity : mention.entities) {
        places[entity].push_back({&mention, sentence});
      }
    }
  }
  std::vector<EntityFeatures> all;
  Reader reader(text, grammar, entities, offices);
  for (uint32_t entity = 0; entity < entities.size(); ++entity) {
    const proto::Entity& found = entities.entity(entity);
    const bool may_act = found.kind() == proto::Entity::PERSON ||
                         found.kind() == proto::Entity::STATE ||
                         found.kind() == proto::Entity::ORGANIZATION;
    if (!may_act || found.mentions_size() == 0) continue;
    all.push_back({entity, reader.Of(entity, places[entity])});
  }
  return all;
}

}  // namespace norn::ingest
