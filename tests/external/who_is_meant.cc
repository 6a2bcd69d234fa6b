// Holds whom the words of an article are taken to mean against the event corpus
// (tools/train/event_corpus.h).
//
//   bazel run -c opt //tests/external:who_is_meant -- [--rules] [--list all|actors|KIND/FORM]
//   CORPUS.txt…
//
// Five folds over the articles: the scorer that decides never saw the article that it is measured
// on. With --rules, nothing is learned. Each filler of the corpus that means one actor is found in
// the article, and the candidate with its head is asked whom it means. It is right if that, or the
// state behind it, is the gold actor by one of its names; wrong if it means others; none if nobody.
// The table has a row for each kind of actor and what stands there:
//   name         one of the actor's names
//   place        another name: Bergen for Norway, the president for his state
//   adjective    nordlandsk
//   pronoun      han, de, dens
//   description  presidenten, soldater, et raffineri
// A second table tells how many of the actors that the corpus lists are named, and how many others.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "base/search_key.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/candidates.h"
#include "ingest/extract/mentions/mention_finder.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/lexicon_set.h"
#include "tools/train/event_corpus.h"
#include "tools/train/filler_alignment.h"
#include "tools/train/meaning_trainer.h"

namespace norn::ingest {
namespace {

using train::CorpusActor;
using train::CorpusArticle;
using train::CorpusFiller;
using train::CorpusMention;
using train::MeaningExample;
using train::TokenSpan;

constexpr size_t kFolds = 5;

struct Count {
  int right = 0;
  int wrong = 0;
  int none = 0;
};

struct ActorCount {
  int right = 0;
  int found = 0;
  int wanted = 0;
};

struct ReadArticle {
  const CorpusArticle* article = nullptr;
  AnnotatedText text;
  std::vector<MeaningExample> examples;
  std::vector<MeaningExample> actors;
};

const Lexicon& LexiconOf(const CorpusArticle& article) {
  return LexiconSet::BuiltIn().For(article.language);
}

// How many of the actors of the gold are found, by group of articles.
class ActorScores {
 public:
  explicit ActorScores(bool lists) : lists_(lists) {}

  // Each gold actor is found once; further entities for it are wrong, as are those for none.
  void Score(const CorpusArticle& article, const MentionedEntities& found) {
    ActorCount count;
    std::map<std::string, int> entities_of;
    for (const proto::Entity& entity : found.entities) {
      const bool may_act = entity.kind() == proto::Entity::PERSON ||
                           entity.kind() == proto::Entity::STATE ||
                           entity.kind() == proto::Entity::ORGANIZATION;
      if (!may_act || entity.mentions_size() == 0) continue;
      bool is_known = false;
      for (const CorpusActor& actor : article.actors) {
        if (actor.kind == "weapon" || !IsActor(LexiconOf(article), entity, actor)) continue;
        is_known = true;
        ++entities_of[actor.id];
      }
      if (is_known) continue;
      ++count.found;
      if (lists_) std::cout << article.number << " spurious " << entity.name() << "\n";
    }
    for (const CorpusActor& actor : article.actors) {
      if (actor.kind == "weapon" || actor.is_optional) continue;
      const int entities = entities_of[actor.id];
      ++count.wanted;
      count.right += entities > 0 ? 1 : 0;
      count.found += entities;
      if (entities == 0 && lists_) {
        std::cout << article.number << " missed " << actor.names[0] << "\n";
      }
    }
    const bool is_ours = article.origin == "own" || article.origin == "wire";
    const bool is_random = article.number >= 951 && article.number <= 994 && !is_ours;
    for (const std::string& group :
         {std::string("all"), article.language, article.origin, std::string("random")}) {
      if (group == "random" && !is_random) continue;
      actors_[group].right += count.right;
      actors_[group].found += count.found;
      actors_[group].wanted += count.wanted;
    }
  }

