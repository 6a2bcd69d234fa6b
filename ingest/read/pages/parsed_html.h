// A page as the parser leaves it, for tests of what walks over it.
//
//   const ParsedHtml page("<p>Dahl møtte Moe.</p>");
//   ReadableText(page.root())
#ifndef NORN_INGEST_READ_PAGES_PARSED_HTML_H_
#define NORN_INGEST_READ_PAGES_PARSED_HTML_H_

#include <gumbo.h>

#include <string>

namespace norn::ingest {

class ParsedHtml {
 public:
  explicit ParsedHtml(const std::string& html);
  ~ParsedHtml();
  ParsedHtml(const ParsedHtml&) = delete;
  ParsedHtml& operator=(const ParsedHtml&) = delete;

  const GumboNode& root() const { return *parsed_->document; }

 private:
  const std::string reduced_;  // the tree points into it
  GumboOutput* const parsed_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_PARSED_HTML_H_
