#include "graph/algorithms/communities.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace norn::graph {
namespace {

// A graph whose vertices stand for communities of the graph below; parallel edges are one, with
// their number as weight, and edges within a community are a loop, counted from both ends.
struct Level {
  std::vector<std::vector<std::pair<uint32_t, double>>> neighbours;
  std::vector<double> degree;  // weights of all edges, loops included
  double total = 0;            // of all degrees
};

Level FirstLevel(const CsrProjection& graph, base::CancellationToken& cancellation) {
  Level level;
  level.neighbours.resize(graph.vertex_count());
  level.degree.resize(graph.vertex_count());
  for (uint32_t v = 0; v < graph.vertex_count() && !cancellation.IsStopped(); ++v) {
    std::vector<uint32_t> to(graph.Out(v).begin(), graph.Out(v).end());
    std::sort(to.begin(), to.end());
    for (const uint32_t other : to) {
      auto& own = level.neighbours[v];
      if (own.empty() || own.back().first != other) own.emplace_back(other, 0);
      own.back().second += 1;
    }
    level.degree[v] = static_cast<double>(to.size());
    level.total += level.degree[v];
  }
  return level;
}

Level NextLevel(const Level& below, const std::vector<uint32_t>& community, uint32_t count,
                base::CancellationToken& cancellation) {
  std::vector<std::map<uint32_t, double>> merged(count);
  Level level;
  level.neighbours.resize(count);
  level.degree.resize(count);
  level.total = below.total;
  for (uint32_t v = 0; v < community.size() && !cancellation.IsStopped(); ++v) {
    for (const auto& [other, weight] : below.neighbours[v]) {
      merged[community[v]][community[other]] += weight;
    }
    level.degree[community[v]] += below.degree[v];
  }
  for (uint32_t c = 0; c < count; ++c) {
    level.neighbours[c].assign(merged[c].begin(), merged[c].end());
  }
  return level;
}

// Moves single vertices between communities as long as that pays. Whether any moved.
bool MoveVertices(const Level& level, base::CancellationToken& cancellation,
                  std::vector<uint32_t>& community) {
  constexpr int kMostRounds = 100;
  std::vector<double> degree_in = level.degree;  // of each community
  std::vector<double> links(level.degree.size());
  bool moved = false;
  for (int round = 0; round < kMostRounds; ++round) {
    bool moved_now = false;
    for (uint32_t v = 0; v < community.size(); ++v) {
      if (cancellation.IsStopped()) return false;
      const uint32_t own = community[v];
      for (const auto& [other, weight] : level.neighbours[v]) {
        if (other != v) links[community[other]] += weight;
      }
      degree_in[own] -= level.degree[v];
      const auto gain = [&](uint32_t c) {
        return links[c] - degree_in[c] * level.degree[v] / level.total;
      };
      uint32_t best = own;
      for (const auto& [other, weight] : level.neighbours[v]) {
        const uint32_t candidate = community[other];
        const double more = gain(candidate) - gain(best);
        constexpr double kEqual = 1e-9;
        if (more > kEqual || (more > -kEqual && best != own && candidate < best)) best = candidate;
      }
      for (const auto& [other, weight] : level.neighbours[v]) links[community[other]] = 0;
      degree_in[best] += level.degree[v];
      community[v] = best;
      moved_now |= best != own;
    }
    moved |= moved_now;
    if (!moved_now) break;
  }
  return moved;
}

}  // namespace

std::vector<uint32_t> NumberByFirst(std::vector<uint32_t> groups) {
  constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
  std::vector<uint32_t> number(groups.size(), kNone);
  uint32_t next = 0;
  for (uint32_t& group : groups) {
    if (number[group] == kNone) number[group] = next++;
    group = number[group];
  }
  return groups;
}

std::vector<uint32_t> Communities(const CsrProjection& graph, const base::KeepGoing& keep_going) {
  std::vector<uint32_t> of_vertex(graph.vertex_count());
  for (uint32_t v = 0; v < of_vertex.size(); ++v) of_vertex[v] = v;
  base::CancellationToken cancellation(keep_going);
  Level level = FirstLevel(graph, cancellation);
  while (level.total > 0) {
    std::vector<uint32_t> community(level.degree.size());
    for (uint32_t v = 0; v < community.size(); ++v) community[v] = v;
    if (!MoveVertices(level, cancellation, community)) break;
    community = NumberByFirst(std::move(community));
    for (uint32_t& c : of_vertex) c = community[c];
    const uint32_t count = *std::max_element(community.begin(), community.end()) + 1;
    if (count == community.size()) break;
    level = NextLevel(level, community, count, cancellation);
  }
  return NumberByFirst(std::move(of_vertex));
}

}  // namespace norn::graph
