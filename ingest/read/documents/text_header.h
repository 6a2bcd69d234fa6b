// What may stand above a plain text and is not of it: a date mark, front matter as static pages
// have it, lines like a mail's, a line that is a date.
//
//   const TextHeader header = FindTextHeader("Dato: 5. mars 2025\nTittel: Møte\n\nDahl kom.");
//   // header.published "2025-03-05", header.title "Møte", header.end 34
#ifndef NORN_INGEST_READ_DOCUMENTS_TEXT_HEADER_H_
#define NORN_INGEST_READ_DOCUMENTS_TEXT_HEADER_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

struct TextHeader {
  size_t end = 0;  // the byte at which the text begins, behind blanks and a byte
                   // order mark
  std::string published;
  std::string title;
  std::string url;
  std::string source;
  std::string author;
  std::string language;
};

// A header is one only as a whole: front matter that ends, or lines all of which are fields that it
// knows, one of them a date. A title alone is a sentence like others.
TextHeader FindTextHeader(absl::string_view text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DOCUMENTS_TEXT_HEADER_H_
