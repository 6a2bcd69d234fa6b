// How a graph grows: what norn takes for many articles whose extraction records are cached.
//
//   bazel run -c opt //tests/bench:growth_bench -- [STEP] [ARTICLES]
//
// Steps are `made` (articles of tests/support/made_articles.h: built, ten added, built again
// without a change, asked for an actor; by default 4,000) and `pair` (short articles about one
// pair; 50,000). Each row is one run of the program: seconds from start to end, seconds of
// processor time, the most memory in MB.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "graph/store/cache.h"
#include "graph/store/directory.h"
#include "ingest/extract/extractor.h"
#include "ingest/pipeline.h"
#include "ingest/reading_tools.h"
#include "nlohmann/json.hpp"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"
#include "tests/support/made_articles.h"
#include "tools/build/graph_builder.h"
#include "tools/console/streams.h"

namespace norn {
namespace {

namespace fs = std::filesystem;

constexpr size_t kAdded = 10;

struct Text {
  std::string id;
  std::string language;
  std::string published;
  std::vector<std::string> paragraphs;
  std::string ending;  // tells the text from others; nothing is extracted of it
};

// Runs norn and prints what it took. What it says of itself must have `expected` in it.
bool Run(const std::string& title, const std::vector<std::string>& arguments,
         const std::string& folder, const std::string& expected) {
  std::vector<std::string> words = {"tools/norn"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const std::string said = folder + "/said";
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int out = open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  std::cout << absl::StrFormat("%-28s %8.2f s %8.2f s of processor %8d MB\n", title, took.count(),
                               seconds(usage.ru_utime) + seconds(usage.ru_stime),
                               usage.ru_maxrss / 1024)
            << std::flush;
  std::ifstream file(said);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (status == 0 && absl::StrContains(text, expected)) return true;
  std::cerr << "norn " << absl::StrJoin(arguments, " ") << " ended with " << status
            << ", not with '" << expected << "':\n"
            << text.substr(0, 2000);
  return false;
}

void WriteLines(const std::vector<Text>& texts, const std::string& path) {
  std::ofstream file(path);
  for (const Text& text : texts) {
    file << nlohmann::json(
                {{"id", text.id},
                 {"language", text.language},
                 {"published", text.published},
                 {"text", absl::StrCat(absl::StrJoin(text.paragraphs, "\n\n"), text.ending)}})
                .dump()
         << "\n";
  }
}

// What is extracted of the paragraphs one by one, put together: the extractor takes a fifteenth of
// a second for an article, too long for 100,000.
class Records {
 public:
  explicit Records(const ingest::Extractor& extractor) : extractor_(extractor) {}

  // False where a paragraph was changed when the article was read.
  bool Of(const Text& text, const proto::Article& article, proto::Extraction& record) {
    std::set<std::string> seen;
    size_t from = 0;
    for (const std::string& paragraph : text.paragraphs) {
      const size_t at = article.text().find(paragraph, from);
      if (at == std::string::npos) return false;
      from = at + paragraph.size();
      // Two claims of one article are two events: what is repeated is said once.
      if (!seen.insert(paragraph).second) continue;
      Append(OfParagraph(text, paragraph), static_cast<uint32_t>(at), record);
    }
    return true;
  }

 private:
  const proto::Extraction& OfParagraph(const Text& text, const std::string& paragraph) {
    const auto [known, is_new] = known_.try_emplace({text.published, paragraph});
    if (is_new) {
      proto::Article article;
      article.set_language(text.language);
      article.set_published(text.published);
      article.set_text(paragraph);
      known->second = extractor_.Extract(article);
    }
    return known->second;
  }

  static void Move(proto::Span& span, uint32_t by) {
    span.set_start(span.start() + by);
    span.set_end(span.end() + by);
  }

  // `at`: where the part's text begins in the article.
  static void Append(const proto::Extraction& part, uint32_t at, proto::Extraction& record) {
    std::vector<uint32_t> now;  // the part's entities by their index in the record
    for (const proto::Entity& entity : part.entities()) {
      proto::Entity& known = EntityLike(entity, record, now);
      for (proto::Span mention : entity.mentions()) {
        Move(mention, at);
        *known.add_mentions() = mention;
      }
    }
    for (proto::OfficeClaim office : part.offices()) {
      office.set_holder(now[office.holder()]);
      office.set_of(now[office.of()]);
      Move(*office.mutable_evidence(), at);
      *record.add_offices() = std::move(office);
    }
    for (proto::EventClaim event : part.events()) {
      for (auto& who : *event.mutable_participants()) who.set_entity(now[who.entity()]);
      for (auto& weapon : *event.mutable_weapons()) weapon.set_entity(now[weapon.entity()]);
      if (event.place() != 0) event.set_place(now[event.place() - 1] + 1);
      for (proto::Report& report : *event.mutable_reports()) {
        Move(*report.mutable_sentence(), at);
        Move(*report.mutable_trigger(), at);
      }
      *record.add_events() = std::move(event);
    }
  }

  static proto::Entity& EntityLike(const proto::Entity& entity, proto::Extraction& record,
                                   std::vector<uint32_t>& now) {
    for (int i = 0; i < record.entities_size(); ++i) {
      proto::Entity& known = *record.mutable_entities(i);
      if (known.kind() != entity.kind() || known.name() != entity.name()) continue;
      now.push_back(static_cast<uint32_t>(i));
      return known;
    }
    now.push_back(static_cast<uint32_t>(record.entities_size()));
    proto::Entity& added = *record.add_entities();
    added = entity;
    added.clear_mentions();
    return added;
  }

  const ingest::Extractor& extractor_;
  std::map<std::pair<std::string, std::string>, proto::Extraction> known_;
};

// The graph's cache as if the articles of `lines` had been extracted before.
absl::Status FillCache(const std::string& graph, const std::vector<Text>& texts,
                       const std::string& lines) {
  NORN_ASSIGN_OR_RETURN(const ingest::ReadingTools tools, ingest::ReadingTools::With({}));
  size_t passed_over = 0;
  tools::Streams streams{std::cin, std::cout, std::cerr};
  tools::BuildRequest request;
  request.sources = {lines};
  NORN_ASSIGN_OR_RETURN(const std::vector<proto::Article> articles,
                        tools::ReadArticles(request, tools, passed_over, streams));
  std::map<std::string, const Text*> by_id;
  for (const Text& text : texts) by_id[text.id] = &text;
  NORN_ASSIGN_OR_RETURN(const graph::GraphDirectory directory,
                        graph::GraphDirectory::OpenForWriting(graph));
  const auto today = static_cast<uint32_t>(absl::ToUnixSeconds(absl::Now()) / 86400);
  NORN_ASSIGN_OR_RETURN(graph::Cache cache, graph::Cache::Open(directory.ExtractionsPath(), today));
  Records records(tools.extractor());
  for (const proto::Article& article : articles) {
    proto::Extraction record;
    if (!records.Of(*by_id.at(article.name()), article, record)) {
      return absl::InternalError(article.name() + " was changed when it was read");
    }
    NORN_RETURN_IF_ERROR(cache.Put(ingest::ExtractionKey(article, tools.extractor().version()),
                                   record.SerializeAsString()));
  }
  return absl::OkStatus();
}

bool Grow(std::vector<Text> texts, size_t count, const std::string& name,
          const std::string& folder) {
  const std::string graph = folder + "/graph";
  const std::string all = folder + "/all.jsonl";
  const std::string first = folder + "/first.jsonl";
  const std::string more = folder + "/more.jsonl";
  WriteLines(texts, all);
  WriteLines({texts.begin() + static_cast<std::ptrdiff_t>(count), texts.end()}, more);
  const absl::Status filled = FillCache(graph, texts, all);
  if (!filled.ok()) {
    std::cerr << filled << "\n";
    return false;
  }
  texts.resize(count);
  WriteLines(texts, first);
  const std::string nothing_read = "norn: 0 articles read";
  return Run(absl::StrCat("build ", count), {"build", "--graph", graph, first}, folder,
             nothing_read) &&
         Run("build without a change", {"build", "--graph", graph, first}, folder,
             "nothing changed") &&
         Run(absl::StrCat("add ", kAdded), {"add", "--graph", graph, more}, folder, nothing_read) &&
         Run("first answer",
             {"query", "--graph", graph,
              absl::StrCat("MATCH (a:Actor {name: '", name, "'}) RETURN a.mentions > 0 AS known")},
             folder, "true");
}

std::vector<Text> MadeTexts(size_t count, const std::vector<std::string>& examples) {
  const tests::ArticleMaker maker(examples);
  std::vector<Text> texts;
  for (size_t i = 0; i < count; ++i) {
    tests::MadeArticle made = maker.Make(i);
    texts.push_back({made.id, made.language, tests::MadeArticle::kPublished, made.paragraphs, ""});
  }
  return texts;
}

// On the days of a year; every third leaves the day open.
std::vector<Text> TextsOfAPair(size_t count) {
  std::vector<Text> texts;
  for (size_t i = 0; i < count; ++i) {
    const absl::CivilDay day = absl::CivilDay(2025, 1, 1) + static_cast<int64_t>(i) * 7 % 365;
    const std::string published = absl::FormatCivilTime(day);
    texts.push_back({absl::StrCat("pair-", i),
                     "nb",
                     published,
                     {i % 3 == 0 ? "Jonas Dahl har snakket med Olena Koval på telefon."
                                 : "Jonas Dahl snakket med Olena Koval på telefon i dag."},
                     absl::StrCat("\n\nSak nummer ", i, ".")});
  }
  return texts;
}

int Main(const std::string& step, size_t count, const std::vector<std::string>& examples) {
  std::string pattern = (fs::temp_directory_path() / "growth_bench.XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return 73;
  const bool done = step == "pair"
                        ? Grow(TextsOfAPair(count + kAdded), count, "Jonas Dahl", pattern)
                        : Grow(MadeTexts(count + kAdded, examples), count, "USA", pattern);
  fs::remove_all(pattern);
  return done ? 0 : 1;
}

}  // namespace
}  // namespace norn

int main(int argc, char** argv) {
  // The target names the articles; what is asked for stands behind them.
  std::vector<std::string> examples;
  std::string step = "made";
  size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (absl::EndsWith(word, ".txt")) {
      examples.push_back(word);
    } else if (!absl::SimpleAtoi(word, &count)) {
      step = word;
    }
  }
  if (count == 0) count = step == "pair" ? 50000 : 4000;
  if (examples.empty() || (step != "made" && step != "pair")) {
    std::cerr << "usage: growth_bench ARTICLE.txt … [made|pair] [ARTICLES]\n";
    return 64;
  }
  return norn::Main(step, count, examples);
}
