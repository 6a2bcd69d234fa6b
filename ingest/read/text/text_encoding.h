// Text in any encoding to UTF-8: what the caller or the file says, else what the bytes tell.
//
//   NORN_ASSIGN_OR_RETURN(DecodedText decoded, ToUtf8(bytes, "", ""));
//   if (decoded.is_guess) Note(place, GuessNote(decoded));
#ifndef NORN_INGEST_READ_TEXT_TEXT_ENCODING_H_
#define NORN_INGEST_READ_TEXT_TEXT_ENCODING_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

struct DecodedText {
  std::string text;
  std::string encoding;   // what it was read as; empty: it was UTF-8
  bool is_guess = false;  // nobody said so, and there is no mark: the bytes look like it
};

// `asked` is what the user says, which counts always; `declared` is what the file says of itself,
// which counts where the bytes are not UTF-8. kInvalidArgument: bytes that are no text, an encoding
// that there is not, or none that fits.
absl::StatusOr<DecodedText> ToUtf8(std::string bytes, absl::string_view asked,
                                   absl::string_view declared);

// What a reader should know of a guess.
std::string GuessNote(const DecodedText& decoded);

// Whether the text looks like UTF-8 that somebody has read as windows-1252: "MÃ¸te" for "Møte".
bool IsMojibake(absl::string_view text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_TEXT_TEXT_ENCODING_H_
