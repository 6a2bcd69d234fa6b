#include "ingest/extract/reasons/feature_words.h"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {
namespace {

using absl::string_view;

// By the feature's name. "it" is the evoking word, or the event. In the texts %w is a value as it
// stands in the article, %s a sense of the lexicon, %k a kind of actor, %n a number, %m and %q
// steps of how much and how many; the digit counts values.
const std::map<string_view, string_view>& Texts() {
  static const auto* const texts = new std::map<string_view, string_view>{
      // The word.
      {"lemma", "the word itself"},
      {"form", "the word itself"},
      {"ending", "the word itself"},
      {"beginning", "the word itself"},
      {"word", "the word \"%w0\""},
      {"upos", "the word's class and form"},
      {"language upos", "the word's class and form"},
      {"feat", "the word's class and form"},
      {"noun", "the word's class and form"},
      {"definite", "the word's class and form"},
      {"sense", "it is a word for %s0"},
      {"sense upos", "it is a word for %s0"},
      {"sense status", "it is a word for %s0"},
      {"no sense", "the lexicon does not know the word"},
      // What it is bound to.
      {"relation", "its place in the sentence"},
      {"head upos", "its place in the sentence"},
      {"child", "its place in the sentence"},
      {"head", "it depends on \"%w1\""},
      {"governed by", "it depends on \"%w1\""},
      {"head sense", "it depends on a word for %s1"},
      {"governed by sense", "it depends on a word for %s1"},
      {"function word", "\"%w1\" goes with it"},
      {"own function word", "\"%w1\" goes with it"},
      {"child lemma", "\"%w1\" goes with it"},
      {"child sense", "a word for %s1 goes with it"},
      {"verb form", "the verb's tense and form"},
      {"clause word", "\"%w2\" in its clause"},
      {"clause sense", "a word for %s1 in its clause"},
      // Who stands with it.
      {"kind path", "%k0 stands with it"},
      {"kind path marker", "%k0 stands with it"},
      {"sense kind path", "%k1 stands with it"},
      {"persons", "%n0 persons in the sentence"},
      {"states", "%n0 states in the sentence"},
      {"organizations", "%n0 organisations in the sentence"},
      {"persons states", "%n0 persons and %n1 states in the sentence"},
      {"sense persons states", "%n1 persons and %n2 states in the sentence"},
      {"lemma actors", "%n1 persons and states in the sentence"},
      {"weapons", "%n0 weapons are named"},
      {"sense weapons", "%n1 weapons are named"},
      // What else the sentence says.
      {"before 1", "\"%w0\" right before it"},
      {"before 2", "\"%w0\" shortly before it"},
      {"after 1", "\"%w0\" right after it"},
      {"after 2", "\"%w0\" shortly after it"},
      {"in sentence", "\"%w0\" in the sentence"},
      {"sense in sentence", "a word for %s0 in the sentence"},
      {"senses", "a word for %s1 in the sentence"},
      {"question", "the sentence asks"},
      {"has time", "the sentence tells a time"},
      {"in quotes", "it stands in a quote"},
      {"heading", "it stands in a heading"},
      // The article.
      {"language", "the article's language"},
      {"sport", "the article says %m0 of sport"},
      {"sense sport", "the article says %m1 of sport"},
      {"culture", "the article says %m0 of culture"},
      {"arms", "%m0 is said of arms"},
      {"sense arms", "%m1 is said of arms"},
      {"arms status", "%m0 is said of arms"},
      {"conflict", "the article says %m0 of war"},
      {"states in article", "the article names %q0 states"},
      {"persons in article", "the article names %q0 persons"},
      {"titles", "the article has %q0 titles of office"},
      {"titles in article", "the article has %q0 titles of office"},
      {"sense titles", "the article has %q1 titles of office"},
      {"first persons", "how often the article says \"we\" and \"I\""},
      {"sense first persons", "how often the article says \"we\" and \"I\""},
      {"length", "how long the article is"},
      {"position", "how early in the article it stands"},
      {"position length", "how early in the article it stands"},
      {"sense position", "how early in the article it stands"},
      {"heading word", "\"%w0\" in the article's heading"},
      {"in heading", "whether the article's heading tells of it"},
      {"sense in heading", "whether the article's heading tells of it"},
      {"shared with heading", "whether the article's heading tells of it"},
      {"surest of article", "how surely the article tells of events at all"},
      {"rule", "a rule of the lexicon finds it"},
      {"rule type", "a rule of the lexicon finds it"},
      {"no rule", "no rule of the lexicon finds it"},
      // The whole event.
      {"type", "the kind of event and its status"},
      {"status", "the kind of event and its status"},
      {"type status", "the kind of event and its status"},
      {"evocation", "how surely the words tell of such an event"},
      {"any event", "how surely the words tell of such an event"},
      {"status share", "how sure its status is"},
      {"unreal", "whether it is told as something that is only possible"},
      {"weakest role", "how surely those named have their parts in it"},
      {"certainty", "how sure it is who is meant"},
      {"unresolved", "how sure it is who is meant"},
      {"inferred", "parts filled from elsewhere in the article"},
      {"least inferred", "parts filled from elsewhere in the article"},
      {"left out", "somebody else may have a part in it"},
      {"others", "%n0 other events in the article"},
      {"of type", "%n0 others of its kind in the article"},
      {"covered", "whether the article tells of it elsewhere, too"},
      {"shared", "whether the article tells of it elsewhere, too"},
      {"first of type", "whether it is the article's first of its kind"},
      {"surer alike", "whether the article tells of it elsewhere, too"},
      {"by", "whether rules or learned weights find it"},
      {"drafts", "how often the article tells of it"},
      {"reports", "how often the article tells of it"},
      {"background", "whether it lies further back than the news"},
      {"role kind", "%k1 as %w0"},
      {"known", "whether the lexicon knows who takes part"},
      {"named", "how often those who take part are named"},
      {"state", "which state takes part"},
      {"shape", "who takes part, and as what"},
      {"shape status", "who takes part, and as what"},
      {"roles", "who takes part, and as what"},
      {"roles status", "who takes part, and as what"},
      {"participants", "who takes part, and as what"},
      {"date", "how its date is told"},
      {"date from", "how its date is told"},
      {"place", "whether a place is told"},
      {"casualties", "whether dead or wounded are told"},
      {"sentence", "how early in the article it stands"},
  };
  return *texts;
}

// "call!" and "call?" are the frame `call`.
std::string SenseInWords(string_view sense) {
  if (!sense.empty() && (sense.back() == '!' || sense.back() == '?')) sense.remove_suffix(1);
  return absl::StrCat("\"", absl::StrReplaceAll(sense, {{"_", " "}}), "\"");
}

// "plural-pronoun-person" is a pronoun for a person.
std::string KindInWords(string_view kind) {
  static const auto* const words = new std::map<string_view, string_view>{
      {"person", "a person"},
      {"PERSON", "a person"},
      {"state", "a state"},
      {"STATE", "a state"},
      {"org", "an organisation"},
      {"ORGANIZATION", "an organisation"},
      {"weapon", "a weapon"},
      {"WEAPON_SYSTEM", "a weapon"},
      {"place", "a place"},
      {"PLACE", "a place"},
      {"several", "several"},
      {"unknown", "somebody or something without a name"},
      {"pronoun", "a pronoun for "},
      {"description", "a description of "},
      {"adjective", "an adjective for "},
      {"noun", "a noun for "},
      {"group", "a group of "},
      {"arms", "words for "},
  };
  std::string text;
  for (const string_view part : absl::StrSplit(kind, '-')) {
    const auto known = words->find(part);
    if (known != words->end()) absl::StrAppend(&text, known->second);
  }
  return text.empty() ? "somebody" : text;
}

// The last step is reached by all that is more.
std::string StepInWords(string_view step, std::initializer_list<string_view> words) {
  size_t index = 0;
  if (!absl::SimpleAtoi(step, &index)) return std::string(step);
  return std::string(*(words.begin() + std::min(index, words.size() - 1)));
}

std::string ValueInWords(char how, string_view value) {
  switch (how) {
    case 's':
      return SenseInWords(value);
    case 'k':
      return KindInWords(value);
    case 'n':
      return value == "0" ? "no" : std::string(value);
    case 'm':
      return StepInWords(value, {"nothing", "little", "something", "much", "very much"});
    case 'q':
      return StepInWords(value, {"no", "few", "some", "many", "very many"});
    default:
      return std::string(value);
  }
}

}  // namespace

std::string FeatureInWords(const std::vector<std::string>& parts) {
  const auto text = Texts().find(parts[0]);
  if (text == Texts().end()) return "";
  std::string words;
  string_view rest = text->second;
  for (size_t at = rest.find('%'); at != string_view::npos; at = rest.find('%')) {
    absl::StrAppend(&words, rest.substr(0, at));
    const size_t index = 1 + static_cast<size_t>(rest[at + 2] - '0');
    const string_view value = index < parts.size() ? string_view(parts[index]) : "";
    absl::StrAppend(&words, ValueInWords(rest[at + 1], value));
    rest.remove_prefix(at + 3);
  }
  absl::StrAppend(&words, rest);
  return words;
}

}  // namespace norn::ingest
