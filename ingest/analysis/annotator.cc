#include "ingest/analysis/annotator.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "ingest/analysis/models/builtin_models.h"

namespace norn::ingest {
namespace {

NameType TypeOf(absl::string_view label) {
  if (label == "PER" || label == "PRS") return NameType::kPerson;
  if (label == "ORG") return NameType::kOrganization;
  if (label == "LOC") return NameType::kPlace;
  if (absl::StartsWith(label, "GPE")) return NameType::kGeopolitical;
  if (label == "PROD") return NameType::kProduct;
  return NameType::kUnknown;
}

// Adds the names of one sentence. The label of the tag "B-PER" is "PER".
void AppendNames(const AnnotatedText& text, uint32_t first, absl::Span<const WordAnalysis> words,
                 std::vector<Name>& names) {
  for (uint32_t i = 0; i < words.size(); ++i) {
    const absl::string_view tag = words[i].name;
    if (tag.size() < 3) continue;
    const Token& token = text.tokens[first + i];
    if (absl::StartsWith(tag, "I-") && !names.empty()) {
      ++names.back().token_count;
      names.back().bytes.end = token.bytes.end;
      continue;
    }
    Name& name = names.emplace_back();
    name.first_token = first + i;
    name.token_count = 1;
    name.label = tag.substr(2);
    name.type = TypeOf(name.label);
    name.bytes = token.bytes;
  }
}

}  // namespace

const Annotator& Annotator::BuiltIn() {
  static const Annotator* const annotator = [] {
    absl::StatusOr<Annotator> loaded = FromModels(BuiltInModels());
    if (!loaded.ok()) {
      std::fprintf(stderr, "norn: a built-in model: %s\n",
                   std::string(loaded.status().message()).c_str());
      std::abort();
    }
    return new Annotator(*std::move(loaded));
  }();
  return *annotator;
}

absl::StatusOr<Annotator> Annotator::FromModels(absl::Span<const absl::string_view> models) {
  Annotator annotator;
  for (const absl::string_view bytes : models) {
    absl::StatusOr<std::unique_ptr<const AnalysisModel>> model = AnalysisModel::Load(bytes);
    if (!model.ok()) return model.status();
    absl::StrAppend(&annotator.version_, annotator.version_.empty() ? "" : "+",
                    (*model)->version());
    annotator.models_.push_back(*std::move(model));
  }
  return annotator;
}

const AnalysisModel* Annotator::ModelFor(absl::string_view language) const {
  for (const auto& model : models_) {
    if (model->Reads(language)) return model.get();
  }
  return nullptr;
}

std::vector<Name> Annotator::Annotate(AnnotatedText& text) const {
  std::vector<Name> names;
  const AnalysisModel* const model = ModelFor(text.language);
  if (model == nullptr) return names;
  std::vector<SentenceForms> sentences;
  sentences.reserve(text.sentences.size());
  for (const Sentence& sentence : text.sentences) {
    SentenceForms& forms = sentences.emplace_back();
    for (const Token& token : text.TokensOf(sentence)) forms.push_back(text.Form(token));
  }
  std::vector<std::vector<WordAnalysis>> all = model->Analyze(text.language, sentences);
  for (size_t s = 0; s < all.size(); ++s) {
    const uint32_t first = text.sentences[s].first_token;
    for (size_t i = 0; i < all[s].size(); ++i) {
      WordAnalysis& word = all[s][i];
      Token& token = text.tokens[first + i];
      token.upos = word.upos;
      token.feats = word.feats;
      token.deprel = word.deprel;
      token.head = word.head == 0 ? -1 : static_cast<int32_t>(first) + word.head - 1;
      token.state = std::move(word.state);
      token.lemma = model->Lemma(text.language, word.upos, text.Form(token));
    }
    AppendNames(text, first, all[s], names);
  }
  return names;
}

}  // namespace norn::ingest
