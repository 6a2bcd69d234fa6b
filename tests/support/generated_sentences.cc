#include "tests/support/generated_sentences.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"

namespace norn::tests {
namespace {

// {name}, {verb}, {noun}, {title} and {detail} are filled.
const std::map<std::string, std::vector<std::string>>& Patterns() {
  static const auto* const kPatterns = new std::map<std::string, std::vector<std::string>>{
      {"nb",
       {"{name} {verb} {name} {detail}.", "{title} {name} i {name} {verb} med {name} og {name}.",
        "I {name} kommer {name} til å besøke {name} for samtaler om {name}.",
        "{noun} mellom {name} og {name} i {name} varte i {detail}.",
        "– {name} {verb} {name}, sier {title} {name} til {name}.",
        "{name}s {title} {name} skal ha {verb} {name} fra {name}."}},
      {"nn",
       {"{name} {verb} {name} {detail}.", "{title} {name} i {name} {verb} med {name} og {name}.",
        "I {name} kjem {name} til å vitje {name} for samtalar om {name}.",
        "{noun} mellom {name} og {name} i {name} varte i {detail}.",
        "– {name} {verb} {name}, seier {title} {name} til {name}."}},
      {"sv",
       {"{name} {verb} {name} {detail}.", "{title} {name} i {name} {verb} med {name} och {name}.",
        "I {name} kommer {name} besöka {name} för samtal om {name}.",
        "{noun} mellan {name} och {name} i {name} varade i {detail}.",
        "– {name} {verb} {name}, säger {title} {name} till {name}.",
        "{name} uppges ha {verb} {name} från {name}."}},
      {"da",
       {"{name} {verb} {name} {detail}.", "{title} {name} i {name} {verb} med {name} og {name}.",
        "I {name} kommer {name} på besøg hos {name} for at tale om {name}.",
        "{noun} mellem {name} og {name} i {name} varede i {detail}.",
        "»{name} {verb} {name},« siger {title} {name} til {name}."}},
      {"en",
       {"{name} {verb} {name} {detail}.", "{title} {name} of {name} {verb} with {name} and {name}.",
        "In {name}, {name} will visit {name} for talks on {name}.",
        "The {noun} between {name} and {name} in {name} lasted {detail}.",
        "“{name} {verb} {name},” said {title} {name} of {name}.",
        "{name}'s {title} {name} reportedly {verb} {name} from {name}."}},
  };
  return *kPatterns;
}

template <typename Words>
void Append(const Words& words, std::vector<std::string>& to) {
  to.insert(to.end(), words.begin(), words.end());
}

constexpr absl::string_view kSurnames[] = {"Dahl",    "Sandberg", "O'Neill", "Østby-Ås", "Škoda",
                                           "al-Amin", "Nguyễn",   "Þórsson", "X",        "ßerg"};
constexpr absl::string_view kFronts[] = {"Stor", "Region ", "Nord-", "Sankt ", "Ny ", "Øvre "};
constexpr absl::string_view kBacks[] = {" län",    " kommun", "s län", " kommune",
                                        " County", "vika",    " amt",  " universitet"};
constexpr absl::string_view kDates[] = {"", "2025", "2025-02", "2025-02-28"};

}  // namespace

SentenceMaker::SentenceMaker(uint32_t seed, const ingest::LexiconSet& lexicons) : random_(seed) {
  for (const auto& [code, patterns] : Patterns()) {
    Language& language = languages_.emplace_back();
    language.code = code;
    language.patterns = patterns;
    ReadLexicon(lexicons.For(code), language);
  }
}

void SentenceMaker::ReadLexicon(const ingest::Lexicon& lexicon, Language& language) {
  for (const ingest::State& state : lexicon.state()) {
    for (const auto* words :
         {&state.name(), &state.capital(), &state.seat(), &state.inhabitant()}) {
      Append(*words, language.names);
    }
  }
  for (const ingest::Actor& actor : lexicon.actor()) {
    Append(actor.name(), language.names);
    Append(actor.short_name(), language.names);
  }
  for (const ingest::Weapon& weapon : lexicon.weapon()) Append(weapon.name(), language.names);
  for (const ingest::Place& place : lexicon.place()) Append(place.name(), language.names);
  for (const std::string& given : lexicon.given_name()) {
    language.names.push_back(absl::StrCat(given, " ", kSurnames[Below(std::size(kSurnames))]));
  }
  for (const ingest::Trigger& trigger : lexicon.trigger()) {
    for (const auto* words : {&trigger.past(), &trigger.present(), &trigger.passive()}) {
      Append(*words, language.verbs);
    }
    Append(trigger.noun(), language.nouns);
    Append(trigger.definite(), language.nouns);
    for (const auto& argument : trigger.argument()) Append(argument.word(), language.details);
    for (const auto& refinement : trigger.refinement()) Append(refinement.word(), language.details);
  }
  for (const ingest::Office& office : lexicon.office()) Append(office.title(), language.titles);
  for (const ingest::TimeWord& time : lexicon.time_word()) Append(time.word(), language.details);
  for (const ingest::Unit& unit : lexicon.unit()) {
    for (const std::string& word : unit.word()) {
      language.details.push_back(absl::StrCat(1 + Below(2000), " ", word));
    }
  }
}

// A name of the lexicon, now and then in another dress: a genitive, capitals, an authority of it.
std::string SentenceMaker::Name(const Language& language) {
  const std::string& name = OneOf(language.names);
  switch (Below(8)) {
    case 0:
      return absl::StrCat(kFronts[Below(std::size(kFronts))], name,
                          kBacks[Below(std::size(kBacks))]);
    case 1:
      return absl::StrCat(name, language.code == "en" ? "'s " : "s ", OneOf(language.names));
    case 2:
      return absl::StrCat(OneOf(language.titles), " ", name);
    case 3:
      return absl::StrCat(name, "-", OneOf(language.nouns));
    default:
      return name;
  }
}

std::string SentenceMaker::Part(const Language& language, absl::string_view part) {
  if (part == "{name}") return Name(language);
  if (part == "{verb}") return absl::StrReplaceAll(OneOf(language.verbs), {{" * ", " "}});
  if (part == "{noun}") return OneOf(language.nouns);
  if (part == "{title}") return OneOf(language.titles);
  std::string details = OneOf(language.details);
  // A word like "with" wants somebody behind it.
  for (size_t more = Below(3); more > 0; --more) {
    absl::StrAppend(&details, " ", Name(language), " ", OneOf(language.details));
  }
  return details;
}

std::string SentenceMaker::Sentence(const Language& language) {
  const absl::string_view pattern = OneOf(language.patterns);
  std::string sentence;
  size_t at = 0;
  while (at < pattern.size()) {
    const size_t open = std::min(pattern.find('{', at), pattern.size());
    absl::StrAppend(&sentence, pattern.substr(at, open - at));
    if (open == pattern.size()) break;
    const size_t close = pattern.find('}', open) + 1;
    absl::StrAppend(&sentence, Part(language, pattern.substr(open, close - open)));
    at = close;
  }
  return sentence;
}

proto::Article SentenceMaker::Next() {
  const Language& language = languages_[Below(languages_.size())];
  proto::Article article;
  article.set_name(absl::StrCat("made-", absl::Dec(++made_, absl::kZeroPad6)));
  article.set_language(language.code);
  article.set_published(std::string(kDates[Below(std::size(kDates))]));
  std::string text = Sentence(language);
  for (size_t more = Below(3); more > 0; --more) absl::StrAppend(&text, " ", Sentence(language));
  article.set_text(text + "\n");
  return article;
}

}  // namespace norn::tests
