// What readers of all formats set in an article, each in the one way that the rest of norn expects.
//
//   SetPublished(TextOf(Child(item, "pubDate")), article);
//   SetLanguage("nb-NO", article);   // nb
#ifndef NORN_INGEST_READ_ARTICLES_ARTICLE_FIELDS_H_
#define NORN_INGEST_READ_ARTICLES_ARTICLE_FIELDS_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "ingest/read/format/input.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// A field that is set already stays as it is, so that the best place is asked first; what is no
// date or no time is passed over.
void SetPublished(absl::string_view text, proto::Article& article);
void SetUpdated(absl::string_view text, proto::Article& article);
void SetLanguage(absl::string_view tag, proto::Article& article);

// Sets the text from mark-up, or from plain text where there is none in it. kInvalidArgument for
// what ReduceHtml and CheckText refuse.
absl::Status SetText(absl::string_view text, size_t max_bytes, proto::Article& article);

// The text's first choice is `body`, else `summary`, else the title: a feed may have no more.
absl::Status SetBody(absl::string_view body, absl::string_view summary, size_t max_bytes,
                     proto::Article& article);

// Names the article by `id`, else by its address, else by its place in the input: the `number`th.
void NameArticle(absl::string_view id, const InputName& input, size_t number,
                 proto::Article& article);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARTICLES_ARTICLE_FIELDS_H_
