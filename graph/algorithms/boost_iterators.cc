#include "graph/algorithms/boost_iterators.h"

namespace norn::graph {
namespace {

constexpr size_t kDirections = 2;  // segments of a type: out, in

bool Walks(Incidence incidence, bool incoming) {
  if (incidence == Incidence::kOut) return !incoming;
  return incidence != Incidence::kIn || incoming;
}

}  // namespace

std::pair<IncidentEdgeIterator, IncidentEdgeIterator> IncidentEdgeIterator::Range(
    const View& view, EdgeTypes types, NodeIndex node, Incidence incidence) {
  IncidentEdgeIterator begin;
  begin.view_ = &view;
  begin.types_ = types;
  begin.node_ = node;
  begin.incidence_ = incidence;
  begin.is_source_ = incidence == Incidence::kOut || incidence == Incidence::kBoth;
  IncidentEdgeIterator end = begin;
  end.segment_ = types.size() * kDirections;
  begin.SkipEmpty();
  return {begin, end};
}

uint32_t IncidentEdgeIterator::Degree(const View& view, EdgeTypes types, NodeIndex node,
                                      Incidence incidence) {
  size_t degree = 0;
  for (EdgeTypeId type : types) {
    if (Walks(incidence, false)) degree += view.Out(node, type).size();
    if (Walks(incidence, true)) degree += view.In(node, type).size();
  }
  return static_cast<uint32_t>(degree);
}

void IncidentEdgeIterator::SkipEmpty() {
  at_ = 0;
  half_ = {};
  for (; segment_ < types_.size() * kDirections; ++segment_) {
    LoadSegment();
    if (half_.size() > 0) return;
  }
}

void IncidentEdgeIterator::LoadSegment() {
  const bool incoming = segment_ % kDirections == 1;
  const EdgeTypeId type = types_[segment_ / kDirections];
  half_ = {};
  if (Walks(incidence_, incoming))
    half_ = incoming ? view_->In(node_, type) : view_->Out(node_, type);
}

AllEdgesIterator::AllEdgesIterator(const View& view, EdgeTypes types, NodeIndex node)
    : view_(&view), types_(types), node_(node) {
  SkipEmpty();
}

void AllEdgesIterator::SkipEmpty() {
  for (; node_ < view_->node_count(); ++node_) {
    std::tie(it_, end_) = IncidentEdgeIterator::Range(*view_, types_, node_, Incidence::kOut);
    if (it_ != end_) return;
  }
  it_ = end_ = IncidentEdgeIterator();
}

}  // namespace norn::graph
