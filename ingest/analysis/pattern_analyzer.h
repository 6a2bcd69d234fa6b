// Tokens, sentences and names by rules and lexicons; tags and trees, and names where these know
// nothing, by a model.
//
//   PatternAnalyzer analyzer(LexiconSet::BuiltIn());
//   AnnotatedText text = analyzer.Analyze(article.text(), article.body_start(), "nb");
//   for (const Name& name : text.names) Use(text.Slice(name.bytes), name.type);
#ifndef NORN_INGEST_ANALYSIS_PATTERN_ANALYZER_H_
#define NORN_INGEST_ANALYSIS_PATTERN_ANALYZER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/analyzer.h"
#include "ingest/analysis/annotator.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/analysis/treebank_tokens.h"
#include "ingest/analysis/vocabulary.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {

class PatternAnalyzer : public Analyzer {
 public:
  // `lexicons` and `parser` outlive the analyser.
  explicit PatternAnalyzer(const LexiconSet& lexicons, const Parser& parser = Annotator::BuiltIn());

  AnnotatedText Analyze(absl::string_view text, uint32_t begin,
                        absl::string_view language) const override;

  // Tokens and sentences alone, cut as finely as the language's treebank does.
  AnnotatedText TokenizeAsTreebank(absl::string_view text, uint32_t begin,
                                   absl::string_view language) const;

  // As Analyze does, on those tokens: all sentences, however long.
  AnnotatedText AnalyzeAsTreebank(absl::string_view text, uint32_t begin,
                                  absl::string_view language) const;

  // What the language's names are looked up in; an empty one for languages without a lexicon.
  const Gazetteer& gazetteer(absl::string_view language) const;

 private:
  AnnotatedText Tokenize(absl::string_view text, const std::vector<ByteSpan>& paragraphs,
                         absl::string_view language) const;
  std::vector<Name> FindNames(TreebankTokens& fine, AnnotatedText& coarse) const;

  struct LexiconIndexes {
    explicit LexiconIndexes(const Lexicon& lexicon);
    Vocabulary vocabulary;
    Gazetteer gazetteer;
  };

  // Made when the first article of its language comes: a run mostly sees one or two of them.
  struct LazyIndexes {
    explicit LazyIndexes(const Lexicon& lexicon) : lexicon(lexicon) {}
    const LexiconIndexes& Get();
    const Lexicon& lexicon;
    std::once_flag once;
    std::unique_ptr<const LexiconIndexes> indexes;
  };

  const LexiconIndexes& IndexesFor(absl::string_view language) const;

  const Parser& parser_;
  std::map<std::string, std::unique_ptr<LazyIndexes>> indexes_;
  std::unique_ptr<LazyIndexes> empty_indexes_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_PATTERN_ANALYZER_H_
