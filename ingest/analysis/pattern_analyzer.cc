#include "ingest/analysis/pattern_analyzer.h"

#include <utility>
#include <vector>

#include "ingest/analysis/name_context.h"
#include "ingest/analysis/name_finder.h"
#include "ingest/analysis/name_reconciliation.h"
#include "ingest/analysis/name_types.h"
#include "ingest/analysis/sentences.h"
#include "ingest/analysis/teasers.h"
#include "ingest/analysis/tokenizer.h"
#include "ingest/analysis/treebank_tokens.h"

namespace norn::ingest {

PatternAnalyzer::Kit::Kit(const Lexicon& lexicon)
    : vocabulary(lexicon), gazetteer(lexicon, vocabulary) {}

const PatternAnalyzer::Kit& PatternAnalyzer::LazyKit::Get() {
  std::call_once(once, [this] { kit = std::make_unique<Kit>(lexicon); });
  return *kit;
}

PatternAnalyzer::PatternAnalyzer(const LexiconSet& lexicons, const Parser& parser)
    : parser_(parser), empty_kit_(std::make_unique<LazyKit>(lexicons.For("und"))) {
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

AnnotatedText PatternAnalyzer::Tokenize(absl::string_view text,
                                        const std::vector<ByteSpan>& paragraphs,
                                        absl::string_view language) const {
  const Kit& kit = KitFor(language);
  const Tokenizer tokenizer(kit.vocabulary);
  AnnotatedText result;
  result.language = std::string(language);
  result.text = text;
  uint32_t number = 0;
  for (const ByteSpan& paragraph : paragraphs) {
    const auto first = static_cast<uint32_t>(result.tokens.size());
    tokenizer.Tokenize(text, paragraph, result.tokens);
    AppendSentences(text, kit.vocabulary, result.tokens, first, number++, result.sentences);
  }
  return result;
}

AnnotatedText PatternAnalyzer::TokenizeAsTreebank(absl::string_view text, uint32_t begin,
                                                  absl::string_view language) const {
  TreebankTokens fine(KitFor(language).vocabulary,
                      Tokenize(text, SplitParagraphs(text, begin), language));
  return std::move(fine.text());
}

AnnotatedText PatternAnalyzer::Analyze(absl::string_view text, uint32_t begin,
                                       absl::string_view language) const {
  std::vector<ByteSpan> paragraphs = SplitParagraphs(text, begin);
  DropTeasers(text, KitFor(language).vocabulary, paragraphs);
  AnnotatedText result = Tokenize(text, paragraphs, language);
  constexpr uint32_t kLongestSentence = 400;
  TreebankTokens fine(KitFor(language).vocabulary, result, kLongestSentence);
  FindNames(fine, result);
  return result;
}

AnnotatedText PatternAnalyzer::AnalyzeAsTreebank(absl::string_view text, uint32_t begin,
                                                 absl::string_view language) const {
  AnnotatedText coarse = Tokenize(text, SplitParagraphs(text, begin), language);
  TreebankTokens fine(KitFor(language).vocabulary, coarse);
  const std::vector<Name> model_names = FindNames(fine, coarse);
  fine.TakeNames(coarse.names, model_names);
  return std::move(fine.text());
}

// Reads the fine tokens by the model, and fills the coarse ones' annotations and names. Gives the
// names as the model has them, on fine tokens.
std::vector<Name> PatternAnalyzer::FindNames(TreebankTokens& fine, AnnotatedText& coarse) const {
  const Kit& kit = KitFor(coarse.language);
  const NameContext context(kit.gazetteer, coarse);
  std::vector<FoundName> names = ingest::FindNames(kit.vocabulary, kit.gazetteer, context, coarse);
  const std::vector<Name> on_fine = parser_.Annotate(fine.text());
  std::vector<Name> on_coarse = on_fine;
  fine.CopyBack(on_coarse, coarse);
  ReconcileNames(kit.vocabulary, coarse, on_coarse, names);
  AssignNameTypes(kit.vocabulary, kit.gazetteer, coarse, on_coarse, names);
  for (const FoundName& found : names) coarse.names.push_back(found.name);
  return on_fine;
}

}  // namespace norn::ingest
