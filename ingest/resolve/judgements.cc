#include "ingest/resolve/judgements.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"
#include "ingest/read/judgements_file.h"

namespace norn::ingest {
namespace {

using graph::Value;
using proto::Judgement;

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (text_.empty()) text_ = absl::StrCat(line + 1, ":", column + 1, ": ", message);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

bool IsEventId(const std::string& id) { return absl::StartsWith(id, "event/"); }

const char* NameOf(Judgement::Verdict verdict) {
  switch (verdict) {
    case Judgement::SAME:
      return "same";
    case Judgement::DIFFERENT:
      return "different";
    default:
      return "not a fact";
  }
}

// What is missing in the judgement; empty: nothing.
std::string Fault(const Judgement& judgement) {
  const int ids = judgement.id_size();
  switch (judgement.verdict()) {
    case Judgement::SAME:
      if (ids < 2) return "SAME needs two ids or more";
      break;
    case Judgement::DIFFERENT:
      if (ids != 1 || judgement.article_size() == 0) {
        return "DIFFERENT needs one id, and the articles that mean another";
      }
      break;
    case Judgement::NOT_A_FACT:
      if (ids == 0) return "NOT_A_FACT needs an id";
      break;
    default:
      return "the verdict is missing: SAME, DIFFERENT or NOT_A_FACT";
  }
  const bool first = IsEventId(judgement.id(0));
  const bool mixed = std::any_of(judgement.id().begin(), judgement.id().end(),
                                 [&](const std::string& id) { return IsEventId(id) != first; });
  return mixed ? "events and actors cannot be judged together" : "";
}

std::optional<size_t> IndexOf(const std::vector<std::string>& ids, const std::string& id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<size_t>(found - ids.begin());
}

}  // namespace

JudgementBook JudgementBook::Read(absl::Span<const proto::Article> articles,
                                  std::vector<JudgementFault>& faults) {
  std::vector<const proto::Article*> files;
  for (const proto::Article& article : articles) {
    if (IsJudgements(article)) files.push_back(&article);
  }
  std::sort(files.begin(), files.end(),
            [](const auto* a, const auto* b) { return a->name() < b->name(); });
  JudgementBook book;
  for (const proto::Article* file : files) {
    book.files_[file->name()] = file->sha256();
    proto::Judgements judgements;
    FirstError error;
    google::protobuf::TextFormat::Parser parser;
    parser.RecordErrorsTo(&error);
    if (!parser.ParseFromString(file->text(), &judgements)) {
      faults.push_back({file->name(), absl::StrCat("no judgement of it counts: ", error.text())});
      continue;
    }
    for (int i = 0; i < judgements.judgement_size(); ++i) {
      Entry entry;
      entry.judgement = judgements.judgement(i);
      entry.file = file->name();
      const std::string fault = Fault(entry.judgement);
      if (!fault.empty()) {
        faults.push_back({file->name(), absl::StrCat("judgement ", i + 1, ": ", fault)});
        continue;
      }
      book.entries_.push_back(std::move(entry));
    }
  }
  for (size_t i = 0; i < book.entries_.size(); ++i) {
    if (book.IsOfEvents(i)) continue;
    const Judgement& judgement = book.entries_[i].judgement;
    const std::string& first = judgement.id(0);
    if (judgement.verdict() == Judgement::SAME) {
      for (const std::string& id : judgement.id()) {
        if (id != first) book.same_[id] = first;
      }
    } else if (judgement.verdict() == Judgement::DIFFERENT) {
      for (const std::string& article : judgement.article()) {
        book.other_[{first, article}] = absl::StrCat(first, "-in-", article);
      }
    } else {
      book.no_facts_.insert(judgement.id().begin(), judgement.id().end());
    }
  }
  return book;
}

bool JudgementBook::IsOfEvents(size_t entry) const {
  return IsEventId(entries_[entry].judgement.id(0));
}

std::string JudgementBook::ActorFor(const std::string& id, const std::string& article) const {
  std::string now = id;
  if (const auto other = other_.find({now, article}); other != other_.end()) now = other->second;
  // Judgements that run in a circle end where they have been.
  for (size_t step = 0; step <= same_.size(); ++step) {
    const auto next = same_.find(now);
    if (next == same_.end()) break;
    now = next->second;
  }
  return now;
}

void JudgementBook::Apply(const EventSchema& schema, size_t index,
                          const std::vector<std::string>& ids,
                          std::vector<EventCluster>& clusters) {
  Entry& entry = entries_[index];
  const Judgement& judgement = entry.judgement;
  const auto first = IndexOf(ids, judgement.id(0));
  if (!first) return;
  EventCluster& kept = clusters[*first];
  std::set<size_t> gone;
  if (judgement.verdict() == Judgement::NOT_A_FACT) {
    for (const std::string& id : judgement.id()) {
      if (const auto found = IndexOf(ids, id)) gone.insert(*found);
    }
    entry.is_applied = true;
  } else if (judgement.verdict() == Judgement::SAME) {
    for (const std::string& id : judgement.id()) {
      const auto found = IndexOf(ids, id);
      if (!found || *found == *first || !gone.insert(*found).second) continue;
      JoinClusters(schema, clusters[*found], kept);
      entry.is_applied = true;
    }
    if (entry.is_applied) kept.judgements.push_back(index);
  } else {
    const std::set<std::string> apart(judgement.article().begin(), judgement.article().end());
    if (auto other = SplitCluster(schema, apart, kept)) {
      entry.is_applied = true;
      kept.judgements.push_back(index);
      other->judgements.push_back(index);
      clusters.push_back(*std::move(other));
    }
  }
  for (auto i = gone.rbegin(); i != gone.rend(); ++i) {
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(*i));
  }
}

