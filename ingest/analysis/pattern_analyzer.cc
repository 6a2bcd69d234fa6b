#include "ingest/analysis/pattern_analyzer.h"

#include <utility>
#include <vector>

#include "ingest/analysis/names/name_context.h"
#include "ingest/analysis/names/name_finder.h"
#include "ingest/analysis/names/name_reconciliation.h"
#include "ingest/analysis/names/name_types.h"
#include "ingest/analysis/sentences.h"
#include "ingest/analysis/teasers.h"
#include "ingest/analysis/tokenizer.h"
#include "ingest/analysis/treebank_tokens.h"

namespace norn::ingest {

PatternAnalyzer::LexiconIndexes::LexiconIndexes(const Lexicon& lexicon)
    : vocabulary(lexicon), gazetteer(lexicon, vocabulary) {}

const PatternAnalyzer::LexiconIndexes& PatternAnalyzer::LazyIndexes::Get() {
  std::call_once(once, [this] { indexes = std::make_unique<LexiconIndexes>(lexicon); });
  return *indexes;
}

PatternAnalyzer::PatternAnalyzer(const LexiconSet& lexicons, const Parser& parser)
    : parser_(parser), empty_indexes_(std::make_unique<LazyIndexes>(lexicons.For("und"))) {
  for (const std::string& language : lexicons.languages()) {
    indexes_.emplace(language, std::make_unique<LazyIndexes>(lexicons.For(language)));
  }
}

const PatternAnalyzer::LexiconIndexes& PatternAnalyzer::IndexesFor(
    absl::string_view language) const {
  const auto indexes = indexes_.find(std::string(language));
  return (indexes == indexes_.end() ? empty_indexes_ : indexes->second)->Get();
}

const Gazetteer& PatternAnalyzer::gazetteer(absl::string_view language) const {
  return IndexesFor(language).gazetteer;
}

AnnotatedText PatternAnalyzer::Tokenize(absl::string_view text,
                                        const std::vector<ByteSpan>& paragraphs,
                                        absl::string_view language) const {
  const LexiconIndexes& indexes = IndexesFor(language);
  const Tokenizer tokenizer(indexes.vocabulary);
  AnnotatedText result;
  result.language = std::string(language);
  result.text = text;
  uint32_t number = 0;
  for (const ByteSpan& paragraph : paragraphs) {
    const auto first = static_cast<uint32_t>(result.tokens.size());
    tokenizer.Tokenize(text, paragraph, result.tokens);
    AppendSentences(text, indexes.vocabulary, result.tokens, first, number++, result.sentences);
  }
  return result;
}

AnnotatedText PatternAnalyzer::TokenizeAsTreebank(absl::string_view text, uint32_t begin,
                                                  absl::string_view language) const {
  TreebankTokens fine(IndexesFor(language).vocabulary,
                      Tokenize(text, SplitParagraphs(text, begin), language));
  return std::move(fine.text());
}

AnnotatedText PatternAnalyzer::Analyze(absl::string_view text, uint32_t begin,
                                       absl::string_view language) const {
  std::vector<ByteSpan> paragraphs = SplitParagraphs(text, begin);
  DropTeasers(text, IndexesFor(language).vocabulary, paragraphs);
  AnnotatedText result = Tokenize(text, paragraphs, language);
  constexpr uint32_t kLongestSentence = 400;
  TreebankTokens fine(IndexesFor(language).vocabulary, result, kLongestSentence);
  FindNames(fine, result);
  return result;
}

AnnotatedText PatternAnalyzer::AnalyzeAsTreebank(absl::string_view text, uint32_t begin,
                                                 absl::string_view language) const {
  AnnotatedText coarse = Tokenize(text, SplitParagraphs(text, begin), language);
  TreebankTokens fine(IndexesFor(language).vocabulary, coarse);
  const std::vector<Name> model_names = FindNames(fine, coarse);
  fine.TakeNames(coarse.names, model_names);
  return std::move(fine.text());
}

// Reads the fine tokens by the model, and fills the coarse ones' annotations and names. Gives the
// names as the model has them, on fine tokens.
std::vector<Name> PatternAnalyzer::FindNames(TreebankTokens& fine, AnnotatedText& coarse) const {
  const LexiconIndexes& indexes = IndexesFor(coarse.language);
  const NameContext context(indexes.gazetteer, coarse);
  std::vector<FoundName> names =
      ingest::FindNames(indexes.vocabulary, indexes.gazetteer, context, coarse);
  const std::vector<Name> on_fine = parser_.Annotate(fine.text());
  std::vector<Name> on_coarse = on_fine;
  fine.CopyBack(on_coarse, coarse);
  ReconcileNames(indexes.vocabulary, coarse, on_coarse, names);
  AssignNameTypes(indexes.vocabulary, indexes.gazetteer, coarse, on_coarse, names);
  for (const FoundName& found : names) coarse.names.push_back(found.name);
  return on_fine;
}

}  // namespace norn::ingest
