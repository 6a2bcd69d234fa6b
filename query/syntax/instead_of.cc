#include "query/syntax/instead_of.h"

#include <cstddef>

#include "absl/strings/match.h"
#include "absl/types/span.h"

namespace norn::query {

namespace {

struct Row {
  const char* name;  // a name, or with a dot at its end all names that begin so
  const char* instead;
};

constexpr char kOneGraph[] =
    "norn has one graph in a folder: name it with --graph, and ask without USE";
constexpr char kNoApoc[] =
    "norn has no APOC library: CALL db.functions() and CALL db.procedures() list what there is";
constexpr char kNoGds[] =
    "norn has no GDS library: its algorithms are procedures called algo.…, over the graph itself; "
    "CALL db.procedures() lists them";
constexpr char kNoPoints[] =
    "norn has no points: keep latitude and longitude as numbers; with them in radians, "
    "2 * asin(sqrt(haversin(lat2 - lat1) + cos(lat1) * cos(lat2) * haversin(lon2 - lon1))) times "
    "the earth's radius is the distance";
constexpr char kNoSchema[] = "nothing of a graph's schema is made or removed by hand";
constexpr char kNoUsers[] = "norn has no users: who may read the graph's folder may ask it";

constexpr Row kClauses[] = {
    {"USE", kOneGraph},
    {"LOAD", "a query reads no files: `norn import` makes a graph of CSV files"},
    {"FOREACH", "a stored graph is only read; on a scratch graph write UNWIND … AS x CREATE …"},
    {"GROUP", "leave GROUP BY out: an aggregate groups by the columns beside it"},
    {"HAVING", "write WITH …, count(*) AS c WHERE c > 1"},
    {"SELECT", "write MATCH (n:Label) RETURN n.property"},
    {"FROM", "write MATCH (n:Label) RETURN n.property"},
    {"JOIN", "a pattern joins: MATCH (a)-[:TYPE]->(b)"},
    {"INSERT", "write CREATE, on a scratch graph; a stored graph is only read"},
    {"UPDATE", "write MATCH … SET, on a scratch graph; a stored graph is only read"},
    {"START", "write MATCH (n {id: '…'})"},
    {"USING", "leave hints out: the planner chooses by the graph's own counts"},
    {"EXCEPT", "write WHERE NOT EXISTS { … }"},
    {"INTERSECT", "write WHERE EXISTS { … }"},
    {"DROP", kNoSchema},
    {"ALTER", kNoSchema},
    {"GRANT", kNoUsers},
    {"REVOKE", kNoUsers},
    {"DENY", kNoUsers},
    {"TERMINATE", "Ctrl-C ends the query that runs"},
    {"BEGIN", "norn has no transactions: each query is one"},
    {"COMMIT", "norn has no transactions: each query is one"},
};

constexpr Row kShows[] = {
    {"INDEX", "labels, ids, names and dates are indexed in every graph"},
    {"INDEXES", "labels, ids, names and dates are indexed in every graph"},
    {"CONSTRAINT", "a graph has no constraints but that ids are unique"},
    {"CONSTRAINTS", "a graph has no constraints but that ids are unique"},
    {"DATABASE", "norn has one graph in a folder; `norn check` says whether it is sound"},
    {"DATABASES", "norn has one graph in a folder; `norn check` says whether it is sound"},
    {"TRANSACTIONS", "norn has no transactions: each query is one"},
    {"SETTINGS", "norn query --help shows what can be set"},
    {"USERS", kNoUsers},
    {"ROLES", kNoUsers},
    {"PRIVILEGES", kNoUsers},
};

constexpr Row kFunctions[] = {
    {"point", kNoPoints},
    {"distance", kNoPoints},
    {"point.", kNoPoints},
    {"apoc.coll.toSet", "write coll.distinct(list)"},
    {"apoc.coll.sort", "write coll.sort(list)"},
    {"apoc.coll.max", "write coll.max(list)"},
    {"apoc.coll.min", "write coll.min(list)"},
    {"apoc.coll.flatten", "write coll.flatten(list)"},
    {"apoc.coll.indexOf", "write coll.indexOf(list, value)"},
    {"apoc.coll.contains", "write value IN list"},
    {"apoc.coll.sum", "write reduce(s = 0, x IN list | s + x)"},
    {"apoc.coll.avg", "write UNWIND list AS x RETURN avg(x)"},
    {"apoc.coll.intersection", "write [x IN one WHERE x IN other]"},
    {"apoc.coll.subtract", "write [x IN one WHERE NOT x IN other]"},
    {"apoc.coll.union", "write coll.distinct(one + other)"},
    {"apoc.text.join", "write reduce(s = head(list), x IN tail(list) | s + ',' + x)"},
    {"apoc.text.split", "write split(text, delimiter)"},
    {"apoc.text.replace", "write replace(text, part, other)"},
    {"apoc.text.levenshteinDistance", "CALL norn.find(text) finds names that are misspelt"},
    {"apoc.text.fuzzyMatch", "CALL norn.find(text) finds names that are misspelt"},
    {"apoc.map.merge", "write n{.*, key: value}"},
    {"apoc.create.uuid", "write randomUUID()"},
    {"apoc.date.format", "write toString(datetime.fromEpochMillis(n))"},
    {"apoc.date.parse", "write datetime(text).epochMillis"},
    {"apoc.node.degree", "write degree(node) or COUNT { (node)--() }"},
    {"apoc.meta.cypher.type", "write valueType(value)"},
    {"apoc.meta.type", "write valueType(value)"},
    {"apoc.", kNoApoc},
    {"gds.", kNoGds},
    {"db.nameFromElementId", kOneGraph},
    {"graph.", kOneGraph},
    {"file", "a query reads no files: `norn import` makes a graph of CSV files"},
    {"linenumber", "a query reads no files: `norn import` makes a graph of CSV files"},
    {"vector.", "norn has no vectors: CALL norn.find(text) finds nodes by their names"},
    {"genai.", "norn calls no other server"},
    {"cast", "write toInteger(x), toFloat(x), toString(x) or toBoolean(x)"},
    {"allReduce", "write all(…) over a list that reduce(…) makes"},
    {"format", "write toString(value), or its parts: value.year, value.month, value.day"},
    {"string_agg", "write reduce(s = head(list), x IN tail(list) | s + ',' + x)"},
    {"group_concat", "write collect(x)"},
    {"ifnull", "write coalesce(x, y)"},
    {"nvl", "write coalesce(x, y)"},
    {"len", "write size(x)"},
    {"now", "write datetime()"},
    {"uuid", "write randomUUID()"},
};

constexpr Row kProcedures[] = {
    {"apoc.path.subgraphNodes", "write MATCH (start)-[*0..2]-(node) RETURN DISTINCT node"},
    {"apoc.path.subgraphAll", "write MATCH p = (start)-[*0..2]-() RETURN p"},
    {"apoc.path.expand", "write MATCH p = (start)-[:TYPE*1..2]-() RETURN p"},
    {"apoc.path.expandConfig", "write MATCH p = (start)-[:TYPE*1..2]-() RETURN p"},
    {"apoc.path.spanningTree", "CALL algo.distances(start) yields how far away each node is"},
    {"apoc.algo.dijkstra", "CALL algo.shortest_path(start, end, {weight: 'property'})"},
    {"apoc.algo.aStar", "CALL algo.shortest_path(start, end, {weight: 'property'})"},
    {"apoc.neighbors.tohop", "write MATCH (start)-[*1..2]-(node) RETURN DISTINCT node"},
    {"apoc.meta.schema", "CALL db.schema()"},
    {"apoc.meta.stats", "CALL db.labels() and CALL db.relationship_types()"},
    {"apoc.meta.graph", "CALL db.schema()"},
    {"apoc.help", "CALL db.procedures() and CALL db.functions()"},
    {"apoc.export.", "`norn export --graph DIR --format FORMAT` writes a graph for other programs"},
    {"apoc.load.", "a query reads no files: `norn import` makes a graph of CSV files"},
    {"apoc.periodic.", "a stored graph is only read: nothing needs to be done in portions"},
    {"apoc.cypher.", "a query is one text: subqueries are written CALL (x) { … }"},
    {"apoc.", kNoApoc},
    {"gds.pageRank.", "CALL algo.pagerank()"},
    {"gds.betweenness.", "CALL algo.betweenness()"},
    {"gds.closeness.", "CALL algo.closeness()"},
    {"gds.degree.", "CALL algo.degree()"},
    {"gds.louvain.", "CALL algo.communities()"},
    {"gds.leiden.", "CALL algo.communities()"},
    {"gds.labelPropagation.", "CALL algo.communities()"},
    {"gds.wcc.", "CALL algo.components()"},
    {"gds.scc.", "CALL algo.strong_components()"},
    {"gds.triangleCount.", "CALL algo.triangles()"},
    {"gds.kcore.", "CALL algo.k_core()"},
    {"gds.shortestPath.", "CALL algo.shortest_path(start, end, {weight: 'property'})"},
    {"gds.bfs.", "CALL algo.distances(start)"},
    {"gds.graph.", "leave the projection out: algorithms take {labels: …, types: …}"},
    {"gds.", kNoGds},
    {"db.index.fulltext.", "CALL norn.find(text) finds nodes by name, also misspelt"},
    {"db.index.vector.", "norn has no vectors: CALL norn.find(text) finds nodes by their names"},
    {"db.index", "labels, ids, names and dates are indexed in every graph"},
    {"db.indexes", "labels, ids, names and dates are indexed in every graph"},
    {"db.constraints", "a graph has no constraints but that ids are unique"},
    {"db.schema.nodeTypeProperties", "CALL db.schema()"},
    {"db.schema.relTypeProperties", "CALL db.schema()"},
    {"db.stats.", "EXPLAIN and PROFILE show what a query does"},
    {"dbms.listConfig", "norn query --help shows what can be set"},
    {"dbms.functions", "CALL db.functions()"},
    {"dbms.procedures", "CALL db.procedures()"},
    {"dbms.security.", kNoUsers},
    {"dbms.showCurrentUser", kNoUsers},
    {"dbms.", "norn is no server: there is nothing to manage"},
    {"tx.", "norn has no transactions: each query is one"},
};

// The first row that fits: names that are told apart stand before those that take in all of a kind.
absl::string_view Find(absl::Span<const Row> rows, absl::string_view name) {
  for (const Row& row : rows) {
    const absl::string_view known = row.name;
    const bool is_family = absl::EndsWith(known, ".");
    if (is_family ? absl::StartsWithIgnoreCase(name, known) : absl::EqualsIgnoreCase(name, known)) {
      return row.instead;
    }
  }
  return "";
}

}  // namespace

absl::string_view InsteadOfClause(absl::string_view first_word) {
  return Find(kClauses, first_word);
}
absl::string_view InsteadOfShow(absl::string_view what) { return Find(kShows, what); }
absl::string_view InsteadOfFunction(absl::string_view name) { return Find(kFunctions, name); }
absl::string_view InsteadOfProcedure(absl::string_view name) { return Find(kProcedures, name); }

}  // namespace norn::query
