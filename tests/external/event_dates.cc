// Holds the dating of events against the annotated event corpus: each event's triggers and status
// are given, its date is asked for.
//
//   bazel run -c opt //tests/external:event_dates -- [--list] [--held-out] CORPUS.txt...
//
// A date is right if it is one of those accepted (eval/score.py), best if it is the first of them.
// Optional events are not looked at. Articles whose number is a multiple of four are the part that
// nobody looks at while rules are made: only --held-out reads them, and it reads no others. With
// --list, each event that is wrong is shown with its sentence.
#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/annotator.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/clauses.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention_finder.h"
#include "ingest/extract/sentence_context.h"
#include "ingest/extract/time/article_clock.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/extract/time/event_date.h"
#include "ingest/extract/time/time_expressions.h"
#include "ingest/lexicon/lexicon_set.h"
#include "tools/train/event_corpus.h"

namespace norn::ingest {
namespace {

using train::CorpusArticle;
using train::CorpusEvent;
using train::CorpusMention;

constexpr int kPartHeldOut = 4;

struct Counts {
  int dated = 0;    // the text gives a date
  int right = 0;    // and ours is accepted
  int best = 0;     // and ours is the first of them
  int missing = 0;  // and we have none
  int undated = 0;  // the text gives none
  int made_up = 0;  // and we have one
};

// What is known of an event's date after all its mentions.
struct Finding {
  std::optional<proto::DateRange> own;
  std::optional<proto::DateRange> carried;
  bool is_unknown = false;
  bool is_background = false;
  std::string shown;  // sentences, for --list
};

class Dater {
 public:
  Dater() : analyzer_(LexiconSet::BuiltIn(), Annotator::BuiltIn()) {}

  // One finding for each of the article's events.
  std::vector<Finding> Run(const CorpusArticle& article) {
    const Grammar& grammar =
        grammars_.try_emplace(article.language, LexiconSet::BuiltIn().For(article.language))
            .first->second;
    const AnnotatedText text = analyzer_.Analyze(article.text, 0, article.language);
    const DayRange published = ParseIsoDate(article.published).value_or(DayRange{});
    const MentionedEntities mentioned =
        FindMentions(text, grammar, analyzer_.gazetteer(article.language), published);
    std::vector<Finding> findings(article.events.size());
    ArticleClock clock;
    for (uint32_t i = 0; i < text.sentences.size(); ++i) {
      const Sentence& sentence = text.sentences[i];
      std::vector<TimeExpression> times = FindTimeExpressions(text, sentence, grammar, published);
      clock.Read(sentence, times);
      const SentenceContext context = {text,
                                       sentence,
                                       grammar,
                                       mentioned.entities,
                                       mentioned.mentions[i],
                                       ClauseMap(text, sentence, grammar, mentioned.mentions[i]),
                                       std::move(times)};
      for (const CorpusMention& mention : article.mentions) {
        const std::optional<uint32_t> token = TriggerIn(context, mention);
        if (!token) continue;
        const CorpusEvent& event = article.events[mention.event];
        Add(context, event, *token,
            DateOf(context, Told(event, *token), published, clock.Carried()),
            findings[mention.event]);
      }
    }
    return findings;
  }

 private:
  static ToldEvent Told(const CorpusEvent& event, uint32_t token) {
    return {.token = token,
            .status = event.status,
            .is_dated_by_announcement = event.type == "supply",
            .is_appointment = event.type == "meeting" || event.type == "talks"};
  }

  // The trigger's word that the others hang on, if the mention's quote stands in the sentence.
  static std::optional<uint32_t> TriggerIn(const SentenceContext& context,
                                           const CorpusMention& mention) {
    std::set<uint32_t> tokens;
    uint32_t from = context.begin();
    for (const absl::string_view word : absl::StrSplit(mention.trigger, ' ', absl::SkipEmpty())) {
      for (uint32_t at = from; at < context.end(); ++at) {
        const Token& token = context.text.tokens[at];
        if (token.bytes.begin < mention.begin || token.bytes.end > mention.end) continue;
        if (context.text.Form(token) != word) continue;
        tokens.insert(at);
        from = at + 1;
        break;
      }
    }
    for (const uint32_t at : tokens) {
      const int32_t head = context.text.tokens[at].head;
      if (head < 0 || tokens.count(static_cast<uint32_t>(head)) == 0) return at;
    }
    return std::nullopt;
  }

