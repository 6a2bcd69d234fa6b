// What articles are read with: the lexicons, with a user's own words where he has some, and the
// extractor that was made with them.
//
//   NORN_ASSIGN_OR_RETURN(const ReadingTools tools, ReadingTools::With({"words.textproto"}));
//   tools.extractor().Extract(article);
#ifndef NORN_INGEST_READING_TOOLS_H_
#define NORN_INGEST_READING_TOOLS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "ingest/extract/extractor.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {

class ReadingTools {
 public:
  // The built-in lexicons, and what these files add to them (lexicon/user_lexicons.h, with its
  // statuses). No files: the built-in ones alone.
  static absl::StatusOr<ReadingTools> With(absl::Span<const std::string> lexicons);

  const LexiconSet& lexicons() const;
  const Extractor& extractor() const { return *extractor_; }

 private:
  explicit ReadingTools(std::unique_ptr<const LexiconSet> own);

  std::unique_ptr<const LexiconSet> own_;  // null: the built-in ones
  std::unique_ptr<const Extractor> extractor_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_READING_TOOLS_H_
