// Holds extraction against a suite of event codings: sentences with given trees, each with who did
// what to whom by CAMEO code (UniversalPetrarch's unit tests).
//
//   bazel run -c opt //tests/external:event_codings -- SUITE.xml ACTORS.textproto [--list]
//
// ACTORS.textproto is a Lexicon with the suite's actors; `iso` of its states is the suite's code.
// A coding counts as right if an event of its type has its source and its target. Codings whose
// CAMEO code is none of our event types are not looked at. With --list, each that is wrong is shown
// with what came out.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/text_format.h"
#include "ingest/analysis/conllu.h"
#include "ingest/extract/conformance/facts.h"
#include "ingest/extract/extractor.h"
#include "ingest/lexicon/lexicon_set.h"
#include "tests/external/given_trees.h"

namespace norn::ingest {
namespace {

struct Coding {
  std::string code;
  std::string source;
  std::string target;
};

struct CodedSentence {
  std::string id;
  std::string date;
  std::string text;
  std::vector<Coding> codings;
};

// What stands between two marks, searched from `at`, which moves behind it.
std::string Between(absl::string_view text, absl::string_view begin, absl::string_view end) {
  const size_t from = text.find(begin);
  if (from == absl::string_view::npos) return "";
  const size_t to = text.find(end, from + begin.size());
  if (to == absl::string_view::npos) return "";
  return std::string(text.substr(from + begin.size(), to - from - begin.size()));
}

std::string Unescaped(absl::string_view text) {
  return absl::StrReplaceAll(
      text, {{"&quot;", "\""}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&apos;", "'"}});
}

std::string WithoutComments(absl::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const size_t begin = text.find("<!--");
    absl::StrAppend(&kept, text.substr(0, begin));
    const size_t end =
        begin == absl::string_view::npos ? begin : text.find("-->", begin + strlen("<!--"));
    if (end == absl::string_view::npos) break;
    text.remove_prefix(end + strlen("-->"));
  }
  return kept;
}

std::string IsoDate(absl::string_view digits) {
  if (digits.size() != 8) return "";
  return absl::StrCat(digits.substr(0, 4), "-", digits.substr(4, 2), "-", digits.substr(6, 2));
}

CodedSentence ReadSentence(absl::string_view xml, std::vector<ConlluSentence>& trees) {
  CodedSentence sentence;
  sentence.id = Between(xml, " id=\"", "\"");
  sentence.date = IsoDate(Between(xml, " date=\"", "\""));
  sentence.text = absl::StrJoin(absl::StrSplit(Unescaped(Between(xml, "<Text>", "</Text>")),
                                               absl::ByAnyChar(" \n\r\t"), absl::SkipWhitespace()),
                                " ");
  for (const absl::string_view part : absl::StrSplit(xml, "<EventCoding ")) {
    const absl::string_view tag = part.substr(0, part.find('>'));
    const std::string code = Between(tag, "eventcode=\"", "\"");
    if (code.empty()) continue;
    sentence.codings.push_back({code, Unescaped(Between(tag, "sourcecode=\"", "\"")),
                                Unescaped(Between(tag, "targetcode=\"", "\""))});
  }
  std::string rows;
  for (absl::string_view line : absl::StrSplit(Between(xml, "<Parse>", "</Parse>"), '\n')) {
    if (absl::StrContains(line, '\t')) absl::StrAppend(&rows, Unescaped(line), "\n");
  }
  auto parsed = ParseConllu(absl::StrCat(rows, "\n"));
  if (parsed.ok() && parsed->size() == 1) trees.push_back(parsed->front());
  return sentence;
}

// The event types that a CAMEO code can be; none: not ours.
std::set<std::string> TypesOf(absl::string_view code) {
  if (code == "041") return {"call"};
  if (absl::StartsWith(code, "04") || code == "036") return {"call", "meeting", "talks"};
  if (code == "072" || code == "0332") return {"supply"};
  if (absl::StartsWith(code, "18") || absl::StartsWith(code, "19")) return {"attack"};
  return {};
}

class Runner {
 public:
  Runner(const Lexicon& actors, const LexiconSet& lexicons, const Parser& parser)
      : extractor_(lexicons, parser) {
    for (const State& state : actors.state()) {
      if (!state.iso().empty()) code_of_[state.id()] = state.iso();
    }
    for (const Actor& actor : actors.actor()) code_of_[actor.id()] = code_of_[actor.state()];
  }

  void Run(const CodedSentence& sentence, bool list) {
    proto::Article article;
    article.set_name(sentence.id);
    article.set_language("en");
    article.set_published(sentence.date);
    article.set_text(sentence.text);
    const proto::Extraction record = extractor_.Extract(article);
    bool shown = !list;
    for (const Coding& coding : sentence.codings) {
      if (TypesOf(coding.code).empty()) continue;
      ++asked_;
      const bool is_right = Finds(record, coding);
      right_ += is_right ? 1 : 0;
      if (is_right || !list) continue;
      std::cout << sentence.id << " wants " << coding.code << " " << coding.source << " "
                << coding.target << "\n";
      if (shown) continue;
      shown = false;
      std::cout << "  " << sentence.text << "\n  => " << absl::StrJoin(FactsOf(record), "\n  => ")
                << "\n";
      shown = true;
    }
  }

  int Report() const {
    std::cout << right_ << " of " << asked_ << " codings right\n";
    return 0;
  }

 private:
  // The codes by which a coding may mean the entity: its state's, and its names in capitals.
  std::set<std::string> CodesOf(const proto::Extraction& record, uint32_t entity) const {
    std::set<std::string> codes;
    const auto add = [&](uint32_t index) {
      const auto found = code_of_.find(record.entities(static_cast<int>(index)).lexicon_id());
      if (found != code_of_.end()) codes.insert(found->second);
    };
    add(entity);
    for (const proto::OfficeClaim& office : record.offices()) {
      if (office.holder() == entity) add(office.of());
    }
    return codes;
  }

  static bool Means(const std::set<std::string>& codes, absl::string_view coded) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](const std::string& code) { return absl::StrContains(coded, code); });
  }

