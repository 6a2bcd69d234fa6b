// Writes the word lists that the name tagger has as features: "LIST<tab>WORD", sorted.
//
//   make_word_lists FOLDER > FOLDER/words.tsv
//
// FOLDER has given.txt, family.txt and cities.txt (fetch_word_lists). The rest comes from norn's
// own lexicons and, for countries' names in five languages, from ICU.
#include <unicode/locid.h>

#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::train {
namespace {

using ingest::Lexicon;

class WordLists {
 public:
  // Names of one word only: a list knows no spans.
  void Add(const std::string& list, const std::string& name) {
    if (!name.empty() && name.find(' ') == std::string::npos) words_.insert({name, list});
  }
  template <typename Names>
  void AddAll(const std::string& list, const Names& names) {
    for (const std::string& name : names) Add(list, name);
  }

  bool AddFile(const std::string& list, const std::string& path) {
    std::ifstream in(path);
    if (!in) {
      std::cerr << "make_word_lists: " << path << ": cannot be opened\n";
      return false;
    }
    for (std::string line; std::getline(in, line);) Add(list, line);
    return true;
  }

  void AddPerson(const std::string& name) {
    const std::vector<std::string> parts = absl::StrSplit(name, ' ', absl::SkipEmpty());
    if (parts.size() < 2) return;
    Add("given", parts.front());
    Add("family", parts.back());
  }

  void AddLexicon(const Lexicon& lexicon) {
    AddAll("given", lexicon.given_name());
    for (const ingest::Actor& actor : lexicon.actor()) {
      const bool is_person = actor.kind() == ingest::Actor::PERSON;
      for (const std::string& name : actor.name()) {
        if (is_person) AddPerson(name);
      }
      if (!is_person) AddAll("organization", actor.name());
      AddAll(is_person ? "family" : "organization", actor.short_name());
    }
    for (const ingest::Place& place : lexicon.place()) AddAll("place", place.name());
    for (const ingest::Weapon& weapon : lexicon.weapon()) AddAll("weapon", weapon.name());
    for (const ingest::State& state : lexicon.state()) {
      AddAll("state", state.name());
      AddAll("place", state.capital());
      AddAll("place", state.seat());
    }
    for (const ingest::Office& office : lexicon.office()) AddAll("title", office.title());
  }

  void AddCountries(const char* language) {
    const icu::Locale in(language);
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(in, name);
      std::string utf8;
      Add("state", name.toUTF8String(utf8));
    }
  }

  void Print() const {
    for (const auto& [word, list] : words_) std::cout << list << "\t" << word << "\n";
  }

 private:
  std::set<std::pair<std::string, std::string>> words_;
};

int Main(const std::string& folder) {
  WordLists lists;
  for (const auto& [list, file] :
       {std::pair{"given", "given.txt"}, {"family", "family.txt"}, {"place", "cities.txt"}}) {
    if (!lists.AddFile(list, absl::StrCat(folder, "/", file))) return 66;
  }
  const ingest::LexiconSet& lexicons = ingest::LexiconSet::BuiltIn();
  for (const std::string& language : lexicons.languages()) {
    lists.AddLexicon(lexicons.For(language));
    lists.AddCountries(language.c_str());
  }
  lists.Print();
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  if (argc == 2) return norn::train::Main(argv[1]);
  std::cerr << "usage: make_word_lists FOLDER > FOLDER/words.tsv\n";
  return 64;
}
