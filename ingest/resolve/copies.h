// Which articles are one text in several places, as an agency's text in several newspapers is.
//
//   const std::vector<size_t> original = FindCopies(articles);
//   if (original[i] != i) …   // articles[i] is a copy of articles[original[i]]
#ifndef NORN_INGEST_RESOLVE_COPIES_H_
#define NORN_INGEST_RESOLVE_COPIES_H_

#include <cstddef>
#include <vector>

#include "absl/types/span.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// By article: the index of the one that it is a copy of, which is the earliest published; its own
// where it is none. Rule: two texts are one if they share most of their runs of five words, or if
// nearly all of the shorter one's stand in the longer one (newspapers shorten agencies' texts).
// Texts of a few words are alike only by all of them. The answer does not depend on the articles'
// order; work grows with the texts' length, not with the number of pairs.
std::vector<size_t> FindCopies(absl::Span<const proto::Article> articles);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_COPIES_H_
