// Dates of publication in the ways that feeds, agencies, pages and papers write them.
//
//   FindArticleDate("Wed, 05 Mar 2025 09:30:00 +0100")   // "2025-03-05"
//   FindArticleDate("5. mars 2025 kl. 09.30")            // "2025-03-05"
//   ToUtcTimestamp("2025-03-05T00:30:00+01:00")          // "2025-03-04T23:30:00Z"
#ifndef NORN_INGEST_READ_DATES_ARTICLE_DATE_H_
#define NORN_INGEST_READ_DATES_ARTICLE_DATE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// ISO text with the precision that is given; the day is the one that the text says, in its own time
// zone. Empty: `text` does not begin with a date, or one of it could be two days (03/05/2025).
// Read are ISO 8601 (extended and basic), RFC 822, 05.03.2025, and a day with the month's name in
// one of the five languages.
std::string FindArticleDate(absl::string_view text);

// A time with its zone, as ISO 8601 or RFC 822 writes it, in UTC; empty: it is none.
std::string ToUtcTimestamp(absl::string_view text);

// The date that a file's name begins with: "2025-03-05-mote.txt", "20250305_mote.txt".
std::string DateOfFileName(absl::string_view name);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DATES_ARTICLE_DATE_H_