  void Report() const {
    std::cout << "actors         right  found  wanted      P      R     F1\n";
    for (const auto& [group, count] : actors_) {
      const double precision = static_cast<double>(count.right) / std::max(1, count.found);
      const double recall = static_cast<double>(count.right) / std::max(1, count.wanted);
      std::cout << absl::StrFormat("%-13s %6d %6d %7d %6.3f %6.3f %6.3f\n", group, count.right,
                                   count.found, count.wanted, precision, recall,
                                   2 * precision * recall / std::max(1e-9, precision + recall));
    }
  }

 private:
  const bool lists_;
  std::map<std::string, ActorCount> actors_;
};

std::string FormOf(const AnnotatedText& text, const TokenSpan& span, const std::string& words,
                   const CorpusActor& actor) {
  const std::string folded = absl::StrCat(" ", base::SearchKey(words), " ");
  for (const std::string& name : actor.names) {
    const std::string spelled = absl::StrCat(" ", base::SearchKey(name));
    for (const absl::string_view end : {" ", "s ", "'"}) {
      if (absl::StrContains(folded, absl::StrCat(spelled, end))) return "name";
    }
  }
  const Token& head = text.tokens[HeadOfPhrase(text, span.begin, span.end)];
  if (head.upos == "PRON" || head.upos == "DET" || head.upos == "NUM") return "pronoun";
  if (span.end - span.begin == 1 && head.upos == "ADJ") return "adjective";
  return head.upos == "PROPN" ? "place" : "description";
}

class Measure {
 public:
  Measure(bool learns, std::string listed)
      : learns_(learns),
        listed_(std::move(listed)),
        actors_(listed_ == "actors"),
        analyzer_(LexiconSet::BuiltIn()) {
    for (const std::string& language : LexiconSet::BuiltIn().languages()) {
      grammars_.try_emplace(language, LexiconSet::BuiltIn().For(language));
    }
  }

  // `article` outlives the measure.
  void Add(const CorpusArticle& article) {
    if (!grammars_.contains(article.language)) return;
    ReadArticle& read = articles_.emplace_back();
    read.article = &article;
    read.text = analyzer_.Analyze(article.text, 0, article.language);
    if (!learns_) return;
    train::MeaningExamples examples;
    std::vector<EntityFeatures> actors;
    MeaningOptions options;
    options.visitor = &examples.visitor();
    options.actor_features = &actors;
    const MentionedEntities found = Find(read, options);
    read.examples = examples.Take(article, read.text, found, LexiconOf(article));
    read.actors = train::ActorExamples(article, found, actors, LexiconOf(article));
  }

  void Run() {
    for (size_t fold = 0; fold < (learns_ ? kFolds : 1); ++fold) {
      LinearModel who;
      LinearModel actor;
      if (learns_) {
        who = Train(kMeaningScorer, fold, &ReadArticle::examples);
        actor = Train(kActorScorer, fold, &ReadArticle::actors);
      }
      MeaningOptions options;
      options.model = &who;
      options.actor_model = &actor;
      for (size_t i = 0; i < articles_.size(); ++i) {
        if (learns_ && i % kFolds != fold) continue;
        const MentionedEntities found = Find(articles_[i], options);
        Score(articles_[i], found);
        actors_.Score(*articles_[i].article, found);
      }
    }
  }

  void Report() const {
    std::cout << "kind          form         fillers  right  wrong  none   share right\n";
    for (const auto& [row, count] : counts_) {
      const int all = count.right + count.wrong + count.none;
      std::cout << absl::StrFormat("%-13s %-12s %7d %6d %6d %5d %8.3f\n", row.first, row.second,
                                   all, count.right, count.wrong, count.none,
                                   static_cast<double>(count.right) / all);
    }
    std::cout << "not located: " << not_located_ << "\n\n";
    actors_.Report();
  }

 private:
  MentionedEntities Find(const ReadArticle& read, const MeaningOptions& options) const {
    const std::string& language = read.article->language;
    return FindMentions(read.text, grammars_.at(language), analyzer_.gazetteer(language),
                        ParseIsoDate(read.article->published).value_or(DayRange{}), options);
  }

