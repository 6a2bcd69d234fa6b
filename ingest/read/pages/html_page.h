// An article from an HTML page: its paragraphs without navigation, scripts and the like, and what
// the page says of its title, date, language and source.
//
//   ReadHtmlPage("a.html", "<title>Møte</title><article><p>Dahl ringte.</p></article>", limit)
#ifndef NORN_INGEST_READ_PAGES_HTML_PAGE_H_
#define NORN_INGEST_READ_PAGES_HTML_PAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// The article's text is the page's readable text, a blank line between paragraphs, and behind it
// the captions of its pictures, marked as `passage`; offsets count in it. kInvalidArgument for what
// CheckText or ReduceHtml refuses, and for a page without readable text.
absl::StatusOr<proto::Article> ReadHtmlPage(absl::string_view name, absl::string_view html,
                                            size_t max_bytes);

// The page as one article or, where it is a live page, as its entries: each an article with its own
// time, called NAME#ID. The statuses are those of ReadHtmlPage.
absl::StatusOr<std::vector<proto::Article>> ReadHtmlArticles(absl::string_view name,
                                                             absl::string_view html,
                                                             size_t max_bytes);

// The readable text of a piece of HTML, as a feed has one; empty: there is none. kInvalidArgument
// for what ReduceHtml refuses.
absl::StatusOr<std::string> TextOfHtml(absl::string_view html, size_t max_bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_HTML_PAGE_H_
