#include "ingest/read/text/text_checks.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "base/utf8.h"

namespace norn::ingest {
namespace {

// "line 3, byte 120": for people who open the file, and for those who look at its bytes.
std::string Place(absl::string_view bytes, size_t at) {
  const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<int64_t>(at), '\n');
  return absl::StrCat("line ", lines + 1, ", byte ", at);
}

}  // namespace

absl::Status TooLarge(size_t max_bytes) {
  return absl::InvalidArgumentError(absl::StrCat("the article is larger than the limit of ",
                                                 max_bytes, " bytes; split it, or leave it out"));
}

bool IsBlankText(absl::string_view bytes) {
  return absl::StripAsciiWhitespace(absl::StripPrefix(bytes, "\xEF\xBB\xBF")).empty();
}

absl::Status CheckText(absl::string_view bytes, size_t max_bytes) {
  if (bytes.size() > max_bytes) return TooLarge(max_bytes);
  if (const size_t nul = bytes.find('\0'); nul != absl::string_view::npos) {
    return absl::InvalidArgumentError(
        absl::StrCat("not text but binary: a NUL at ", Place(bytes, nul),
                     "; convert it to plain text, JSON Lines or HTML, or leave it out"));
  }
  if (const size_t bad = base::Utf8Length(bytes); bad < bytes.size()) {
    return absl::InvalidArgumentError(absl::StrFormat(
        "not UTF-8: byte 0x%02X at %s; convert it, for example with iconv -f latin1 -t utf-8",
        static_cast<uint8_t>(bytes[bad]), Place(bytes, bad)));
  }
  if (IsBlankText(bytes)) {
    return absl::InvalidArgumentError("empty: there is no text in it; leave it out");
  }
  return absl::OkStatus();
}

}  // namespace norn::ingest