  bool Finds(const proto::Extraction& record, const Coding& coding) const {
    const std::set<std::string> types = TypesOf(coding.code);
    for (const proto::EventClaim& event : record.events()) {
      if (!types.contains(event.type())) continue;
      for (const auto& source : event.participants()) {
        for (const auto& target : event.participants()) {
          const auto direction = [&](const proto::Participant& p) {
            return EventSchema::BuiltIn().RoleOf(event.type(), p.role()).direction();
          };
          if (direction(source) == Role::TO || direction(target) == Role::FROM) continue;
          if (&source != &target && Means(CodesOf(record, source.entity()), coding.source) &&
              Means(CodesOf(record, target.entity()), coding.target)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  Extractor extractor_;
  std::map<std::string, std::string> code_of_;
  int asked_ = 0;
  int right_ = 0;
};

std::string ReadFile(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

int Main(const std::string& suite, const std::string& actors_path, bool list) {
  Lexicon actors;
  if (!google::protobuf::TextFormat::ParseFromString(ReadFile(actors_path), &actors)) {
    std::cerr << actors_path << ": not a lexicon\n";
    return 65;
  }
  const LexiconSet lexicons = LexiconSet::BuiltInWith(actors);
  std::vector<ConlluSentence> trees;
  std::vector<CodedSentence> sentences;
  const std::string xml = WithoutComments(ReadFile(suite));
  for (const absl::string_view part : absl::StrSplit(xml, "<Sentence ")) {
    if (absl::StrContains(part, "<Parse>")) {
      sentences.push_back(ReadSentence(absl::StrCat(" ", part), trees));
    }
  }
  std::cout << sentences.size() << " sentences, " << trees.size() << " trees\n";
  const GivenTrees parser(std::move(trees));
  Runner runner(actors, lexicons, parser);
  for (const CodedSentence& sentence : sentences) runner.Run(sentence, list);
  return runner.Report();
}

}  // namespace
}  // namespace norn::ingest

int main(int argc, char** argv) {
  const bool list = argc == 4 && absl::string_view(argv[3]) == "--list";
  if (argc != 3 && !list) {
    std::cerr << "usage: event_codings SUITE.xml ACTORS.textproto [--list]\n";
    return 64;
  }
  return norn::ingest::Main(argv[1], argv[2], list);
}
