#include "ingest/resolve/name_key.h"

#include <utility>

#include "absl/strings/str_replace.h"
#include "base/search_key.h"

namespace norn::ingest {
namespace {

// Applied one after the other: first groups of letters for one Slavic or Arabic sound, then the
// vowels and glides around them.
constexpr std::pair<const char*, const char*> kSameSound[] = {
    {"sjtsj", "sc"}, {"shch", "sc"}, {"tsj", "c"}, {"tch", "c"}, {"tj", "c"}, {"ch", "c"},
    {"sch", "s"},    {"sh", "s"},    {"sj", "s"},  {"zh", "z"},  {"zj", "z"}, {"kh", "h"},
    {"w", "v"},      {"ks", "x"},    {"ph", "f"},  {"ck", "k"},  {"q", "k"},  {"iy", "i"},
    {"ij", "i"},     {"yj", "i"},    {"yi", "i"},  {"yy", "i"},  {"ii", "i"}, {"ou", "u"},
    {"j", "i"},      {"y", "i"},     {"ii", "i"},  {"aa", "a"},  {"ee", "i"}, {"oo", "u"},
};

}  // namespace

std::string NameKey(absl::string_view name) {
  std::string key = base::SearchKey(name);
  for (const auto& [from, to] : kSameSound) key = absl::StrReplaceAll(key, {{from, to}});
  // The same consonant twice is often written once.
  std::string single;
  for (const char c : key) {
    if (single.empty() || single.back() != c) single.push_back(c);
  }
  return single;
}

}  // namespace norn::ingest
