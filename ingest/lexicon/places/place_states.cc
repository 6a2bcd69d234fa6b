#include "ingest/lexicon/places/place_states.h"

#include "absl/strings/str_split.h"

extern "C" const char norn_place_table_begin[];
extern "C" const char norn_place_table_end[];

namespace norn::ingest {
namespace {

// The line that holds the byte, and where the next one begins.
struct Line {
  size_t begin = 0;
  size_t end = 0;
};

Line LineAt(absl::string_view table, size_t byte) {
  const size_t before = byte == 0 ? absl::string_view::npos : table.rfind('\n', byte - 1);
  const size_t after = table.find('\n', byte);
  return {before == absl::string_view::npos ? 0 : before + 1,
          after == absl::string_view::npos ? table.size() : after};
}

}  // namespace

absl::string_view PlaceTable() {
  return absl::string_view(norn_place_table_begin,
                           static_cast<size_t>(norn_place_table_end - norn_place_table_begin));
}

std::vector<absl::string_view> StatesOfPlace(absl::string_view folded_name) {
  const absl::string_view table = PlaceTable();
  size_t low = 0;
  size_t high = table.size();
  while (low < high) {
    const Line at = LineAt(table, low + (high - low) / 2);
    const absl::string_view line = table.substr(at.begin, at.end - at.begin);
    const size_t tab = line.find('\t');
    const absl::string_view name = line.substr(0, tab);
    if (name == folded_name && tab != absl::string_view::npos) {
      return absl::StrSplit(line.substr(tab + 1), ' ');
    }
    if (name < folded_name) {
      low = at.end + 1;
    } else {
      high = at.begin;
    }
  }
  return {};
}

}  // namespace norn::ingest
