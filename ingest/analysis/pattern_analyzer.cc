#include "ingest/analysis/pattern_analyzer.h"

#include <utility>
#include <vector>

#include "ingest/analysis/annotator.h"
#include "ingest/analysis/name_context.h"
#include "ingest/analysis/name_finder.h"
#include "ingest/analysis/name_reconciliation.h"
#include "ingest/analysis/name_types.h"
#include "ingest/analysis/sentences.h"
#include "ingest/analysis/tokenizer.h"
#include "ingest/analysis/treebank_tokens.h"

namespace norn::ingest {

PatternAnalyzer::Kit::Kit(const Lexicon& lexicon)
    : vocabulary(lexicon), gazetteer(lexicon, vocabulary) {}

const PatternAnalyzer::Kit& PatternAnalyzer::LazyKit::Get() {
  std::call_once(once, [this] { kit = std::make_unique<Kit>(lexicon); });
  return *kit;
}

PatternAnalyzer::PatternAnalyzer(const LexiconSet& lexicons)
    : empty_kit_(std::make_unique<LazyKit>(lexicons.For("und"))) {
  for (const std::string& language : lexicons.languages()) {
    kits_.emplace(language, std::make_unique<LazyKit>(lexicons.For(language)));
  }
}

const PatternAnalyzer::Kit& PatternAnalyzer::KitFor(absl::string_view language) const {
  const auto kit = kits_.find(std::string(language));
  return (kit == kits_.end() ? empty_kit_ : kit->second)->Get();
}

const Gazetteer& PatternAnalyzer::gazetteer(absl::string_view language) const {
  return KitFor(language).gazetteer;
}

AnnotatedText PatternAnalyzer::Tokenize(absl::string_view text, uint32_t begin,
                                        absl::string_view language) const {
  const Kit& kit = KitFor(language);
  const Tokenizer tokenizer(kit.vocabulary);
  AnnotatedText result;
  result.language = std::string(language);
  result.text = text;
  uint32_t number = 0;
  for (const ByteSpan& paragraph : SplitParagraphs(text, begin)) {
    const auto first = static_cast<uint32_t>(result.tokens.size());
    tokenizer.Tokenize(text, paragraph, result.tokens);
    AppendSentences(text, kit.vocabulary, result.tokens, first, number++, result.sentences);
  }
  return result;
}

AnnotatedText PatternAnalyzer::TokenizeAsTreebank(absl::string_view text, uint32_t begin,
                                                  absl::string_view language) const {
  TreebankTokens fine(KitFor(language).vocabulary, Tokenize(text, begin, language));
  return std::move(fine.text());
}

AnnotatedText PatternAnalyzer::Analyze(absl::string_view text, uint32_t begin,
                                       absl::string_view language) const {
  const Kit& kit = KitFor(language);
  AnnotatedText result = Tokenize(text, begin, language);
  const NameContext context(kit.gazetteer, result);
  std::vector<FoundName> names = FindNames(kit.vocabulary, kit.gazetteer, context, result);
  constexpr uint32_t kLongestSentence = 400;
  TreebankTokens fine(kit.vocabulary, result, kLongestSentence);
  std::vector<Name> model_names = Annotator::BuiltIn().Annotate(fine.text());
  fine.CopyBack(model_names, result);
  ReconcileNames(kit.vocabulary, result, model_names, names);
  AssignNameTypes(kit.vocabulary, kit.gazetteer, result, model_names, names);
  for (const FoundName& found : names) result.names.push_back(found.name);
  return result;
}

}  // namespace norn::ingest
