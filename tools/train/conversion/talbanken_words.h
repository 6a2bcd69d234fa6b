// The Swedish words that the conversion of Talbanken knows, all in small letters.
#ifndef NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_WORDS_H_
#define NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_WORDS_H_

#include <string>

namespace norn::train {

// Verbs that version 2 takes for auxiliaries; other "aux" of version 1 govern what they helped.
bool IsAuxiliary(const std::string& word);
bool IsCopula(const std::string& word);
bool IsPassive(const std::string& word);
// Verb particles that are adverbs of direction in version 2; the rest stay adpositions.
bool IsAdverbParticle(const std::string& word);
bool OpensClause(const std::string& word);
bool IsNegation(const std::string& word);
// The multiword expressions that version 2 still treats as one: first word and second.
bool StaysFixed(const std::string& first, const std::string& second);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_WORDS_H_
