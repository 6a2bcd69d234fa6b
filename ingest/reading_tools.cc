#include "ingest/reading_tools.h"

#include <utility>

#include "base/status_macros.h"
#include "ingest/analysis/annotator.h"
#include "ingest/lexicon/user_lexicons.h"

namespace norn::ingest {

absl::StatusOr<ReadingTools> ReadingTools::With(absl::Span<const std::string> lexicons) {
  if (lexicons.empty()) return ReadingTools(nullptr);
  NORN_ASSIGN_OR_RETURN(LexiconSet own, WithUserLexicons(lexicons));
  return ReadingTools(std::make_unique<const LexiconSet>(std::move(own)));
}

ReadingTools::ReadingTools(std::unique_ptr<const LexiconSet> own)
    : own_(std::move(own)),
      extractor_(std::make_unique<const Extractor>(this->lexicons(), Annotator::BuiltIn())) {}

const LexiconSet& ReadingTools::lexicons() const {
  return own_ == nullptr ? LexiconSet::BuiltIn() : *own_;
}

}  // namespace norn::ingest