  LinearModel Train(absl::string_view name, size_t fold,
                    std::vector<MeaningExample> ReadArticle::*which) const {
    std::vector<MeaningExample> examples;
    for (size_t i = 0; i < articles_.size(); ++i) {
      if (i % kFolds == fold) continue;
      const auto& from = articles_[i].*which;
      examples.insert(examples.end(), from.begin(), from.end());
    }
    return *LinearModel::FromScorer(train::TrainMeanings(name, examples));
  }

  void Score(const ReadArticle& read, const MentionedEntities& found) {
    for (const CorpusMention& mention : read.article->mentions) {
      for (const CorpusFiller& filler : mention.fillers) {
        const CorpusActor* actor = read.article->FindActor(filler.actor);
        if (actor == nullptr || actor->kind == "weapon" || filler.role == "source") continue;
        const auto span = LocateFiller(*read.article, read.text, mention, filler.words);
        if (span) {
          ScoreFiller(read, found, mention, filler, *actor, *span);
        } else {
          ++not_located_;
        }
      }
    }
  }

  void ScoreFiller(const ReadArticle& read, const MentionedEntities& found,
                   const CorpusMention& mention, const CorpusFiller& filler,
                   const CorpusActor& actor, const TokenSpan& span) {
    const std::string form = FormOf(read.text, span, filler.words, actor);
    const Mention* candidate = CandidateAt(read.text, found, span);
    std::set<uint32_t> meant;
    if (candidate != nullptr) {
      meant.insert(candidate->entities.begin(), candidate->entities.end());
      if (actor.kind == "state" && candidate->state) meant.insert(*candidate->state);
    }
    const bool is_right = std::any_of(meant.begin(), meant.end(), [&](uint32_t entity) {
      return IsActor(LexiconOf(*read.article), found.entities[entity], actor);
    });
    Count& count = counts_[{actor.kind, form}];
    ++(is_right ? count.right : meant.empty() ? count.none : count.wrong);
    const std::string row = absl::StrCat(actor.kind, "/", form);
    if (is_right || (listed_ != "all" && listed_ != row)) return;
    std::string names;
    for (const uint32_t entity : meant) {
      absl::StrAppend(&names, names.empty() ? "" : ", ", found.entities[entity].name());
    }
    std::cout << row << " " << read.article->number << " " << read.article->language << " ["
              << filler.words << "] " << filler.role << " = " << actor.names[0] << ", read as "
              << (names.empty() ? "nobody" : names) << ": "
              << read.article->text.substr(mention.begin, mention.end - mention.begin) << "\n";
  }

  const bool learns_;
  const std::string listed_;
  ActorScores actors_;
  PatternAnalyzer analyzer_;
  std::map<std::string, Grammar> grammars_;
  std::vector<ReadArticle> articles_;
  std::map<std::pair<std::string, std::string>, Count> counts_;
  int not_located_ = 0;
};

int Main(int argc, char** argv) {
  bool learns = true;
  std::string listed;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const absl::string_view argument = argv[i];
    if (argument == "--rules") {
      learns = false;
    } else if (argument == "--list" && i + 1 < argc) {
      listed = argv[++i];
    } else {
      files.emplace_back(argument);
    }
  }
  if (files.empty()) {
    std::cerr << "usage: who_is_meant [--rules] [--list all|actors|KIND/FORM] CORPUS.txt...\n";
    return 64;
  }
  std::vector<std::vector<CorpusArticle>> corpora;
  for (const std::string& file : files) {
    auto articles = train::ReadEventCorpus(file);
    if (!articles.ok()) {
      std::cerr << articles.status().message() << "\n";
      return 65;
    }
    corpora.push_back(*std::move(articles));
  }
  Measure measure(learns, listed);
  for (const auto& corpus : corpora) {
    for (const CorpusArticle& article : corpus) measure.Add(article);
  }
  measure.Run();
  measure.Report();
  return 0;
}

}  // namespace
}  // namespace norn::ingest

int main(int argc, char** argv) { return norn::ingest::Main(argc, argv); }
