#include "tools/train/filler_alignment.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "base/search_key.h"
#include "ingest/extract/mentions/candidates.h"

namespace norn::train {
namespace {

using ingest::AnnotatedText;
using ingest::ByteSpan;
using ingest::Sentence;

// The words of [begin, end) bytes. `whole`: only where no word reaches out of it.
std::optional<TokenSpan> TokensOf(const AnnotatedText& text, uint32_t begin, uint32_t end,
                                  bool whole) {
  TokenSpan span;
  span.begin = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    const ByteSpan& bytes = text.tokens[i].bytes;
    if (bytes.end <= begin || bytes.begin >= end || !text.tokens[i].is_word) continue;
    if (whole && bytes.begin < begin) return std::nullopt;
    if (whole && bytes.end > end && span.end == 0) return std::nullopt;
    span.begin = std::min(span.begin, i);
    span.end = i + 1;
  }
  if (span.begin >= span.end) return std::nullopt;
  for (size_t s = 0; s < text.sentences.size(); ++s) {
    const Sentence& sentence = text.sentences[s];
    const uint32_t sentence_end = sentence.first_token + sentence.token_count;
    if (span.begin < sentence.first_token || span.begin >= sentence_end) continue;
    span.sentence = s;
    span.end = std::min(span.end, sentence_end);
    return span;
  }
  return std::nullopt;
}

bool IsSamePerson(const std::string& known, const std::string& wanted) {
  const std::vector<std::string> parts = absl::StrSplit(known, ' ');
  const std::vector<std::string> other = absl::StrSplit(wanted, ' ');
  if (parts.size() < 2) return false;
  return parts.back() == wanted || (parts.back() == other.back() && parts[0] == other[0]);
}

}  // namespace

std::optional<TokenSpan> LocateFiller(const CorpusArticle& article, const AnnotatedText& text,
                                      const CorpusMention& mention, const std::string& words) {
  const absl::string_view quote =
      absl::string_view(article.text).substr(mention.begin, mention.end - mention.begin);
  for (const bool whole : {true, false}) {
    for (size_t at = quote.find(words); at != absl::string_view::npos;
         at = quote.find(words, at + 1)) {
      const auto begin = static_cast<uint32_t>(mention.begin + at);
      const auto end = static_cast<uint32_t>(begin + words.size());
      if (const auto span = TokensOf(text, begin, end, whole)) return span;
    }
  }
  return std::nullopt;
}

const ingest::Mention* CandidateAt(const AnnotatedText& text,
                                   const ingest::MentionedEntities& found, const TokenSpan& span) {
  constexpr uint32_t kHasHead = 1000;  // goes before any number of shared words
  const uint32_t head = ingest::HeadOfPhrase(text, span.begin, span.end);
  const ingest::Mention* best = nullptr;
  uint32_t most = 0;
  for (const ingest::Mention& candidate : found.candidates[span.sentence]) {
    const uint32_t begin = std::max(candidate.phrase_begin, span.begin);
    const uint32_t end = std::min(candidate.end_token(), span.end);
    uint32_t shared = end > begin ? end - begin : 0;
    const bool holds_head = candidate.first_token <= head && head < candidate.end_token();
    if (candidate.head_token == head || holds_head) shared += kHasHead;
    if (shared > most) {
      most = shared;
      best = &candidate;
    }
  }
  return best;
}

bool IsActor(const ingest::Lexicon& lexicon, const proto::Entity& entity,
             const CorpusActor& actor) {
  std::set<std::string> known = {base::SearchKey(entity.name())};
  for (const std::string& spelling : entity.spellings()) known.insert(base::SearchKey(spelling));
  if (entity.kind() == proto::Entity::STATE) {
    for (const ingest::State& state : lexicon.state()) {
      if (state.id() != entity.lexicon_id()) continue;
      for (const std::string& name : state.name()) known.insert(base::SearchKey(name));
    }
  }
  for (const std::string& name : actor.names) {
    const std::string wanted = base::SearchKey(name);
    if (known.contains(wanted)) return true;
    if (entity.kind() != proto::Entity::PERSON) continue;
    for (const std::string& one : known) {
      if (IsSamePerson(one, wanted)) return true;
    }
  }
  return false;
}

}  // namespace norn::train
