#include "ingest/analysis/neural/dot_products.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace norn::ingest {
namespace {

using Kernel = void (*)(const int16_t*, int, int, const int16_t* const*, int, int32_t*);

[[maybe_unused]] void Portable(const int16_t* packed, int blocks, int pairs,
                               const int16_t* const* inputs, int count, int32_t* sums) {
  for (int v = 0; v < count; ++v) {
    for (int block = 0; block < blocks; ++block) {
      const int16_t* weights = packed + static_cast<size_t>(block) * pairs * kDotBlock * 2;
      int32_t* to = sums + (static_cast<size_t>(v) * blocks + block) * kDotBlock;
      std::memset(to, 0, kDotBlock * sizeof(*to));
      for (int pair = 0; pair < pairs; ++pair, weights += kDotBlock * 2) {
        for (int row = 0; row < kDotBlock; ++row) {
          to[row] += weights[2 * row] * inputs[v][2 * pair] +
                     weights[2 * row + 1] * inputs[v][2 * pair + 1];
        }
      }
    }
  }
}

#if defined(__x86_64__)

int32_t PairAt(const int16_t* numbers, int pair) {
  int32_t both;
  std::memcpy(&both, numbers + 2 * static_cast<size_t>(pair), sizeof(both));
  return both;
}

template <int kCount>
void Sse2Block(const int16_t* weights, int pairs, const int16_t* const* inputs,
               int32_t* const* to) {
  __m128i sum[kCount][4];
  for (auto& row : sum) {
    for (__m128i& part : row) part = _mm_setzero_si128();
  }
  for (int pair = 0; pair < pairs; ++pair, weights += kDotBlock * 2) {
    const auto* w = reinterpret_cast<const __m128i*>(weights);
    for (int v = 0; v < kCount; ++v) {
      const __m128i x = _mm_set1_epi32(PairAt(inputs[v], pair));
      for (int part = 0; part < 4; ++part) {
        sum[v][part] = _mm_add_epi32(sum[v][part], _mm_madd_epi16(_mm_loadu_si128(w + part), x));
      }
    }
  }
  for (int v = 0; v < kCount; ++v) {
    for (int part = 0; part < 4; ++part) {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to[v]) + part, sum[v][part]);
    }
  }
}

template <int kCount>
__attribute__((target("avx2"))) void Avx2Block(const int16_t* weights, int pairs,
                                               const int16_t* const* inputs, int32_t* const* to) {
  __m256i low[kCount];
  __m256i high[kCount];
  for (int v = 0; v < kCount; ++v) low[v] = high[v] = _mm256_setzero_si256();
  for (int pair = 0; pair < pairs; ++pair, weights += kDotBlock * 2) {
    const auto* w = reinterpret_cast<const __m256i*>(weights);
    const __m256i w_low = _mm256_loadu_si256(w);
    const __m256i w_high = _mm256_loadu_si256(w + 1);
    for (int v = 0; v < kCount; ++v) {
      const __m256i x = _mm256_set1_epi32(PairAt(inputs[v], pair));
      low[v] = _mm256_add_epi32(low[v], _mm256_madd_epi16(w_low, x));
      high[v] = _mm256_add_epi32(high[v], _mm256_madd_epi16(w_high, x));
    }
  }
  for (int v = 0; v < kCount; ++v) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to[v]), low[v]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to[v]) + 1, high[v]);
  }
}

template <int kCount>
__attribute__((target("avx512f,avx512bw"))) void Avx512Block(const int16_t* weights, int pairs,
                                                             const int16_t* const* inputs,
                                                             int32_t* const* to) {
  __m512i sum[kCount];
  for (__m512i& s : sum) s = _mm512_setzero_si512();
  for (int pair = 0; pair < pairs; ++pair, weights += kDotBlock * 2) {
    const __m512i w = _mm512_loadu_si512(weights);
    for (int v = 0; v < kCount; ++v) {
      const __m512i x = _mm512_set1_epi32(PairAt(inputs[v], pair));
      sum[v] = _mm512_add_epi32(sum[v], _mm512_madd_epi16(w, x));
    }
  }
  for (int v = 0; v < kCount; ++v) _mm512_storeu_si512(to[v], sum[v]);
}

// Calls the block kernel for the count of vectors at hand.
#define NORN_DOT_KERNEL(NAME, BLOCK)                                                               \
  void NAME(const int16_t* packed, int blocks, int pairs, const int16_t* const* inputs, int count, \
            int32_t* sums) {                                                                       \
    for (int block = 0; block < blocks; ++block) {                                                 \
      const int16_t* weights = packed + static_cast<size_t>(block) * pairs * kDotBlock * 2;        \
      int32_t* to[kDotVectors];                                                                    \
      for (int v = 0; v < count; ++v) {                                                            \
        to[v] = sums + (static_cast<size_t>(v) * blocks + block) * kDotBlock;                      \
      }                                                                                            \
      switch (count) {                                                                             \
        case 1:                                                                                    \
          BLOCK<1>(weights, pairs, inputs, to);                                                    \
          break;                                                                                   \
        case 2:                                                                                    \
          BLOCK<2>(weights, pairs, inputs, to);                                                    \
          break;                                                                                   \
        case 3:                                                                                    \
          BLOCK<3>(weights, pairs, inputs, to);                                                    \
          break;                                                                                   \
        default:                                                                                   \
          BLOCK<4>(weights, pairs, inputs, to);                                                    \
          break;                                                                                   \
      }                                                                                            \
    }                                                                                              \
  }
NORN_DOT_KERNEL(Sse2, Sse2Block)
NORN_DOT_KERNEL(Avx2, Avx2Block)
NORN_DOT_KERNEL(Avx512, Avx512Block)
#undef NORN_DOT_KERNEL

Kernel Widest() {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512bw")) return Avx512;
  if (__builtin_cpu_supports("avx2")) return Avx2;
  return Sse2;
}

#else

Kernel Widest() { return Portable; }

#endif

}  // namespace

void DotProducts(const int16_t* packed, int blocks, int pairs, const int16_t* const* inputs,
                 int count, int32_t* sums) {
  static const Kernel kernel = Widest();
  kernel(packed, blocks, pairs, inputs, count, sums);
}

}  // namespace norn::ingest
