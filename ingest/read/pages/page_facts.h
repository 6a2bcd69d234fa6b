// What a page says of the article on it, whoever says it: JSON-LD before Open Graph before other
// <meta> before marks in the text. What a sidebar says is nobody's.
//
//   PageFacts facts = FactsOfJsonLd(html);
//   AddFactsOfTags(*output->document, facts);
#ifndef NORN_INGEST_READ_PAGES_PAGE_FACTS_H_
#define NORN_INGEST_READ_PAGES_PAGE_FACTS_H_

#include <gumbo.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// Empty: the page does not say it.
struct PageFacts {
  std::string title;
  std::string published;  // an ISO date
  std::string updated;    // a time in UTC
  std::string source;
  std::string language;
  std::string url;
  std::string section;
  std::vector<std::string> authors;
  std::string body;  // the article's text, where the page says it apart from its elements
  bool has_paywall = false;
  bool is_live = false;  // its type is that of a page that is written while something happens
};

// Of the first article among the page's JSON-LD scripts; what is no JSON is passed over.
PageFacts FactsOfJsonLd(absl::string_view html);

// Fills in what is not known yet.
void AddFactsOfTags(const GumboNode& root, PageFacts& facts);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_PAGE_FACTS_H_
