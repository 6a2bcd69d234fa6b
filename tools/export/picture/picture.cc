#include "tools/export/picture/picture.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "ingest/lexicon/event_schema.h"
#include "tools/export/picture/picture_context.h"
#include "tools/export/picture/picture_events.h"
#include "tools/export/text/picture_text.h"
#include "tools/export/text/time_span.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;

// A line of the picture before it is known which nodes are shown: from, to, and what it stands for.
struct Line {
  size_t from = 0;  // index into the graph's nodes
  size_t to = 0;
  std::vector<const Edge*> edges;  // of one type
  EdgeStyle style;
  bool labelled = true;
  Change change = Change::kNone;
};

// "person: 5, meeting: 2, …": by the names of the legend.
std::string DescriptionOf(const Picture& picture) {
  std::map<std::pair<int, std::string>, size_t> counts;
  std::map<Change, size_t> changes;  // of nodes and lines
  for (const Picture::Node& node : picture.nodes) {
    ++counts[{node.style.rank, std::string(node.style.name)}];
    ++changes[node.change];
  }
  for (const Picture::Edge& edge : picture.edges) ++changes[edge.change];
  std::vector<std::string> parts;
  for (const auto& [kind, count] : counts) {
    parts.push_back(absl::StrCat(kind.second, ": ", count));
  }
  parts.push_back(absl::StrCat("lines between them: ", picture.edges.size()));
  for (const auto& [change, count] : changes) {
    if (change != Change::kNone) parts.push_back(absl::StrCat(StyleOf(change).name, ": ", count));
  }
  std::string text = absl::StrJoin(parts, ", ");
  if (!picture.subtitle.empty()) absl::StrAppend(&text, ". ", picture.subtitle);
  return text;
}

// As precisely as it is known; empty: it is not.
std::string DateOf(const Node& event) {
  const std::string date = TextOf(event.properties, "date");
  return date.empty() ? SpanOf(event.properties).first : date;
}

// A frame around a state alone would only say its name twice.
void UngroupLoneStates(Picture& picture) {
  std::map<std::string, size_t> members;
  for (const Picture::Node& node : picture.nodes) ++members[node.group];
  for (Picture::Node& node : picture.nodes) {
    if (members[node.group] == 1 && node.label == node.group) node.group.clear();
  }
}