  static void Add(const SentenceContext& context, const CorpusEvent& event, uint32_t token,
                  const EventDate& date, Finding& finding) {
    if (date.own && !finding.own) {
      finding.own = date.own;
    } else if (date.own) {
      if (auto both = Intersect(*finding.own, *date.own)) {
        both->set_derivation(finding.own->derivation());
        finding.own = both;
      }
    }
    if (!finding.carried) finding.carried = date.carried;
    finding.is_unknown |= date.is_unknown;
    for (uint32_t at = context.begin(); at < context.end(); ++at) {
      const bool in_clause = context.clauses.ClauseOf(at) == context.clauses.ClauseOf(token);
      finding.is_background |= in_clause && context.Is("back_reference", at);
    }
    absl::StrAppend(&finding.shown, "    [", context.Word(token), "] ", event.status, ": ",
                    std::string(context.text.Slice(context.sentence.bytes)), "\n");
    for (const TimeExpression& time : context.times) {
      absl::StrAppend(&finding.shown, "        ", time.past.derivation(), " kind ",
                      static_cast<int>(time.kind), " ", time.past.from(), "..", time.past.to(),
                      "\n");
    }
  }

  PatternAnalyzer analyzer_;
  std::map<std::string, Grammar> grammars_;
};

// What we say of an event: first its own date, then the one carried over, then, for news, the month
// of publication.
enum Policy { kOwn, kCarried, kMonth, kPolicies };
constexpr const char* kPolicyNames[] = {"own sentence", "+ sentence before", "+ month of news"};

std::string DateBy(Policy policy, const CorpusArticle& article, const CorpusEvent& event,
                   const Finding& finding) {
  const DayRange published = ParseIsoDate(article.published).value_or(DayRange{});
  std::optional<proto::DateRange> date = finding.own;
  if (!date && policy >= kCarried) date = finding.carried;
  if (!date && policy >= kMonth && !published.empty() && !finding.is_unknown &&
      !finding.is_background) {
    date.emplace();
    SetRange(WholeMonth(published.from->year(), published.from->month()), *date);
  }
  if (!date) return "";
  if (event.status == "happened") {
    proto::DateRange until;
    SetRange({std::nullopt, published.to}, until);
    if (const auto both = Intersect(*date, until)) return IsoText(ToDayRange(*both));
  }
  return IsoText(ToDayRange(*date));
}

bool IsAccepted(const std::string& date, const CorpusEvent& event) {
  return std::find(event.dates.begin(), event.dates.end(), date) != event.dates.end();
}

void Count(const std::string& date, const CorpusEvent& event, Counts& counts) {
  if (event.dates.empty()) {
    ++counts.undated;
    counts.made_up += date.empty() ? 0 : 1;
    return;
  }
  ++counts.dated;
  counts.right += IsAccepted(date, event) ? 1 : 0;
  counts.best += date == event.dates.front() ? 1 : 0;
  counts.missing += date.empty() ? 1 : 0;
}

void Print(const std::string& name, const Counts& c) {
  const auto share = [](int part, int all) {
    return all == 0 ? std::string("-") : absl::StrCat((part * 1000 / all) / 1000.0);
  };
  std::cout << name << ": right " << share(c.right, c.dated) << " (" << c.right << " of " << c.dated
            << "), best " << share(c.best, c.dated) << ", undated though the text dates it "
            << c.missing << ", dated though the text does not " << c.made_up << " of " << c.undated
            << "\n";
}

int Main(int argc, char** argv) {
  bool list = false;
  bool held_out = false;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--list") {
      list = true;
    } else if (argument == "--held-out") {
      held_out = true;
    } else {
      files.push_back(argument);
    }
  }
  Dater dater;
  std::map<std::string, Counts> parts;
  Counts all[kPolicies];
  for (const std::string& file : files) {
    const auto articles = train::ReadEventCorpus(file);
    if (!articles.ok()) {
      std::cerr << articles.status() << "\n";
      return 1;
    }
    for (const CorpusArticle& article : *articles) {
      if ((article.number % kPartHeldOut == 0) != held_out) continue;
      const std::vector<Finding> findings = dater.Run(article);
      for (size_t i = 0; i < findings.size(); ++i) {
        const CorpusEvent& event = article.events[i];
        if (event.is_optional) continue;
        for (int policy = 0; policy < kPolicies; ++policy) {
          const std::string date = DateBy(static_cast<Policy>(policy), article, event, findings[i]);
          Count(date, event, all[policy]);
          if (policy != kMonth) continue;
          Count(date, event, parts[absl::StrCat("language ", article.language)]);
          Count(date, event, parts[absl::StrCat("origin ", article.origin)]);
          const bool is_right = event.dates.empty() ? date.empty() : IsAccepted(date, event);
          if (!list || is_right) continue;
          std::cout << article.number << " " << article.language << " " << article.origin << " "
                    << article.published << " " << event.id << " " << event.type << " wants "
                    << absl::StrJoin(event.dates, ", ") << " got "
                    << DateBy(kOwn, article, event, findings[i]) << " / " << date << "\n"
                    << findings[i].shown;
        }
      }
    }
  }
  for (int policy = 0; policy < kPolicies; ++policy) Print(kPolicyNames[policy], all[policy]);
  for (const auto& [name, counts] : parts) Print(name, counts);
  return 0;
}

}  // namespace
}  // namespace norn::ingest

int main(int argc, char** argv) { return norn::ingest::Main(argc, argv); }
