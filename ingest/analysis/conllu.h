// CoNLL-U (universaldependencies.org/format.html): annotated sentences as ten columns a word.
//
//   absl::StatusOr<std::vector<ConlluSentence>> sentences = ParseConllu(bytes);
//   for (ConlluRow& row : sentences[0].rows) if (row.is_word()) row[ConlluColumn::kUpos] = "NOUN";
//   std::string again = FormatConllu(*sentences);
#ifndef NORN_INGEST_ANALYSIS_CONLLU_H_
#define NORN_INGEST_ANALYSIS_CONLLU_H_

#include <array>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

enum class ConlluColumn {
  kId,
  kForm,
  kLemma,
  kUpos,
  kXpos,
  kFeats,
  kHead,
  kDeprel,
  kDeps,
  kMisc,
  kCount,
};

struct ConlluRow {
  std::array<std::string, static_cast<size_t>(ConlluColumn::kCount)> columns;

  std::string& operator[](ConlluColumn column) { return columns[static_cast<size_t>(column)]; }
  const std::string& operator[](ConlluColumn column) const {
    return columns[static_cast<size_t>(column)];
  }
  // Not the range of a multiword token (3-4), nor an empty node (3.1).
  bool is_word() const;
};

struct ConlluSentence {
  std::vector<std::string> comments;  // with their #
  std::vector<ConlluRow> rows;
};

// The value of `key` in a MISC column ("name=B-PER|SpaceAfter=No"); empty where there is none.
absl::string_view MiscValue(absl::string_view misc, absl::string_view key);
// Replaces or adds it.
void SetMiscValue(absl::string_view key, absl::string_view value, std::string& misc);

// kInvalidArgument with the line's number ("12: …") for a line that is not of the format.
absl::StatusOr<std::vector<ConlluSentence>> ParseConllu(absl::string_view bytes);
std::string FormatConllu(absl::Span<const ConlluSentence> sentences);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_CONLLU_H_
