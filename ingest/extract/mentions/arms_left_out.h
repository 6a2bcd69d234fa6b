// Arms that are not named again: "Polen sender fjorten", "de første fire ble levert", "ett til",
// "resten". They stand for the weapon that was named before.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_ARMS_LEFT_OUT_H_
#define NORN_INGEST_EXTRACT_MENTIONS_ARMS_LEFT_OUT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"

namespace norn::ingest {

class ArmsLeftOut {
 public:
  // Both outlive it.
  ArmsLeftOut(const AnnotatedText& text, const Grammar& grammar) : text_(text), grammar_(grammar) {}

  // Adds to the mentions of the next sentence, in the order of the words, those that stand for arms
  // by a number alone: subjects and objects of words that tell of a delivery.
  void Read(const Sentence& sentence, std::vector<Mention>& mentions);

 private:
  bool StandsForArms(uint32_t at, const Sentence& sentence) const;
  bool IsNumber(uint32_t at) const;
  bool TellsOfTransfer(uint32_t verb, const Sentence& sentence) const;

  const AnnotatedText& text_;
  const Grammar& grammar_;
  std::optional<uint32_t> weapon_;  // the one named last, or its words alone where it has no name
  uint32_t sentences_since_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_ARMS_LEFT_OUT_H_
