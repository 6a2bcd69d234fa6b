// What a sentence tells of an event besides who took part: how long, how many were killed, what it
// cost, how far a weapon reaches.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_DETAILS_H_
#define NORN_INGEST_EXTRACT_DRAFTS_DETAILS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// "varte i nesten en time", "30-minutters samtale": minutes, in the clause.
std::optional<uint32_t> DurationMinutes(const SentenceContext& context, int32_t clause);

struct Casualties {
  std::optional<uint32_t> killed;
  std::optional<uint32_t> wounded;
  bool empty() const { return !killed && !wounded; }
};

// "Minst én person ble drept og 26 andre ble såret", "killed 37 people and wounded 12".
Casualties FindCasualties(const SentenceContext& context);

struct Amount {
  double value = 0;
  std::string currency;  // ISO 4217
};

// "660 milliarder kroner": the first sum of money in the sentence.
std::optional<Amount> FindAmount(const SentenceContext& context);

// "en rekkevidde på rundt 1.600 kilometer", "300 kilometer rekkevidde": kilometres; the token at
// which the number stands is put into `token`.
std::optional<double> FindRange(const SentenceContext& context, uint32_t* token);

// The number right in front of a weapon: "24 F-16". Nothing for years and ordinals.
std::optional<int64_t> QuantityBefore(const SentenceContext& context, const Mention& weapon);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_DETAILS_H_
