#include "ingest/extract/time/event_date.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/analysis/annotator.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/time/article_clock.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// The date of what the word tells of, in an article published on Wednesday 18 June 2025: its own,
// or that of the sentence before behind "before:".
std::string DateOfWord(const std::string& language, const std::string& article,
                       const std::string& word, const std::string& status) {
  static const PatternAnalyzer analyzer(LexiconSet::BuiltIn(), Annotator::BuiltIn());
  const DayRange published = *ParseIsoDate("2025-06-18");
  const Grammar grammar(LexiconSet::BuiltIn().For(language));
  const AnnotatedText text = analyzer.Analyze(article, 0, language);
  const std::vector<proto::Entity> entities;
  const std::vector<Mention> mentions;
  ArticleClock clock;
  for (const Sentence& sentence : text.sentences) {
    std::vector<TimeExpression> times = FindTimeExpressions(text, sentence, grammar, published);
    clock.Read(sentence, times);
    const SentenceContext context = {text,
                                     sentence,
                                     grammar,
                                     entities,
                                     mentions,
                                     ClauseMap(text, sentence, grammar, mentions),
                                     std::move(times)};
    for (uint32_t at = context.begin(); at < context.end(); ++at) {
      if (text.tokens[at].lower != word) continue;
      const EventDate date =
          DateOf(context, {.token = at, .status = status}, published, clock.Carried());
      if (date.own) return IsoText(ToDayRange(*date.own));
      if (date.carried) return "before: " + IsoText(ToDayRange(*date.carried));
      return date.is_unknown ? "unknown" : "none";
    }
  }
  return "no such word";
}

struct Case {
  const char* language;
  const char* article;
  const char* word;
  const char* expected;
  const char* status = "happened";
};

TEST(EventDateTest, IsOfTheClauseThatTellsOfTheEvent) {
  const Case cases[] = {
      {"nb", "Mandag møtte Frank Bakke utsendingene i Oslo.", "møtte", "2025-06-16"},
      {"nb", "Etter mandagens møte var Frank Bakke fornøyd.", "møte", "2025-06-16"},
      {"sv", "Petra Lind träffade på måndagen Karl Ek i Gävle.", "träffade", "2025-06-16"},
      {"da", "Onsdag i sidste uge talte Jens Holm i telefon med Eva Krog.", "talte", "2025-06-11"},
      {"nn", "Dei møttest i november i fjor.", "møttest", "2024-11"},
      {"en", "Anna Reed met Paul Cole in Leeds on 6 May 2024.", "met", "2024-05-06"},
      // Where and when the main clause says when.
      {"nb", "Tirsdag reiste Frank Bakke til Bergen, hvor han møtte Eva Krog.", "møtte",
       "2025-06-17"},
      {"en", "On Monday Anna Reed travelled to Leeds, where she met Paul Cole.", "met",
       "2025-06-16"},
      // Counted from the event of the clause above.
      {"en", "The council met on Monday, six days after jets struck the harbour.", "struck",
       "2025-06-10"},
      // What lies ahead.
      {"nb", "Frank Bakke skal møte Eva Krog fredag.", "møte", "2025-06-20", "planned"},
      {"sv", "Petra Lind träffar Karl Ek på fredag.", "träffar", "2025-06-20", "planned"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(DateOfWord(c.language, c.article, c.word, c.status), c.expected) << c.article;
  }
}

TEST(EventDateTest, GoesOnFromTheSentenceBefore) {
  const Case cases[] = {
      {"nn", "Torsdag var Frode Vik i Roma. Her hadde han eit møte med Anna Rossi.", "møte",
       "before: 2025-06-12"},
      {"sv", "Den 3 juni kom Petra Lind till Gävle. Samma dag ringde Karl Ek henne.", "ringde",
       "2025-06-03"},
      {"nb", "De møttes 3. juni. To uker senere snakket de på telefon.", "snakket", "2025-06"},
      {"da", "De mødtes den 3. juni. Dagen efter talte de i telefon.", "talte", "2025-06-04"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(DateOfWord(c.language, c.article, c.word, c.status), c.expected) << c.article;
  }
}

TEST(EventDateTest, IsNoneWhereTheTimeIsNotUnderstood) {
  const Case cases[] = {
      {"nb", "I sin tid møtte Frank Bakke Eva Krog.", "møtte", "unknown"},
      {"sv", "Petra Lind träffade Karl Ek för några veckor sedan.", "träffade", "unknown"},
      {"nb", "Frank Bakke møtte Eva Krog.", "møtte", "none"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(DateOfWord(c.language, c.article, c.word, c.status), c.expected) << c.article;
  }
}

}  // namespace
}  // namespace norn::ingest
