#include "tools/export/text/escape.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"

namespace norn::tools {
namespace {

constexpr absl::string_view kReplacement = "\uFFFD";

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Without what neither XML nor a picture can hold; line breaks stay.
std::string Printable(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    if (IsControl(c) && c != '\n') {
      absl::StrAppend(&out, c == '\t' || c == '\r' ? absl::string_view(" ") : kReplacement);
    } else {
      out.push_back(c);
    }
  }
  return absl::StrReplaceAll(out, {{"\uFFFE", kReplacement}, {"\uFFFF", kReplacement}});
}

}  // namespace

std::string XmlEscape(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
      case '\r':
      case '\t':
        absl::StrAppend(&out, "&#", static_cast<int>(c), ";");
        break;
      default:
        if (IsControl(c) && c != 0x7F) {
          absl::StrAppend(&out, kReplacement);
        } else {
          out.push_back(c);
        }
    }
  }
  return absl::StrReplaceAll(out, {{"\uFFFE", kReplacement}, {"\uFFFF", kReplacement}});
}

std::string DotLabel(absl::string_view text) {
  return absl::StrCat(
      "\"",
      absl::StrReplaceAll(Printable(text),
                          {{"\\", "\\\\"}, {"\"", "\\\""}, {"&", "&amp;"}, {"\n", "\\n"}}),
      "\"");
}

std::string DotName(absl::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (IsControl(c) || c == '%') {
      absl::StrAppendFormat(&out, "%%%02X", static_cast<unsigned char>(c));
    } else if (c == '"' || c == '\\') {
      // Doubled, for a backslash at the end would otherwise take the closing quote with it.
      out.append({'\\', c});
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
  return out;
}

std::string Shorten(absl::string_view text, size_t limit) {
  if (base::CountCodePoints(text) <= limit) return std::string(text);
  size_t kept = 0;
  size_t end = 0;
  for (; end < text.size(); ++end) {
    if (!base::IsContinuation(text[end]) && ++kept == limit) break;
  }
  return absl::StrCat(absl::StripTrailingAsciiWhitespace(text.substr(0, end)), "…");
}

std::string Wrap(absl::string_view text, size_t width) {
  std::string out;
  size_t line = 0;
  for (const absl::string_view word : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    const size_t length = base::CountCodePoints(word);
    if (!out.empty()) {
      const bool fits = line + 1 + length <= width;
      out.push_back(fits ? ' ' : '\n');
      line = fits ? line + 1 : 0;
    }
    absl::StrAppend(&out, word);
    line += length;
  }
  return out;
}

}  // namespace norn::tools
