// Holds the pronouns and descriptions that extraction links to a person against a corpus with
// coreference (NARC, as JSON Lines: a document a file).
//
//   bazel run -c opt //tests/external:coreference -- FOLDER LANGUAGE [--list]
//
// A link is one pronoun or description that was given to a person. It is right if the corpus has a
// mention there whose cluster names that person: one of the cluster's mentions has, in its own
// words, a part of the person's name. Links where the corpus has no mention at all count as wrong.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention_finder.h"
#include "ingest/lexicon/lexicon_set.h"
#include "nlohmann/json.hpp"

namespace norn::ingest {
namespace {

struct Document {
  std::string text;
  std::vector<ByteSpan> tokens;  // of the corpus, in `text`
  struct Markable {
    uint32_t first = 0;  // tokens, both included
    uint32_t last = 0;
    std::string cluster;
  };
  std::vector<Markable> markables;
};

Document ReadDocument(const nlohmann::json& json) {
  Document document;
  for (const auto& sentence : json.at("sentences")) {
    for (const auto& form : sentence) {
      const std::string word = form.get<std::string>();
      const auto begin = static_cast<uint32_t>(document.text.size());
      document.text += word;
      document.tokens.push_back({begin, static_cast<uint32_t>(document.text.size())});
      document.text += ' ';
    }
    document.text += "\n\n";
  }
  const auto& clusters = json.at("cluster_map");
  for (const auto& [id, spans] : json.at("markables").items()) {
    Document::Markable markable;
    markable.first = spans.front().at(0).get<uint32_t>();
    markable.last = spans.back().at(1).get<uint32_t>();
    if (clusters.contains(id)) markable.cluster = clusters.at(id).get<std::string>();
    document.markables.push_back(std::move(markable));
  }
  return document;
}

// Articles, genitives and adjectives in front of a description's noun.
constexpr uint32_t kWordsInFront = 4;
constexpr uint32_t kLongestApposition = 12;

class Scorer {
 public:
  explicit Scorer(const std::string& language)
      : language_(language),
        analyzer_(LexiconSet::BuiltIn()),
        grammar_(LexiconSet::BuiltIn().For(language)) {}

  void Run(const Document& document, bool list) {
    const AnnotatedText text = analyzer_.Analyze(document.text, 0, language_);
    const MentionedEntities found =
        FindMentions(text, grammar_, analyzer_.gazetteer(language_), DayRange{});
    for (const auto& sentence : found.mentions) {
      for (const Mention& mention : sentence) {
        const bool is_pronoun = mention.kind == Mention::Kind::kPronoun;
        if (!is_pronoun && mention.kind != Mention::Kind::kDescription) continue;
        if (mention.entities.size() != 1) continue;
        const proto::Entity& person = found.entities[mention.entities[0]];
        if (person.kind() != proto::Entity::PERSON) continue;
        const bool is_right = Means(document, text, mention, person);
        Count& count = is_pronoun ? pronouns_ : descriptions_;
        ++count.made;
        count.right += is_right ? 1 : 0;
        if (!list || is_right) continue;
        const Token& token = text.tokens[mention.first_token];
        const uint32_t from = token.bytes.begin < 160 ? 0 : token.bytes.begin - 160;
        std::cout << "…" << document.text.substr(from, token.bytes.begin - from) << "["
                  << text.Form(token) << " = " << person.name() << "]"
                  << document.text.substr(token.bytes.end, 40) << "\n---\n";
      }
    }
  }

  void Report() const {
    const auto print = [](absl::string_view what, const Count& count) {
      std::cout << what << ": " << count.right << " of " << count.made << " right ("
                << (count.made == 0 ? 0 : 100.0 * count.right / count.made) << " %)\n";
    };
    print("pronouns", pronouns_);
    print("descriptions", descriptions_);
    print("all", {pronouns_.made + descriptions_.made, pronouns_.right + descriptions_.right});
  }

 private:
  struct Count {
    int made = 0;
    int right = 0;
  };

  static bool Means(const Document& document, const AnnotatedText& text, const Mention& mention,
                    const proto::Entity& person) {
    // The corpus's token at the mention, and the mention there that it ends or begins with.
    const ByteSpan bytes = text.tokens[mention.first_token].bytes;
    uint32_t token = 0;
    while (token < document.tokens.size() && document.tokens[token].end <= bytes.begin) ++token;
    std::set<std::string> parts;
    for (const auto& spelling : person.spellings()) {
      for (const absl::string_view part : absl::StrSplit(spelling, ' ')) parts.emplace(part);
    }
    for (const absl::string_view part : absl::StrSplit(person.name(), ' ')) parts.emplace(part);
    for (const Document::Markable& there : document.markables) {
      if (token < there.first || token > there.last) continue;
      if (mention.kind == Mention::Kind::kPronoun) {
        if (there.first == there.last && Names(document, there.cluster, parts)) return true;
        continue;
      }
      // The corpus takes "Jens Dahl, mayor of Nordland" for one mention.
      const bool is_apposition = there.last - there.first < kLongestApposition;
      if (is_apposition && HasOneOf(document, there, parts)) return true;
      if (token - there.first <= kWordsInFront && Names(document, there.cluster, parts)) {
        return true;
      }
    }
    return false;
  }

  static bool Names(const Document& document, const std::string& cluster,
                    const std::set<std::string>& parts) {
    return !cluster.empty() && std::any_of(document.markables.begin(), document.markables.end(),
                                           [&](const Document::Markable& other) {
                                             return other.cluster == cluster &&
                                                    HasOneOf(document, other, parts);
                                           });
  }

  static bool HasOneOf(const Document& document, const Document::Markable& markable,
                       const std::set<std::string>& parts) {
    for (uint32_t at = markable.first; at <= markable.last; ++at) {
      const ByteSpan bytes = document.tokens[at];
      const std::string form = document.text.substr(bytes.begin, bytes.end - bytes.begin);
      if (parts.contains(form)) return true;
      const bool is_genitive = absl::EndsWith(form, "s");
      if (is_genitive && parts.contains(form.substr(0, form.size() - 1))) return true;
    }
    return false;
  }

  const std::string language_;
  const PatternAnalyzer analyzer_;
  const Grammar grammar_;
  Count pronouns_;
  Count descriptions_;
};

int Main(const std::string& folder, const std::string& language, bool list) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    files.push_back(entry.path());
  }
  if (error || files.empty()) {
    std::cerr << folder << ": no documents\n";
    return 66;
  }
  std::sort(files.begin(), files.end());
  Scorer scorer(language);
  for (const auto& path : files) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
      if (json.is_discarded()) {
        std::cerr << path << ": not JSON\n";
        return 65;
      }
      scorer.Run(ReadDocument(json), list);
    }
  }
  std::cout << files.size() << " documents\n";
  scorer.Report();
  return 0;
}

}  // namespace
}  // namespace norn::ingest

int main(int argc, char** argv) {
  const bool list = argc == 4 && absl::string_view(argv[3]) == "--list";
  if (argc != 3 && !list) {
    std::cerr << "usage: coreference FOLDER LANGUAGE [--list]\n";
    return 64;
  }
  return norn::ingest::Main(argv[1], argv[2], list);
}
