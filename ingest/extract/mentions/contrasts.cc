#include "ingest/extract/mentions/contrasts.h"

#include <optional>

#include "ingest/extract/mentions/mention_lists.h"

namespace norn::ingest {
namespace {

class Marker {
 public:
  Marker(const AnnotatedText& text, const Grammar& grammar, std::vector<Mention>& mentions)
      : text_(text), grammar_(grammar), mentions_(mentions) {}

  void Run() {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      if (IsCredited(i)) mentions_[i].is_excluded = true;
      const auto negation = NegationBefore(mentions_[i]);
      if (!negation) continue;
      // Who is named instead may have been linked to the list.
      std::vector<uint32_t> excluded;
      std::optional<uint32_t> instead;
      for (const uint32_t member : WholeList(mentions_, i)) {
        if (member < i || instead) continue;
        excluded.push_back(member);
        instead = NamedInstead(member);
      }
      if (!instead && !FollowsAnother(i, *negation)) continue;
      for (const uint32_t member : excluded) mentions_[member].is_excluded = true;
      if (instead) {
        mentions_[*instead].list_previous = static_cast<int32_t>(excluded.back());
      } else {
        mentions_[i].list_previous = -1;
      }
    }
  }

 private:
  bool Is(absl::string_view word_class, uint32_t at) const {
    return at < text_.tokens.size() && grammar_.Is(word_class, text_.tokens[at].lower);
  }

  bool IsNegation(uint32_t at) const {
    for (const auto& match : grammar_.cues().At(text_.tokens, at, text_.tokens.size())) {
      return (*match.value)->effect() == Cue::NEGATION && match.length == 1;
    }
    return false;
  }

  // "FOTO: Berg / NTB"
  bool IsCredited(uint32_t i) const {
    const uint32_t begin = mentions_[i].phrase_begin;
    if (begin < 2) return false;
    const std::string& before = text_.tokens[begin - 1].lower;
    if (before == ":") return Is("credit_label", begin - 2);
    return before == "/" && i > 0 && mentions_[i - 1].is_excluded &&
           mentions_[i - 1].end_token() == begin - 1;
  }

  // "ikke Berg", "ikke med Berg"
  std::optional<uint32_t> NegationBefore(const Mention& mention) const {
    if (mention.kind == Mention::Kind::kAdjective || mention.is_genitive) return std::nullopt;
    uint32_t at = mention.phrase_begin;
    if (at > 0 && Is("preposition", at - 1)) --at;
    return at > 0 && IsNegation(at - 1) ? std::make_optional(at - 1) : std::nullopt;
  }

  // ", men med Dahl", "but Dahl": a mention right behind the contrast.
  std::optional<uint32_t> NamedInstead(uint32_t excluded) const {
    uint32_t at = mentions_[excluded].end_token();
    if (at < text_.tokens.size() && text_.tokens[at].lower == ",") ++at;
    if (!Is("contrast", at)) return std::nullopt;
    ++at;
    if (Is("preposition", at)) ++at;
    for (uint32_t i = excluded + 1; i < mentions_.size(); ++i) {
      if (mentions_[i].phrase_begin == at) return i;
    }
    return std::nullopt;
  }

  // "Dahl, ikke Berg", "Dahl og ikke Berg"
  bool FollowsAnother(uint32_t i, uint32_t negation) const {
    if (i == 0 || negation == 0) return false;
    const uint32_t joint = negation - 1;
    const bool is_joint = text_.tokens[joint].lower == "," || Is("conjunction", joint);
    return is_joint && mentions_[i - 1].end_token() == joint;
  }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void MarkExcluded(const AnnotatedText& text, const Grammar& grammar,
                  std::vector<Mention>& mentions) {
  Marker(text, grammar, mentions).Run();
}

}  // namespace norn::ingest
