#include "ingest/read/format/format.h"

#include <algorithm>

namespace norn::ingest {
namespace {

// Sorted by name: the order of registration is the linker's.
std::vector<const Format*>& Formats() {
  static auto* const formats = new std::vector<const Format*>();
  return *formats;
}

}  // namespace

RegisterFormat::RegisterFormat(const Format& format) {
  const auto by_name = [](const Format* a, const Format* b) { return a->name < b->name; };
  Formats().insert(std::upper_bound(Formats().begin(), Formats().end(), &format, by_name), &format);
}

const std::vector<const Format*>& AllFormats() { return Formats(); }

}  // namespace norn::ingest
