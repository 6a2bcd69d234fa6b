#include "ingest/analysis/treebank_tokens.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr size_t kLongestClitic = 4;  // letters

// Where each code point of `text` begins, and its end.
std::vector<uint32_t> CodePointStarts(absl::string_view text) {
  std::vector<uint32_t> starts;
  for (size_t at = 0; at < text.size(); NextCodePoint(text, at)) {
    starts.push_back(static_cast<uint32_t>(at));
  }
  starts.push_back(static_cast<uint32_t>(text.size()));
  return starts;
}

// Bytes of the form that are a clitic at its end; 0: none.
uint32_t CliticSize(const Vocabulary& vocabulary, absl::string_view form) {
  const std::vector<uint32_t> starts = CodePointStarts(form);
  for (size_t letters = std::min(kLongestClitic, starts.size() - 2); letters > 0; --letters) {
    const uint32_t begin = starts[starts.size() - 1 - letters];
    if (begin > 0 && vocabulary.Is("clitic", Fold(form.substr(begin)))) {
      return static_cast<uint32_t>(form.size()) - begin;
    }
  }
  return 0;
}

}  // namespace

TreebankTokens::TreebankTokens(const Vocabulary& vocabulary, const AnnotatedText& text,
                               uint32_t longest) {
  fine_.language = text.language;
  fine_.text = text.text;
  for (const Sentence& sentence : text.sentences) {
    if (sentence.token_count > longest) continue;
    Sentence& own = fine_.sentences.emplace_back(sentence);
    own.first_token = static_cast<uint32_t>(fine_.tokens.size());
    for (uint32_t i = 0; i < sentence.token_count; ++i) {
      Cut(vocabulary, text, sentence.first_token + i);
    }
    own.token_count = static_cast<uint32_t>(fine_.tokens.size()) - own.first_token;
    if (own.token_count > longest) {
      fine_.tokens.resize(own.first_token);
      coarse_of_.resize(own.first_token);
      fine_.sentences.pop_back();
    }
  }
}

void TreebankTokens::Append(const AnnotatedText& text, const Token& whole, ByteSpan bytes) {
  if (bytes.begin == bytes.end) return;
  if (bytes == whole.bytes) {
    fine_.tokens.push_back(whole);
    return;
  }
  // Not a copy of the whole, which may be endless and have endless parts.
  Token& token = fine_.tokens.emplace_back();
  token.bytes = bytes;
  const std::string form(text.Slice(bytes));
  token.is_word = form.size() > 1 || absl::ascii_isalnum(static_cast<unsigned char>(form[0]));
  token.lower = Fold(form);
  token.is_capitalized = token.lower.substr(0, 2) != form.substr(0, 2);
  token.space_before = whole.space_before && bytes.begin == whole.bytes.begin;
}

void TreebankTokens::Cut(const Vocabulary& vocabulary, const AnnotatedText& text, uint32_t at) {
  const Token& whole = text.tokens[at];
  const absl::string_view form = text.Form(whole);
  const bool is_address = absl::StrContains(form, "://") || absl::StartsWith(whole.lower, "www.");
  if (whole.is_word && form.size() > 1 && !is_address) {
    const uint32_t clitic = CliticSize(vocabulary, form);
    const uint32_t end = whole.bytes.end - clitic;
    uint32_t begin = whole.bytes.begin;
    for (uint32_t i = begin + 1; i + 1 < end; ++i) {
      if (!vocabulary.Is("token_joint", text.text.substr(i, 1))) continue;
      Append(text, whole, {begin, i});
      Append(text, whole, {i, i + 1});
      begin = i + 1;
    }
    Append(text, whole, {begin, end});
    Append(text, whole, {end, whole.bytes.end});
  } else {
    fine_.tokens.push_back(whole);
  }
  coarse_of_.resize(fine_.tokens.size(), at);
}

void TreebankTokens::CopyBack(std::vector<Name>& names, AnnotatedText& coarse) {
  std::vector<bool> is_done(coarse.tokens.size());
  for (uint32_t i = 0; i < fine_.tokens.size(); ++i) {
    Token& part = fine_.tokens[i];
    const uint32_t whole = coarse_of_[i];
    const bool hangs_inside = part.head >= 0 && coarse_of_[part.head] == whole;
    if (hangs_inside || is_done[whole]) continue;
    is_done[whole] = true;
    Token& token = coarse.tokens[whole];
    token.lemma = part.lemma;
    token.upos = part.upos;
    token.feats = part.feats;
    token.deprel = part.deprel;
    token.state = std::move(part.state);  // hundreds of bytes a token
    token.head = part.head < 0 ? -1 : static_cast<int32_t>(coarse_of_[part.head]);
  }
  for (Name& name : names) {
    const uint32_t first = coarse_of_[name.first_token];
    const uint32_t last = coarse_of_[name.first_token + name.token_count - 1];
    name.first_token = first;
    name.token_count = last - first + 1;
  }
}

void TreebankTokens::TakeNames(const std::vector<Name>& coarse_names,
                               const std::vector<Name>& model_names) {
  fine_.names.clear();
  uint32_t at = 0;
  size_t model = 0;
  for (const Name& coarse : coarse_names) {
    Name name = coarse;
    while (at < fine_.tokens.size() && fine_.tokens[at].bytes.end <= coarse.bytes.begin) ++at;
    name.first_token = at;
    while (at < fine_.tokens.size() && fine_.tokens[at].bytes.begin < coarse.bytes.end) ++at;
    name.token_count = at - name.first_token;
    if (name.token_count == 0) continue;
    while (model < model_names.size() && model_names[model].first_token < name.first_token) ++model;
    if (model < model_names.size() && model_names[model].first_token == name.first_token &&
        model_names[model].token_count == name.token_count &&
        model_names[model].type == name.type) {
      name.label = model_names[model].label;
    }
    fine_.names.push_back(name);
  }
}

}  // namespace norn::ingest
