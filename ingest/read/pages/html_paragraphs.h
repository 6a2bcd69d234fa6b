// Where the article stands on a page that does not mark it: where the paragraphs are.
//
//   std::string text = ParagraphsText(*output->document, furniture);
#ifndef NORN_INGEST_READ_PAGES_HTML_PARAGRAPHS_H_
#define NORN_INGEST_READ_PAGES_HTML_PARAGRAPHS_H_

#include <gumbo.h>

#include <string>

#include "ingest/read/pages/html_text.h"

namespace norn::ingest {

// The article's text below the element that has most paragraphs, long ones with commas before short
// ones, and below those beside it that have many; empty: the page has none.
std::string ParagraphsText(const GumboNode& root, const Furniture& furniture);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_HTML_PARAGRAPHS_H_
