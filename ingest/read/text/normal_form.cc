#include "ingest/read/text/normal_form.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <cstdio>
#include <cstdlib>

namespace norn::ingest {
namespace {

const icu::Normalizer2& Normalizer() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) || normalizer == nullptr) {
    std::fprintf(stderr, "norn: ICU has no normalization data: %s\n", u_errorName(error));
    std::abort();
  }
  return *normalizer;
}

}  // namespace

std::string ToNormalForm(absl::string_view text) {
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  UErrorCode error = U_ZERO_ERROR;
  if (Normalizer().isNormalizedUTF8(piece, error) && U_SUCCESS(error)) return std::string(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  error = U_ZERO_ERROR;
  Normalizer().normalizeUTF8(0, piece, sink, nullptr, error);
  return U_SUCCESS(error) ? normal : std::string(text);
}

}  // namespace norn::ingest
