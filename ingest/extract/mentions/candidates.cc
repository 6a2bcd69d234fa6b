#include "ingest/extract/mentions/candidates.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace norn::ingest {
namespace {

bool StandsInFront(absl::string_view relation) {
  return absl::StartsWith(relation, "det") || absl::StartsWith(relation, "amod") ||
         absl::StartsWith(relation, "nummod") || relation == "nmod:poss" ||
         relation == "compound" || relation == "case:loc";
}

// Heads of noun phrases; parts of names and of compounds are none.
bool HeadsNounPhrase(const Token& token) {
  if (!token.is_word || token.head < -1) return false;
  const absl::string_view relation = token.deprel;
  if (relation == "compound" || absl::StartsWith(relation, "flat") || relation == "fixed" ||
      relation == "goeswith" || relation == "expl" || relation == "case" || relation == "mark") {
    return false;
  }
  if (token.upos == "NOUN" || token.upos == "PROPN") return true;
  const bool is_argument = absl::StartsWith(relation, "nsubj") || relation == "obj" ||
                           relation == "iobj" || absl::StartsWith(relation, "obl") ||
                           relation == "conj" || absl::StartsWith(relation, "nmod");
  // "Sju ble drept", "den gamle sa", "it", "dens".
  if (token.upos == "PRON") return !absl::StrContains(token.feats, "PronType=Rel");
  if (token.upos == "DET") return is_argument;
  if (token.upos == "NUM" || token.upos == "ADJ") return is_argument && relation != "conj";
  return false;
}

bool HasArticle(const AnnotatedText& text, const Mention& phrase) {
  for (uint32_t at = phrase.phrase_begin; at < phrase.head_token; ++at) {
    const Token& token = text.tokens[at];
    if (absl::StrContains(token.feats, "Definite=Def") && token.upos == "DET") return true;
    if (absl::StrContains(token.feats, "PronType=Dem")) return true;
    if (token.deprel == "nmod:poss") return true;
  }
  return false;
}

void ReadForm(const AnnotatedText& text, Mention& phrase) {
  const Token& head = text.tokens[phrase.head_token];
  phrase.is_plural = absl::StrContains(head.feats, "Number=Plur");
  phrase.is_definite = absl::StrContains(head.feats, "Definite=Def") || HasArticle(text, phrase);
}

class CandidateReader {
 public:
  CandidateReader(const AnnotatedText& text, const Sentence& sentence,
                  const std::vector<Mention>& mentions, const std::vector<NamedFront>& fronts)
      : text_(text),
        begin_(sentence.first_token),
        end_(sentence.first_token + sentence.token_count) {
    for (const Mention& mention : mentions) {
      Mention known = mention;
      if (known.is_excluded) known.entities.clear();
      known.head_token = HeadOfPhrase(text, known.phrase_begin, known.end_token());
      // The words in front belong to the name only where the tree says so.
      if (known.head_token < known.first_token && known.kind == Mention::Kind::kWeapon) {
        known.head_token = HeadOfPhrase(text, known.first_token, known.end_token());
      }
      ReadForm(text, known);
      candidates_.push_back(std::move(known));
    }
    for (const NamedFront& front : fronts) {
      const bool has_tree = !text.tokens[front.token].deprel.empty();
      if (!has_tree || IsCovered(front.token, candidates_.size())) continue;
      Mention& name = candidates_.emplace_back(PhraseAt(front.token));
      name.kind = Mention::Kind::kName;
      name.entities = {front.entity};
      name.via = Mention::Via::kNamed;
      name.is_genitive = true;
    }
  }

  std::vector<Mention> Run() {
    const size_t mentions = candidates_.size();
    for (uint32_t at = begin_; at < end_; ++at) {
      if (!HeadsNounPhrase(text_.tokens[at]) || IsCovered(at, mentions)) continue;
      candidates_.push_back(PhraseAt(at));
    }
    Order();
    return std::move(candidates_);
  }

 private:
  bool IsCovered(uint32_t at, size_t mentions) const {
    return std::any_of(candidates_.begin(), candidates_.begin() + static_cast<ptrdiff_t>(mentions),
                       [&](const Mention& known) {
                         return known.head_token == at ||
                                (known.first_token <= at && at < known.end_token());
                       });
  }

  Mention PhraseAt(uint32_t head) const {
    Mention phrase;
    phrase.kind =
        text_.tokens[head].upos == "PRON" ? Mention::Kind::kPronoun : Mention::Kind::kNoun;
    phrase.first_token = head;
    phrase.token_count = 1;
    phrase.head_token = head;
    phrase.phrase_begin = head;
    while (phrase.phrase_begin > begin_) {
      const Token& before = text_.tokens[phrase.phrase_begin - 1];
      const bool is_in_phrase = before.head >= static_cast<int32_t>(phrase.phrase_begin) &&
                                before.head <= static_cast<int32_t>(head) &&
                                StandsInFront(before.deprel);
      const bool is_adverb = before.deprel == "advmod" &&
                             before.head >= static_cast<int32_t>(phrase.phrase_begin) &&
                             before.head < static_cast<int32_t>(head);
      if (!is_in_phrase && !is_adverb) break;
      --phrase.phrase_begin;
    }
    ReadForm(text_, phrase);
    return phrase;
  }

  // By head; what pointed at a mention before points at where it went.
  void Order() {
    std::vector<uint32_t> order(candidates_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      return candidates_[a].head_token < candidates_[b].head_token;
    });
    std::vector<int32_t> place(candidates_.size());
    for (uint32_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<int32_t>(i);
    std::vector<Mention> ordered;
    for (const uint32_t from : order) {
      Mention& moved = candidates_[from];
      if (moved.list_previous >= 0) moved.list_previous = place[moved.list_previous];
      ordered.push_back(std::move(moved));
    }
    candidates_ = std::move(ordered);
  }

  const AnnotatedText& text_;
  const uint32_t begin_;
  const uint32_t end_;
  std::vector<Mention> candidates_;
};

}  // namespace

uint32_t HeadOfPhrase(const AnnotatedText& text, uint32_t begin, uint32_t end) {
  for (uint32_t at = begin; at < end; ++at) {
    const Token& token = text.tokens[at];
    const bool is_inside =
        token.head >= static_cast<int32_t>(begin) && token.head < static_cast<int32_t>(end);
    if (token.is_word && !token.deprel.empty() && !is_inside && token.deprel != "case" &&
        token.deprel != "cc") {
      return at;
    }
  }
  return end - 1;
}

std::vector<Mention> ReadCandidates(const AnnotatedText& text, const Sentence& sentence,
                                    const std::vector<Mention>& mentions,
                                    const std::vector<NamedFront>& fronts) {
  return CandidateReader(text, sentence, mentions, fronts).Run();
}

}  // namespace norn::ingest
