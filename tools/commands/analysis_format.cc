#include "tools/commands/analysis_format.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/unicode.h"

namespace norn::tools {
namespace {

using ingest::AnnotatedText;
using ingest::ConlluColumn;
using ingest::ConlluRow;
using ingest::ConlluSentence;
using ingest::Name;
using ingest::NameType;
using ingest::Sentence;
using ingest::Token;

// The model's own label, else the type's usual one: Norwegian treebanks tell countries and towns
// from other places.
std::string LabelOf(const Name& name, absl::string_view language) {
  if (!name.label.empty()) return std::string(name.label);
  switch (name.type) {
    case NameType::kPerson:
      return "PER";
    case NameType::kOrganization:
      return "ORG";
    case NameType::kPlace:
      return "LOC";
    case NameType::kGeopolitical:
      return language == "nb" || language == "nn" ? "GPE_LOC" : "LOC";
    case NameType::kProduct:
      return "PROD";
    case NameType::kUnknown:
      return "MISC";
  }
  return "MISC";
}

std::vector<std::string> NameTags(const AnnotatedText& text) {
  std::vector<std::string> tags(text.tokens.size(), "O");
  for (const Name& name : text.names) {
    for (uint32_t i = 0; i < name.token_count; ++i) {
      tags[name.first_token + i] = absl::StrCat(i == 0 ? "B-" : "I-", LabelOf(name, text.language));
    }
  }
  return tags;
}

std::string OrBlank(absl::string_view text) { return text.empty() ? "_" : std::string(text); }

// 1-based in the sentence; 0: the root.
int32_t HeadInSentence(const Sentence& sentence, const Token& token) {
  return token.head < 0 ? 0 : token.head - static_cast<int32_t>(sentence.first_token) + 1;
}

void Fill(const Sentence& sentence, const Token& token, const std::string& name, ConlluRow& row) {
  if (!token.upos.empty()) {
    row[ConlluColumn::kLemma] = OrBlank(token.lemma);
    row[ConlluColumn::kUpos] = std::string(token.upos);
    row[ConlluColumn::kFeats] = OrBlank(token.feats);
    row[ConlluColumn::kHead] = absl::StrCat(HeadInSentence(sentence, token));
    row[ConlluColumn::kDeprel] = std::string(token.deprel);
  }
  ingest::SetMiscValue("name", name, row[ConlluColumn::kMisc]);
}

}  // namespace

std::vector<ConlluSentence> ToConllu(const AnnotatedText& text) {
  const std::vector<std::string> names = NameTags(text);
  std::vector<ConlluSentence> sentences;
  for (const Sentence& sentence : text.sentences) {
    ConlluSentence& out = sentences.emplace_back();
    out.comments.push_back(absl::StrCat("# text = ", text.Slice(sentence.bytes)));
    for (uint32_t i = 0; i < sentence.token_count; ++i) {
      const uint32_t index = sentence.first_token + i;
      const Token& token = text.tokens[index];
      ConlluRow& row = out.rows.emplace_back();
      row.columns.fill("_");
      row[ConlluColumn::kId] = absl::StrCat(i + 1);
      row[ConlluColumn::kForm] = std::string(text.Form(token));
      const bool is_last = i + 1 == sentence.token_count;
      if (!is_last && !text.tokens[index + 1].space_before) {
        ingest::SetMiscValue("SpaceAfter", "No", row[ConlluColumn::kMisc]);
      }
      Fill(sentence, token, names[index], row);
    }
  }
  return sentences;
}

std::string ToJsonLine(const std::string& name, const AnnotatedText& text) {
  nlohmann::ordered_json sentences = nlohmann::ordered_json::array();
  size_t next_name = 0;
  for (const Sentence& sentence : text.sentences) {
    nlohmann::ordered_json tokens = nlohmann::ordered_json::array();
    for (const Token& token : text.TokensOf(sentence)) {
      tokens.push_back({{"form", std::string(text.Form(token))},
                        {"begin", token.bytes.begin},
                        {"end", token.bytes.end},
                        {"lemma", token.lemma},
                        {"upos", std::string(token.upos)},
                        {"feats", std::string(token.feats)},
                        {"head", HeadInSentence(sentence, token)},
                        {"deprel", std::string(token.deprel)}});
    }
    nlohmann::ordered_json names = nlohmann::ordered_json::array();
    const uint32_t end = sentence.first_token + sentence.token_count;
    for (; next_name < text.names.size() && text.names[next_name].first_token < end; ++next_name) {
      const Name& found = text.names[next_name];
      names.push_back({{"text", std::string(text.Slice(found.bytes))},
                       {"type", LabelOf(found, text.language)},
                       {"begin", found.bytes.begin},
                       {"end", found.bytes.end}});
    }
    sentences.push_back({{"text", std::string(text.Slice(sentence.bytes))},
                         {"begin", sentence.bytes.begin},
                         {"end", sentence.bytes.end},
                         {"tokens", std::move(tokens)},
                         {"names", std::move(names)}});
  }
  const nlohmann::ordered_json line = {
      {"name", name}, {"language", text.language}, {"sentences", std::move(sentences)}};
  return absl::StrCat(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace),
                      "\n");
}

void Annotate(const AnnotatedText& text, std::vector<ConlluSentence>& sentences) {
  const std::vector<std::string> names = NameTags(text);
  for (size_t s = 0; s < sentences.size(); ++s) {
    uint32_t index = text.sentences[s].first_token;
    for (ConlluRow& row : sentences[s].rows) {
      if (!row.is_word()) continue;
      Fill(text.sentences[s], text.tokens[index], names[index], row);
      ++index;
    }
  }
}

AnnotatedText FromConllu(const std::vector<ConlluSentence>& sentences, const std::string& language,
                         std::string& bytes) {
  AnnotatedText text;
  text.language = language;
  for (const ConlluSentence& in : sentences) {
    Sentence& sentence = text.sentences.emplace_back();
    sentence.first_token = static_cast<uint32_t>(text.tokens.size());
    sentence.paragraph = static_cast<uint32_t>(text.sentences.size()) - 1;
    sentence.bytes.begin = static_cast<uint32_t>(bytes.size());
    for (const ConlluRow& row : in.rows) {
      if (!row.is_word()) continue;
      const std::string& form = row[ConlluColumn::kForm];
      Token& token = text.tokens.emplace_back();
      token.bytes.begin = static_cast<uint32_t>(bytes.size());
      bytes += form;
      token.bytes.end = static_cast<uint32_t>(bytes.size());
      token.lower = ingest::Fold(form);
      token.is_word = ingest::HasLetterOrDigit(form);
      token.is_capitalized = ingest::StartsUpper(form);
      token.space_before = sentence.first_token + 1 < text.tokens.size();
      bytes += ' ';
    }
    sentence.token_count = static_cast<uint32_t>(text.tokens.size()) - sentence.first_token;
    sentence.bytes.end = static_cast<uint32_t>(bytes.size());
  }
  text.text = bytes;
  return text;
}

}  // namespace norn::tools
