#include "graph/view/edge_sections.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace norn::graph {
namespace {

using view_format::TypeRecord;

constexpr uint32_t kSign = uint32_t{1} << 31;

uint32_t Shifted(DateKey key) { return static_cast<uint32_t>(key) ^ kSign; }
DateKey Unshifted(uint32_t shifted) { return static_cast<DateKey>(shifted ^ kSign); }

}  // namespace

bool EdgeSections::Place::operator<(const Place& other) const {
  return std::tie(source, date, target, position) <
         std::tie(other.source, other.date, other.target, other.position);
}

EdgeSections::EdgeSections(const ColumnarGraph& graph, ViewSections& sections,
                           ColumnWriter& columns)
    : graph_(graph), sections_(sections), columns_(columns) {
  const auto& keys = graph.keys();
  const auto date = std::lower_bound(keys.begin(), keys.end(), "date");
  if (date != keys.end() && *date == "date") {
    date_key_ = static_cast<uint32_t>(date - keys.begin());
  }
}

void EdgeSections::Write() {
  const auto& tables = graph_.edge_tables();
  for (uint32_t i = 0; i < tables.size(); ++i) WriteType(i, *tables[i]);
}

void EdgeSections::WriteType(uint32_t number, const EdgeTable& table) {
  TypeRecord type = {};
  type.first_edge = first_edge_;
  type.edge_count = table.rows();
  std::vector<Place> places = PlacesOf(table);
  if (dates_are_exact_) type.flags |= view_format::kDatesExact;
  WriteOut(type, places);
  WriteIn(type, places);
  std::vector<uint32_t> order;
  order.reserve(places.size());
  for (const Place& place : places) order.push_back(table.order[place.position]);
  std::vector<Place>().swap(places);
  type.keys_begin = keys_;
  if (!table.keys.empty()) {
    type.flags |= view_format::kHasKeys;
    for (const uint32_t row : order) {
      sections_[view_format::kEdgeKeys].AppendNumber(table.keys[row]);
    }
    keys_ += order.size();
  }
  columns_.Write(true, number, table, order);
  sections_[view_format::kTypes].AppendNumber(type);
  first_edge_ += table.rows();
}

std::vector<EdgeSections::Place> EdgeSections::PlacesOf(const EdgeTable& table) {
  const PropertyColumn* const dates = date_key_.has_value() ? table.Find(*date_key_) : nullptr;
  dates_are_exact_ = true;
  std::vector<Place> places;
  places.reserve(table.rows());
  for (uint32_t position = 0; position < table.rows(); ++position) {
    const uint32_t row = table.order[position];
    DateKey date = kNoDateKey;
    if (dates != nullptr && dates->Has(row)) {
      date = DateKeyOf(dates->Get(row, graph_.texts()));
      // Every text that has a key is the one that the key gives back.
      const bool is_text = dates->kind() == PropertyColumn::Kind::kString ||
                           dates->Get(row, graph_.texts()).As<std::string>() != nullptr;
      dates_are_exact_ = dates_are_exact_ && date != kNoDateKey && is_text;
    }
    places.push_back({table.from[row], Shifted(date), table.to[row], position});
  }
  std::sort(places.begin(), places.end());
  return places;
}

void EdgeSections::WriteOffsets(view_format::Section section, std::vector<uint32_t> offsets,
                                uint32_t first) {
  offsets[0] = first;
  for (size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
  for (const uint32_t offset : offsets) sections_[section].AppendNumber(offset);
}

void EdgeSections::WriteOut(TypeRecord& type, absl::Span<const Place> places) {
  type.source_first = places.front().source;
  type.source_count = places.back().source - type.source_first + 1;
  std::vector<uint32_t> offsets(uint64_t{type.source_count} + 1, 0);
  for (const Place& place : places) {
    ++offsets[place.source - type.source_first + 1];
    sections_[view_format::kTargets].AppendNumber(place.target);
    sections_[view_format::kOutDates].AppendNumber(Unshifted(place.date));
  }
  type.out_offsets_begin = sections_[view_format::kOutOffsets].size() / sizeof(uint32_t);
  WriteOffsets(view_format::kOutOffsets, std::move(offsets), type.first_edge);
}

void EdgeSections::WriteIn(TypeRecord& type, absl::Span<const Place> places) {
  // The same places seen from the other end; the last number is the edge's.
  std::vector<Place> incoming;
  incoming.reserve(places.size());
  for (uint32_t i = 0; i < places.size(); ++i) {
    incoming.push_back({places[i].target, places[i].date, places[i].source, i});
  }
  std::sort(incoming.begin(), incoming.end());
  type.target_first = incoming.front().source;
  type.target_count = incoming.back().source - type.target_first + 1;
  std::vector<uint32_t> offsets(uint64_t{type.target_count} + 1, 0);
  for (const Place& place : incoming) {
    ++offsets[place.source - type.target_first + 1];
    sections_[view_format::kInSources].AppendNumber(place.target);
    sections_[view_format::kInDates].AppendNumber(Unshifted(place.date));
    sections_[view_format::kInEdges].AppendNumber(type.first_edge + place.position);
  }
  type.in_offsets_begin = sections_[view_format::kInOffsets].size() / sizeof(uint32_t);
  WriteOffsets(view_format::kInOffsets, std::move(offsets), type.first_edge);
}

}  // namespace norn::graph
