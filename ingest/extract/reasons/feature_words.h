// What a feature of the scorers says, in words that a reader of news understands.
//
//   FeatureInWords({"after 1", "telefon"})       // "\"telefon\" right after it"
//   FeatureInWords({"sense", "armed_force"})     // "it is a word for \"armed force\""
#ifndef NORN_INGEST_EXTRACT_REASONS_FEATURE_WORDS_H_
#define NORN_INGEST_EXTRACT_REASONS_FEATURE_WORDS_H_

#include <string>
#include <vector>

namespace norn::ingest {

// `parts`: the feature's name and its values. Several features may say the same. Empty: no words
// are known for a feature of that name.
std::string FeatureInWords(const std::vector<std::string>& parts);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_REASONS_FEATURE_WORDS_H_
