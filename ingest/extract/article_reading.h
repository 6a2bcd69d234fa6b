// An article as reading sees it before it looks for events: analysed, with its mentions, and each
// sentence's context. Extraction and the training of its scorers make it the same way.
#ifndef NORN_INGEST_EXTRACT_ARTICLE_READING_H_
#define NORN_INGEST_EXTRACT_ARTICLE_READING_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/analysis/annotator.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/evocation/sentence_view.h"
#include "ingest/extract/evocation/word_senses.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/meaning/meanings.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/scoring/scorer_set.h"
#include "ingest/extract/sentence_context.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/extract/time/time_expressions.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// What a language's lexicon is compiled to.
struct LanguageTables {
  explicit LanguageTables(const Lexicon& lexicon) : grammar(lexicon), senses(lexicon) {}
  Grammar grammar;
  WordSenses senses;
};

struct ArticleReading {
  AnnotatedText text;
  DayRange published;
  MentionedEntities mentioned;
  // By sentence of the text; null for a run of words that is too long to be one.
  std::vector<std::unique_ptr<const SentenceContext>> contexts;
  // By sentence: the date that the text before it has told, if any.
  std::vector<std::optional<TimeExpression>> carried;
  ArticleTraits traits;
  std::vector<std::unique_ptr<const SentenceView>> views;  // likewise
};

class ArticleReader {
 public:
  // Both outlive the reader.
  ArticleReader(const LexiconSet& lexicons, const Parser& parser);

  // Null: the language is none that it reads. `article` outlives what is returned. `meaning` says
  // by which scorers it is decided whom phrases mean.
  std::unique_ptr<ArticleReading> Read(const proto::Article& article,
                                       const MeaningOptions& meaning) const;

  // Null: likewise.
  const LanguageTables* TablesOf(const std::string& language) const;

 private:
  PatternAnalyzer analyzer_;
  std::map<std::string, LanguageTables> tables_;
};

// The scorers of that kind among the models.
MeaningOptions MeaningsBy(const ScorerModels& models);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_ARTICLE_READING_H_
