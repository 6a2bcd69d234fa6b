#include "tools/export/text/titles.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace norn::tools {
namespace {

using Spelling = std::string (*)(absl::string_view);

std::string AsItIs(absl::string_view key) { return std::string(key); }

// What XML 1.0 calls a NameChar, of its ranges those that letters of today's scripts are in.
bool IsNameChar(UChar32 c) {
  if (c < 0x80) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_' ||
           c == ':';
  }
  return c == 0xB7 || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) ||
         (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || (c >= 0x3001 && c <= 0xD7FF) ||
         (c >= 0xF900 && c <= 0xFDCF);
}

std::string NameToken(absl::string_view key) {
  std::string token;
  for (size_t i = 0; i < key.size();) {
    const size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(key.data()), i, key.size(), c);
    absl::StrAppend(&token, IsNameChar(c) ? key.substr(begin, i - begin) : "_");
  }
  return token.empty() ? "_" : token;
}

Titles Unique(const Columns& columns, const std::set<std::string>& reserved, Spelling spelling) {
  // A key that can be written as it is keeps its name, whatever others become.
  std::set<std::string> taken;
  for (const auto& [key, type] : columns) {
    if (spelling(key) == key) taken.insert(key);
  }
  Titles titles;
  for (const auto& [key, type] : columns) {
    std::string title = spelling(key);
    bool is_free = title == key || taken.insert(title).second;
    if (reserved.contains(absl::AsciiStrToLower(title))) is_free = false;
    while (!is_free) {
      title = absl::StrCat("property_", title);
      is_free = taken.insert(title).second;
    }
    titles.emplace(key, title);
  }
  return titles;
}

}  // namespace

Titles UniqueTitles(const Columns& columns, const std::set<std::string>& reserved) {
  return Unique(columns, reserved, AsItIs);
}

Titles UniqueNameTokens(const Columns& columns, const std::set<std::string>& reserved) {
  return Unique(columns, reserved, NameToken);
}

}  // namespace norn::tools
