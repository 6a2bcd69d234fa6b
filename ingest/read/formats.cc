#include "ingest/read/formats.h"

#include "ingest/read/documents/text_format.h"

namespace norn::ingest {

const Format& FormatOf(const Input& input) {
  const Format* surest = &TextFormat();
  Fit most = Fit::kAnyText;
  for (const Format* format : AllFormats()) {
    const Fit fit = format->fits(input);
    if (fit > most) {
      most = fit;
      surest = format;
    }
  }
  return *surest;
}

}  // namespace norn::ingest
