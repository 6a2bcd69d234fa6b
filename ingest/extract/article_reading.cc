#include "ingest/extract/article_reading.h"

#include <algorithm>
#include <utility>

#include "absl/strings/string_view.h"
#include "ingest/extract/mentions/mention_finder.h"
#include "ingest/extract/text_limit.h"
#include "ingest/extract/time/article_clock.h"
#include "ingest/extract/time/time_expressions.h"

namespace norn::ingest {
namespace {

// Nor is any sentence: a longer run of words is a table or noise, and tells of no event.
constexpr uint32_t kMaxSentenceTokens = 400;

// The article's text up to the limit, at the end of a character.
absl::string_view ReadableText(const std::string& text) {
  size_t end = std::min(text.size(), kMaxReadBytes);
  while (end < text.size() && end > 0 && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return absl::string_view(text).substr(0, end);
}

void AddViews(const LanguageTables& tables, ArticleReading& reading) {
  std::vector<SentenceSenses> senses;
  for (const Sentence& sentence : reading.text.sentences) {
    senses.push_back(tables.senses.Of(reading.text, sentence));
  }
  reading.traits = TraitsOf(reading.text, reading.mentioned, senses);
  for (size_t i = 0; i < reading.contexts.size(); ++i) {
    reading.views.push_back(reading.contexts[i] == nullptr
                                ? nullptr
                                : std::make_unique<const SentenceView>(
                                      *reading.contexts[i], reading.mentioned.candidates[i],
                                      reading.traits, std::move(senses[i]), i));
  }
}

}  // namespace

MeaningOptions MeaningsBy(const ScorerModels& models) {
  MeaningOptions options;
  options.model = &models.Get(kMeaningScorer);
  options.actor_model = &models.Get(kActorScorer);
  return options;
}

ArticleReader::ArticleReader(const LexiconSet& lexicons, const Parser& parser)
    : analyzer_(lexicons, parser) {
  for (const std::string& language : lexicons.languages()) {
    tables_.try_emplace(language, lexicons.For(language));
  }
}

const LanguageTables* ArticleReader::TablesOf(const std::string& language) const {
  const auto tables = tables_.find(language);
  return tables == tables_.end() ? nullptr : &tables->second;
}

std::unique_ptr<ArticleReading> ArticleReader::Read(const proto::Article& article,
                                                    const MeaningOptions& meaning) const {
  const LanguageTables* const tables = TablesOf(article.language());
  if (tables == nullptr) return nullptr;
  const Grammar& grammar = tables->grammar;
  auto reading = std::make_unique<ArticleReading>();
  reading->text =
      analyzer_.Analyze(ReadableText(article.text()), article.body_start(), article.language());
  reading->published = ParseIsoDate(article.published()).value_or(DayRange{});
  reading->mentioned = FindMentions(reading->text, grammar, analyzer_.gazetteer(article.language()),
                                    reading->published, meaning);
  const AnnotatedText& text = reading->text;
  ArticleClock clock;
  reading->carried.resize(text.sentences.size());
  for (uint32_t i = 0; i < text.sentences.size(); ++i) {
    const Sentence& sentence = text.sentences[i];
    if (sentence.token_count > kMaxSentenceTokens) {
      reading->contexts.push_back(nullptr);
      continue;
    }
    const std::vector<Mention>& mentions = reading->mentioned.mentions[i];
    std::vector<TimeExpression> times =
        FindTimeExpressions(text, sentence, grammar, reading->published);
    clock.Read(sentence, times);
    if (clock.Carried() != nullptr) reading->carried[i] = *clock.Carried();
    reading->contexts.push_back(std::make_unique<const SentenceContext>(
        SentenceContext{text, sentence, grammar, reading->mentioned.entities, mentions,
                        ClauseMap(text, sentence, grammar, mentions), std::move(times)}));
  }
  AddViews(*tables, *reading);
  return reading;
}

}  // namespace norn::ingest
