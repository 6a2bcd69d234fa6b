// A live page as its entries: what was written while something happened, each with its time.
//
//   for (const LiveEntry& entry : FindLiveEntries(*output->document, furniture))
//     Use(entry.time, entry.text);
#ifndef NORN_INGEST_READ_PAGES_LIVE_ENTRIES_H_
#define NORN_INGEST_READ_PAGES_LIVE_ENTRIES_H_

#include <gumbo.h>

#include <string>
#include <vector>

#include "ingest/read/pages/html_text.h"

namespace norn::ingest {

struct LiveEntry {
  std::string id;     // of its element; empty: it has none
  std::string time;   // as its <time> has it
  std::string title;  // its heading
  std::string text;
};

// Elements of one parent that are called alike, each with a <time datetime> and a text; in the
// page's order. Empty: there are not two of them.
std::vector<LiveEntry> FindLiveEntries(const GumboNode& root, const Furniture& furniture);

// Whether an element of the page is called as those around live entries are.
bool HasLiveNames(const GumboNode& root);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_LIVE_ENTRIES_H_