void JudgementBook::Write(absl::Span<const EventCluster> clusters,
                          absl::Span<const std::string> event_ids,
                          graph::PropertyGraph& graph) const {
  std::set<std::string> nodes;
  for (const graph::Node& node : graph.nodes) nodes.insert(node.id);
  std::map<std::string, Value::List> not_facts;
  std::map<std::string, Value::List> not_applied;
  const auto judged = [&](const std::string& id, size_t index) {
    const Entry& entry = entries_[index];
    graph::Properties properties = {{"verdict", Value(NameOf(entry.judgement.verdict()))}};
    Value::List about;
    for (const std::string& other : entry.judgement.id()) about.emplace_back(other);
    for (const std::string& article : entry.judgement.article()) about.emplace_back(article);
    properties["about"] = Value(std::move(about));
    if (!entry.judgement.why().empty()) properties["why"] = Value(entry.judgement.why());
    graph.edges.push_back({id, absl::StrCat("judgements/", entry.file), "JUDGED_BY",
                           absl::StrCat(index), std::move(properties)});
  };
  for (size_t c = 0; c < clusters.size(); ++c) {
    for (const size_t index : clusters[c].judgements) judged(event_ids[c], index);
  }
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Judgement& judgement = entries_[i].judgement;
    bool is_applied = entries_[i].is_applied;
    if (judgement.verdict() == Judgement::NOT_A_FACT) {
      for (const std::string& id : judgement.id()) {
        not_facts[entries_[i].file].emplace_back(
            judgement.why().empty() ? id : absl::StrCat(id, ": ", judgement.why()));
      }
      is_applied |= !IsOfEvents(i);
    } else if (!IsOfEvents(i) && nodes.contains(judgement.id(0))) {
      judged(judgement.id(0), i);
      is_applied = true;
    }
    if (!is_applied) not_applied[entries_[i].file].emplace_back(judgement.id(0));
  }
  for (const auto& [name, hash] : files_) {
    graph::Node node;
    node.id = absl::StrCat("judgements/", name);
    node.labels = {"Judgements"};
    node.properties["name"] = Value(name);
    if (!hash.empty()) node.properties["sha256"] = Value(hash);
    if (not_facts.contains(name)) node.properties["not_facts"] = Value(not_facts.at(name));
    if (not_applied.contains(name)) node.properties["not_applied"] = Value(not_applied.at(name));
    graph.nodes.push_back(std::move(node));
  }
}

}  // namespace norn::ingest
