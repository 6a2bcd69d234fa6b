#include "ingest/analysis/language.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "ingest/analysis/language_features.h"
#include "ingest/analysis/language_model.h"

// The language_model_assembly of BUILD.
extern "C" const char norn_language_model_begin[];
extern "C" const char norn_language_model_end[];

namespace norn::ingest {
namespace {

const LanguageModel& Model() {
  static const LanguageModel* const kModel = [] {
    const absl::string_view bytes(
        norn_language_model_begin,
        static_cast<size_t>(norn_language_model_end - norn_language_model_begin));
    absl::StatusOr<LanguageModel> model = LanguageModel::Parse(bytes);
    if (!model.ok()) {
      std::fprintf(stderr, "norn: the built-in language model is damaged: %s\n",
                   model.status().ToString().c_str());
      std::abort();
    }
    return new LanguageModel(*std::move(model));
  }();
  return *kModel;
}

}  // namespace

std::string IdentifyLanguage(absl::string_view text) {
  return Model().Identify(LanguageWords(text), LowerCaseWords(text));
}

void FillLanguage(proto::Article& article) {
  constexpr char kBokmal[] = "nb";
  const std::string given = article.language();
  if (!given.empty() && given != "no" && given != "und") return;
  const size_t begin = std::min<size_t>(article.body_start(), article.text().size());
  std::string found = IdentifyLanguage(absl::string_view(article.text()).substr(begin));
  if (given == "no" && found != kBokmal && found != "nn") found = kBokmal;
  article.set_language(found);
}

}  // namespace norn::ingest