class Chooser {
 public:
  Chooser(const PropertyGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        index_(IndexOf(graph)),
        context_(options.evidence == nullptr ? graph : *options.evidence),
        events_(graph, index_, /*may_be_told=*/!options.timeline) {}

  Picture Everything();
  Picture Digest();

 private:
  const Node& At(size_t node) const { return graph_.nodes[node]; }
  size_t From(const Edge& edge) const { return index_.at(edge.from); }
  size_t To(const Edge& edge) const { return index_.at(edge.to); }

  std::string Subtitle(const std::set<size_t>& shown) const;
  Change ChangeOfLine(const Edge& edge) const;
  void AddEventLines();
  void AddEdgeLines(bool headlines_only);
  void AddRoleLine(const Edge& edge, size_t actor, size_t event, EdgeStyle style, bool labelled);
  void AddLine(const Edge& edge, size_t from, size_t to, const EdgeStyle& style, bool labelled);
  absl::flat_hash_map<size_t, size_t> Degrees() const;
  std::set<size_t> MostConnected(const std::vector<size_t>& candidates, size_t limit) const;
  std::set<size_t> MostConnectedPairs(size_t limit) const;
  std::vector<size_t> Connected(absl::string_view label) const;
  std::set<size_t> EventsBetween(const std::set<size_t>& actors, size_t limit) const;
  std::set<size_t> WithoutIsolated(const std::set<size_t>& shown) const;
  Picture Draw(const std::set<size_t>& shown) const;

  const PropertyGraph& graph_;
  const PictureOptions& options_;
  const PictureIndex index_;
  const PictureContext context_;
  PictureEvents events_;
  size_t undated_ = 0;  // events that a timeline has no place for
  // By (from, to, type, change): lines of one type between the same two nodes are one.
  std::map<std::tuple<size_t, size_t, std::string, Change>, Line> lines_;
};

// That of the event which a headline edge came of, where the edge itself is as it was.
Change Chooser::ChangeOfLine(const Edge& edge) const {
  if (!options_.marks_changes) return Change::kNone;
  const Change own = ChangeOf(edge.properties);
  if (own != Change::kNone) return own;
  const auto event = index_.find(TextOf(edge.properties, "event"));
  return event == index_.end() ? Change::kNone : ChangeOf(At(event->second).properties);
}

void Chooser::AddLine(const Edge& edge, size_t from, size_t to, const EdgeStyle& style,
                      bool labelled) {
  if (!style.directed && from > to) std::swap(from, to);
  const Change change = ChangeOfLine(edge);
  Line& line = lines_[{from, to, edge.type, change}];
  line.from = from;
  line.to = to;
  line.style = style;
  line.labelled = labelled;
  line.change = change;
  line.edges.push_back(&edge);
}

// In the direction in which something was done or given: into the event from who did it, out of it
// to whom it was done.
void Chooser::AddRoleLine(const Edge& edge, size_t actor, size_t event, EdgeStyle style,
                          bool labelled) {
  const ingest::Role::Direction direction =
      ingest::EventSchema::BuiltIn()
          .RoleOf(TextOf(At(event).properties, "type"), TextOf(edge.properties, "role"))
          .direction();
  const bool receives = direction == ingest::Role::TO;
  style.directed = direction != ingest::Role::NO_DIRECTION;
  AddLine(edge, receives ? event : actor, receives ? actor : event, style, labelled);
}

// Lines between an event that is drawn and those who had a part in it. They look like the headline
// edge that came of it, so that a call of five is as plain to see as a call of two.
void Chooser::AddEventLines() {
  for (const auto& [event, facts] : events_.all()) {
    if (events_.IsTold(facts)) continue;
    if (options_.timeline && !SpanOf(At(event).properties).is_known()) {
      ++undated_;
      continue;
    }
    for (const auto& [actor, edge] : facts.meetings) {
      AddLine(*edge, actor, event, StyleOfType(edge->type), true);
    }
    for (const auto& [actor, edge] : facts.roles) {
      if (facts.meetings.count(actor) > 0) continue;
      const bool is_headline = facts.headline != nullptr;
      const EdgeStyle& style = StyleOfType(is_headline ? facts.headline->type : edge->type);
      AddRoleLine(*edge, actor, event, style, !is_headline);
    }
    for (const Edge* edge : facts.weapons) {
      AddLine(*edge, event, To(*edge), StyleOfType(edge->type), true);
    }
  }
}

void Chooser::AddEdgeLines(bool headlines_only) {
  for (const Edge& edge : graph_.edges) {
    if (headlines_only) {
      if (edge.type != "SPOKE_WITH" && edge.type != "SUPPLIED") continue;
      const auto event = index_.find(TextOf(edge.properties, "event"));
      if (event != index_.end() && !events_.IsTold(event->second)) continue;
    }
    if (edge.type == "PARTICIPATED_IN" && HasLabel(At(To(edge)), "Event")) {
      AddRoleLine(edge, From(edge), To(edge), StyleOfType(edge.type), true);
    } else {
      AddLine(edge, From(edge), To(edge), StyleOfType(edge.type), true);
    }
  }
}

std::vector<size_t> Chooser::Connected(absl::string_view label) const {
  std::set<size_t> ends;
  for (const auto& [key, line] : lines_) {
    for (const size_t end : {line.from, line.to}) {
      if (HasLabel(At(end), label)) ends.insert(end);
    }
  }
  return {ends.begin(), ends.end()};
}

// How many edges of the graph the lines of each node stand for.
absl::flat_hash_map<size_t, size_t> Chooser::Degrees() const {
  absl::flat_hash_map<size_t, size_t> degree;
  for (const auto& [key, line] : lines_) {
    degree[line.from] += line.edges.size();
    degree[line.to] += line.edges.size();
  }
  return degree;
}

std::set<size_t> Chooser::MostConnected(const std::vector<size_t>& candidates, size_t limit) const {
  const absl::flat_hash_map<size_t, size_t> degree = Degrees();
  std::vector<std::pair<int64_t, size_t>> order;
  for (const size_t node : candidates) {
    const auto at = degree.find(node);
    order.emplace_back(at == degree.end() ? 0 : -static_cast<int64_t>(at->second), node);
  }
  std::sort(order.begin(), order.end());
  std::set<size_t> kept;
  for (size_t i = 0; i < std::min(limit, order.size()); ++i) kept.insert(order[i].second);
  return kept;
}

// The events that still have both sides among `actors`; of too many, those that most articles
// report.
std::set<size_t> Chooser::EventsBetween(const std::set<size_t>& actors, size_t limit) const {
  std::vector<std::pair<int64_t, size_t>> order;
  for (const auto& [event, facts] : events_.all()) {
    if (events_.IsTold(facts)) continue;
    std::set<size_t> left;
    for (const auto& [actor, edge] : facts.roles) {
      if (actors.count(actor) > 0) left.insert(actor);
    }
    for (const auto& [actor, edge] : facts.meetings) {
      if (actors.count(actor) > 0) left.insert(actor);
    }
    if (left.empty() || left.size() < std::min<size_t>(2, facts.Participants())) continue;
    const auto reports = At(event).properties.find("reports");
    const int64_t* const count =
        reports == At(event).properties.end() ? nullptr : reports->second.As<int64_t>();
    order.emplace_back(count == nullptr ? 0 : -*count, event);
  }
  std::sort(order.begin(), order.end());
  std::set<size_t> kept;
  for (size_t i = 0; i < std::min(limit, order.size()); ++i) kept.insert(order[i].second);
  return kept;
}

// Nodes whose every neighbour is left out say nothing.
std::set<size_t> Chooser::WithoutIsolated(const std::set<size_t>& shown) const {
  std::set<size_t> connected;
  for (const auto& [key, line] : lines_) {
    if (shown.count(line.from) > 0 && shown.count(line.to) > 0) {
      connected.insert(line.from);
      connected.insert(line.to);
    }
  }
  return connected;
}

// Of the events that are drawn, and of those that a drawn edge stands for.
std::string Chooser::Subtitle(const std::set<size_t>& shown) const {
  // Told as precisely as it is known.
  std::pair<std::string, std::string> first, last;
  const auto take = [&](const graph::Properties& properties) {
    const TimeSpan span = SpanOf(properties);
    if (!span.is_known()) return;
    const std::string date = TextOf(properties, "date");
    if (first.first.empty() || span.first < first.first) first = {span.first, date};
    if (span.last > last.first) last = {span.last, date};
  };
  std::set<std::string> events;
  for (const size_t node : shown) {
    if (!HasLabel(At(node), "Event")) continue;
    take(At(node).properties);
    events.insert(At(node).id);
    for (const size_t other : events_.AlikeOf(node)) events.insert(At(other).id);
  }
  for (const auto& [key, line] : lines_) {
    if (shown.count(line.from) == 0 || shown.count(line.to) == 0) continue;
    for (const Edge* edge : line.edges) {
      take(edge->properties);
      events.insert(TextOf(edge->properties, "event"));
    }
  }
  const std::set<std::string> articles = context_.ArticlesOn(events);
  std::vector<std::string> parts;
  if (!first.first.empty()) {
    parts.push_back(first.second == last.second ? first.second
                                                : absl::StrCat(first.second, " to ", last.second));
  }
  if (!articles.empty()) {
    const std::string sources = context_.SourcesOf(articles);
    parts.push_back(absl::StrCat(articles.size(), articles.size() == 1 ? " article" : " articles",
                                 sources.empty() ? "" : " of ", sources));
  }
  if (options_.generation > 0) parts.push_back(absl::StrCat("generation ", options_.generation));
  return absl::StrJoin(parts, " · ");
}

Picture Chooser::Draw(const std::set<size_t>& shown) const {
  Picture picture;
  picture.title = options_.title;
  picture.subtitle = Subtitle(shown);
  picture.is_timeline = options_.timeline;
  absl::flat_hash_map<size_t, size_t> place;
  for (const size_t node : shown) {
    place.emplace(node, picture.nodes.size());
    Picture::Node& drawn = picture.nodes.emplace_back();
    drawn.id = At(node).id;
    drawn.label = events_.LabelOf(node);
    drawn.tooltip = NodeTooltip(At(node));
    drawn.style = StyleOfLabels(At(node).labels);
    drawn.reality = RealityOf(At(node));
    drawn.url = context_.UrlOf(At(node).id);
    if (options_.by_state) drawn.group = context_.StateOf(At(node).id);
    if (HasLabel(At(node), "Event")) drawn.date = DateOf(At(node));
    if (options_.marks_changes) drawn.change = ChangeOf(At(node).properties);
  }
  UngroupLoneStates(picture);
  for (const auto& [key, line] : lines_) {
    const auto from = place.find(line.from);
    const auto to = place.find(line.to);
    if (from == place.end() || to == place.end()) continue;
    Picture::Edge& drawn = picture.edges.emplace_back();
    drawn.from = from->second;
    drawn.to = to->second;
    const bool at_event = HasLabel(At(line.from), "Event") || HasLabel(At(line.to), "Event");
    if (line.labelled) drawn.label = EdgeLabel(line.edges, /*with_dates=*/!at_event);
    drawn.tooltip = EdgeTooltip(line.edges);
    drawn.style = line.style;
    drawn.reality = std::max(RealityOf(At(line.from)), RealityOf(At(line.to)));
    drawn.count = line.edges.size();
    drawn.url = context_.UrlOf(*line.edges.front());
    drawn.change = line.change;
    ++picture.nodes[drawn.from].degree;
    ++picture.nodes[drawn.to].degree;
  }
  picture.description = DescriptionOf(picture);
  return picture;
}

// As many nodes as fit, with the lines first whose ends have most: who is shown is shown with
// somebody.
std::set<size_t> Chooser::MostConnectedPairs(size_t limit) const {
  const absl::flat_hash_map<size_t, size_t> degree = Degrees();
  std::vector<std::tuple<int64_t, size_t, size_t>> order;
  for (const auto& [key, line] : lines_) {
    const size_t both = degree.at(line.from) + degree.at(line.to);
    order.emplace_back(-static_cast<int64_t>(both), line.from, line.to);
  }
  std::sort(order.begin(), order.end());
  std::set<size_t> shown;
  for (const auto& [rank, from, to] : order) {
    std::set<size_t> more = {from, to};
    more.insert(shown.begin(), shown.end());
    if (more.size() <= limit) shown = std::move(more);
  }
  return shown;
}

Picture Chooser::Everything() {
  AddEdgeLines(/*headlines_only=*/false);
  std::set<size_t> shown = MostConnectedPairs(options_.max_nodes);
  // Those without a line, where there is room.
  const absl::flat_hash_map<size_t, size_t> degree = Degrees();
  for (size_t i = 0; i < graph_.nodes.size() && shown.size() < options_.max_nodes; ++i) {
    if (!degree.contains(i)) shown.insert(i);
  }
  Picture picture = Draw(shown);
  if (picture.nodes.size() < graph_.nodes.size()) {
    picture.omission = absl::StrCat("shows the ", picture.nodes.size(), " most connected of ",
                                    graph_.nodes.size(), " nodes");
  }
  return picture;
}

Picture Chooser::Digest() {
  if (!options_.marks_changes) events_.JoinAlike(/*over_and_over=*/!options_.timeline);
  AddEventLines();
  AddEdgeLines(/*headlines_only=*/true);

  const std::vector<size_t> actors = Connected("Actor");
  const size_t all_events = Connected("Event").size();
  std::set<size_t> chosen = MostConnected(actors, options_.max_nodes);
  const std::set<size_t> events = EventsBetween(chosen, options_.max_nodes);
  chosen.insert(events.begin(), events.end());
  for (const size_t event : events) {
    for (const Edge* edge : events_.all().at(event).weapons) chosen.insert(To(*edge));
  }
  const std::set<size_t> shown = WithoutIsolated(chosen);
  Picture picture = Draw(shown);

  const auto count = [&](absl::string_view label) -> size_t {
    return std::count_if(shown.begin(), shown.end(),
                         [&](size_t node) { return HasLabel(At(node), label); });
  };
  std::vector<std::string> parts;
  if (count("Actor") < actors.size()) {
    parts.push_back(
        absl::StrCat("the ", count("Actor"), " most connected of ", actors.size(), " actors"));
  }
  if (count("Event") < all_events) {
    parts.push_back(absl::StrCat(count("Event"), " of ", all_events, " events"));
  }
  if (!parts.empty()) picture.omission = absl::StrCat("shows ", absl::StrJoin(parts, " and "));
  if (undated_ > 0) {
    absl::StrAppend(&picture.omission, picture.omission.empty() ? "" : "; ", "leaves out ",
                    undated_, undated_ == 1 ? " event" : " events", " without a date");
  }
  if (shown.empty()) picture.omission = "nothing to show: no event connects two actors";
  return picture;
}

}  // namespace

Picture MakePicture(const PropertyGraph& graph, const PictureOptions& options) {
  Chooser chooser(graph, options);
  return options.everything ? chooser.Everything() : chooser.Digest();
}

}  // namespace norn::tools
