// What an extraction record says, in the words of the conformance tables, and whether that is what
// a table expects.
//
//   for (const std::string& problem : Mismatches({"nothing"}, record)) Print(problem);
#ifndef NORN_INGEST_EXTRACT_CONFORMANCE_FACTS_H_
#define NORN_INGEST_EXTRACT_CONFORMANCE_FACTS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// One line for each event, office and entity, as an expectation would be written.
std::vector<std::string> FactsOf(const proto::Extraction& record);

// Every expectation that does not hold, and every event that none of several event lines expects.
// README.md tells how expectations are written. Empty: the record is as expected.
std::vector<std::string> Mismatches(const std::vector<std::string>& expected,
                                    const proto::Extraction& record);

// The text with every named entity in brackets: "[Jens Dahl|person] møtte …".
std::string Annotated(absl::string_view text, const proto::Extraction& record);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CONFORMANCE_FACTS_H_
