// Cuts a sequence of units into names: "president Koval Oslo" holds two, and a title that is of
// neither.
//
//   NameSplits splits(vocabulary, context, text);
//   for (absl::Span<const NameUnit> name : splits.Split(units, is_title_case)) …
#ifndef NORN_INGEST_ANALYSIS_NAMES_NAME_SPLITS_H_
#define NORN_INGEST_ANALYSIS_NAMES_NAME_SPLITS_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/names/name_context.h"
#include "ingest/analysis/names/name_units.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

class NameSplits {
 public:
  using Units = absl::Span<const NameUnit>;

  // All of them outlive this.
  NameSplits(const Vocabulary& vocabulary, const NameContext& context, const AnnotatedText& text)
      : words_(vocabulary), context_(context), text_(text) {}

  // The parts of `units` that are a name each, in their order. `only_lexicon`: capitals mean
  // nothing here, and nothing is a name but what the lexicon has.
  std::vector<Units> Split(Units units, bool only_lexicon) const;

 private:
  bool KeepsStart(Units units) const;
  bool EndsLikeNoun(absl::string_view word) const;
  bool CanOpen(Units units, size_t at) const;

  const Vocabulary& words_;
  const NameContext& context_;
  const AnnotatedText& text_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_NAME_SPLITS_H_
