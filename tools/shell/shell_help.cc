#include "tools/shell/shell_help.h"

#include <algorithm>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace norn::tools {
namespace {

struct Topic {
  const char* name;
  const char* text;
};

constexpr Topic kTopics[] = {
    {"direction",
     "Some relationships have a direction of meaning: (supplier)-[:SUPPLIED]->(recipient).\n"
     "SPOKE_WITH has none: a conversation is stored once, from one of the two to the other. Ask "
     "for\n"
     "it without an arrow, or you find only half of them:\n"
     "  MATCH (a {name: 'Ada Berg'})-[:SPOKE_WITH]-(b) RETURN b.name;\n"
     "Where both ends are free, each conversation then comes twice, once from each side:\n"
     "  MATCH (a)-[s:SPOKE_WITH]-(b) WHERE a.id < b.id RETURN a.name, b.name, count(s);\n"},
    {"names",
     "A node has a name in the articles' language and aliases. Find it by any of them:\n"
     "  :find zelenskij\n"
     "  CALL norn.find('zelenskij') YIELD node RETURN node.name, node.id;\n"},
    {"status",
     "An event's status says whether it happened, is planned, proposed, withheld, denied …\n"
     "  MATCH (e:Event) RETURN e.status, count(*);\n"
     "SPOKE_WITH, MET_AT and SUPPLIED are only of what happened.\n"},
    {"sources",
     "Each event has an edge to each article that reports it, with the sentence:\n"
     "  MATCH (e:Event)-[r:REPORTED_IN]->(a:Article) RETURN e.name, r.quote, a.name LIMIT 10;\n"
     ":explain ID shows the same of one event, with the rule and the words.\n"},
    {"scripts",
     "norn shell -f FILE runs a file's statements, -c 'STATEMENTS' those of the command line, and "
     "a\n"
     "pipe works too. The first mistake ends it with its place and exit code 64; with "
     "--keep-going\n"
     "the rest runs, and the exit code tells all the same.\n"},
};

constexpr ShellQuestion kExamples[] = {
    {"Who spoke with whom most often?",
     "MATCH (a:Actor)-[s:SPOKE_WITH]-(b:Actor) WHERE a.id < b.id "
     "RETURN a.name, b.name, count(s) AS times ORDER BY times DESC LIMIT 10;"},
    {"Whom did one of them speak with, and when? (without an arrow: see :help direction)",
     "MATCH (a:Actor)-[s:SPOKE_WITH]-(b:Actor) WHERE a.name CONTAINS 'a' "
     "RETURN a.name, b.name, s.date ORDER BY s.date LIMIT 10;"},
    {"Who met, and where?",
     "MATCH (a:Actor)-[:MET_AT]->(e:Event) RETURN e.date, e.place, collect(a.name);"},
    {"Who supplied what to whom?",
     "MATCH (a)-[s:SUPPLIED]->(b) RETURN a.name, b.name, s.weapons, s.date;"},
    {"What was promised, and no report says that it was delivered?",
     "MATCH (a)-[p:PARTICIPATED_IN {role: 'recipient'}]->(e:Event {type: 'supply'}) "
     "WHERE e.status <> 'happened' AND NOT EXISTS { MATCH ()-[:SUPPLIED]->(a) } "
     "RETURN a.name, e.status, e.date;"},
    {"What is planned?",
     "MATCH (e:Event {status: 'planned'})<-[:PARTICIPATED_IN]-(a) "
     "RETURN e.type, e.date, collect(a.name);"},
    {"Which sentence says so?",
     "MATCH (e:Event)-[r:REPORTED_IN]->(n:Article) RETURN e.id, r.quote, n.name LIMIT 10;"},
};

}  // namespace

std::string ShellExamples() {
  std::string text;
  for (size_t i = 0; i < std::size(kExamples); ++i) {
    absl::StrAppend(&text, i + 1, ". ", kExamples[i].question, "\n   ", kExamples[i].query, "\n");
  }
  absl::StrAppend(
      &text,
      ":examples 1 asks the first one; then :draw draws it (:draw page.html: to look around "
      "in), and\nthe arrow keys bring it back to be changed.\n");
  return text;
}

absl::StatusOr<ShellQuestion> ShellExample(absl::string_view number) {
  size_t wanted = 0;
  if (!absl::SimpleAtoi(number, &wanted) || wanted < 1 || wanted > std::size(kExamples)) {
    return absl::InvalidArgumentError(
        absl::StrCat("there are the examples 1 to ", std::size(kExamples)));
  }
  return kExamples[wanted - 1];
}

const std::vector<std::string>& HelpTopics() {
  static const auto* const names = [] {
    auto* all = new std::vector<std::string>();
    for (const Topic& topic : kTopics) all->emplace_back(topic.name);
    return all;
  }();
  return *names;
}

std::optional<absl::string_view> HelpOnTopic(absl::string_view topic) {
  const auto* const at = std::find_if(
      std::begin(kTopics), std::end(kTopics),
      [topic](const Topic& candidate) { return absl::EqualsIgnoreCase(candidate.name, topic); });
  if (at == std::end(kTopics)) return std::nullopt;
  return at->text;
}

}  // namespace norn::tools
