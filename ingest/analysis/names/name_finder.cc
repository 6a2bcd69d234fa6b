#include "ingest/analysis/names/name_finder.h"

#include <utility>

#include "absl/types/span.h"
#include "ingest/analysis/names/name_splits.h"
#include "ingest/analysis/names/name_units.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

bool IsOneLetter(absl::string_view form) {
  size_t at = 0;
  NextCodePoint(form, at);
  return at == form.size() || (at + 1 == form.size() && form.back() == '.');
}

FoundName NameOfUnits(absl::Span<const NameUnit> units, const AnnotatedText& text) {
  const NameUnit& first = units.front();
  const NameUnit& last = units.back();
  FoundName found;
  found.name.first_token = first.first;
  found.name.token_count = last.first + last.count - first.first;
  found.name.bytes = {text.tokens[first.first].bytes.begin, last.end_byte};
  // "Harald bin Olav" with another father behind it is still the lexicon's.
  const bool is_known = units.size() == 1 || (first.is_person() && first.count > 1);
  if (is_known && first.kind == NameUnit::kName) found.entry = *first.match->name();
  found.ends_in_person = units.size() > 1 && last.is_person();
  return found;
}

}  // namespace

std::vector<FoundName> FindNames(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                                 const NameContext& context, const AnnotatedText& text) {
  const NameUnits sequences(vocabulary, gazetteer, context, text);
  const NameSplits splits(vocabulary, context, text);
  std::vector<FoundName> names;
  for (const Sentence& sentence : text.sentences) {
    const uint32_t end = sentence.first_token + sentence.token_count;
    const bool only_lexicon = context.IsTitleCase(sentence);
    for (uint32_t at = sentence.first_token; at < end;) {
      const std::vector<NameUnit> units = sequences.SequenceAt(at, end);
      if (units.empty()) {
        ++at;
        continue;
      }
      at = units.back().first + units.back().count;
      for (const absl::Span<const NameUnit> name : splits.Split(units, only_lexicon)) {
        FoundName found = NameOfUnits(name, text);
        // A single letter is a name only where the lexicon says so.
        const bool is_letter = name.size() == 1 && name[0].kind != NameUnit::kName &&
                               IsOneLetter(text.Slice(found.name.bytes));
        if (!is_letter) names.push_back(std::move(found));
      }
    }
  }
  return names;
}

}  // namespace norn::ingest
