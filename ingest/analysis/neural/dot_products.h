// Dot products of 16-bit numbers, many at a time, with the widest instructions that the processor
// has. Sums are exact in 32 bits, so it does not matter which.
#ifndef NORN_INGEST_ANALYSIS_NEURAL_DOT_PRODUCTS_H_
#define NORN_INGEST_ANALYSIS_NEURAL_DOT_PRODUCTS_H_

#include <cstdint>

namespace norn::ingest {

inline constexpr int kDotBlock = 16;   // rows that are worked on together
inline constexpr int kDotVectors = 4;  // vectors that share one reading of the rows

// `packed`: for each block of rows and each pair of columns, 16 rows times two numbers. `inputs`:
// `count` vectors (at most kDotVectors) of `pairs` pairs. sums[v * blocks * 16 + row].
void DotProducts(const int16_t* packed, int blocks, int pairs, const int16_t* const* inputs,
                 int count, int32_t* sums);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_DOT_PRODUCTS_H_
