// Clauses and patterns; printer_expressions.cc has the rest.
#include "query/printer/printer.h"

#include <functional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/printer/printer_impl.h"

namespace norn::query {

std::string PrintLabels(const LabelExpr& labels) {
  auto join = [&labels](const char* separator) {
    std::string inner = absl::StrJoin(
        labels.children, separator,
        [](std::string* out, const LabelExpr& child) { out->append(PrintLabels(child)); });
    return absl::StrCat("(", inner, ")");
  };
  switch (labels.kind) {
    case LabelExpr::Kind::kName:
      return PrintName(labels.name);
    case LabelExpr::Kind::kAnd:
      return join("&");
    case LabelExpr::Kind::kOr:
      return join("|");
    case LabelExpr::Kind::kNot:
      return absl::StrCat("!", PrintLabels(labels.children[0]));
    case LabelExpr::Kind::kAny:
      return "%";
  }
  return "";
}

namespace {

std::string Filling(const std::string& variable, const Box<LabelExpr>& labels,
                    const std::string& length, const Box<Expr>& properties,
                    const Box<Expr>& where) {
  std::string out = variable.empty() ? "" : PrintName(variable);
  if (labels) absl::StrAppend(&out, ":", PrintLabels(*labels));
  out += length;
  if (properties) absl::StrAppend(&out, " ", Print(*properties));
  if (where) absl::StrAppend(&out, " WHERE ", Print(*where));
  return out;
}

std::string Length(const RelationshipPattern& pattern) {
  if (!pattern.variable_length) return "";
  if (pattern.min.has_value() && pattern.min == pattern.max) return absl::StrCat("*", *pattern.min);
  std::string out = "*";
  if (pattern.min.has_value()) absl::StrAppend(&out, *pattern.min);
  if (pattern.min.has_value() || pattern.max.has_value()) out += "..";
  if (pattern.max.has_value()) absl::StrAppend(&out, *pattern.max);
  return out;
}

template <typename T, typename F>
std::string Join(const std::vector<T>& items, F print) {
  return absl::StrJoin(items, ", ",
                       [&](std::string* out, const T& item) { out->append(print(item)); });
}

std::string PrintPath(const PathPattern& path) { return Print(path); }
std::string PrintExpr(const Expr& expr) { return Print(expr); }

std::string PrintItem(const ProjectionItem& item) {
  return item.has_alias ? absl::StrCat(Print(item.expr), " AS ", PrintName(item.name))
                        : Print(item.expr);
}

std::string PrintSetItem(const SetItem& item) {
  if (item.kind == SetItem::Kind::kLabels) {
    std::string out = Print(item.target);
    for (const std::string& label : item.labels) absl::StrAppend(&out, ":", PrintName(label));
    return out;
  }
  const char* op = item.kind == SetItem::Kind::kMerge ? " += " : " = ";
  return absl::StrCat(Print(item.target), op, Print(item.value));
}

struct ClausePrinter {
  std::string operator()(const MatchClause& clause) const {
    std::string out = absl::StrCat(clause.optional ? "OPTIONAL MATCH " : "MATCH ",
                                   clause.paths[0].repeatable ? "REPEATABLE ELEMENTS " : "",
                                   Join(clause.paths, PrintPath));
    if (clause.where) absl::StrAppend(&out, " WHERE ", Print(*clause.where));
    return out;
  }
  std::string operator()(const UnwindClause& clause) const {
    return absl::StrCat("UNWIND ", Print(clause.list), " AS ", PrintName(clause.variable));
  }
  std::string operator()(const SubqueryClause& clause) const {
    std::string out = clause.optional ? "OPTIONAL CALL " : "CALL ";
    if (clause.has_scope) {
      absl::StrAppend(&out, "(", clause.scope_star ? "*" : Join(clause.scope, PrintName), ") ");
    }
    return absl::StrCat(out, "{ ", Print(*clause.query), " }");
  }
  std::string operator()(const ProjectionClause& clause) const {
    if (clause.is_finish) return "FINISH";
    if (clause.is_let) {
      return absl::StrCat("LET ", Join(clause.items, [](const ProjectionItem& item) {
                            return absl::StrCat(PrintName(item.name), " = ", Print(item.expr));
                          }));
    }
    std::string out = clause.is_return ? "RETURN " : "WITH ";
    if (clause.distinct) out += "DISTINCT ";
    if (clause.star) out += clause.items.empty() ? "*" : "*, ";
    out += Join(clause.items, PrintItem);
    if (!clause.order.empty()) {
      absl::StrAppend(&out, " ORDER BY ", Join(clause.order, [](const SortItem& item) {
        return absl::StrCat(Print(item.expr), item.descending ? " DESC" : "");
      }));
    }
    if (clause.skip) absl::StrAppend(&out, " SKIP ", Print(*clause.skip));
    if (clause.limit) absl::StrAppend(&out, " LIMIT ", Print(*clause.limit));
    if (clause.where) absl::StrAppend(&out, " WHERE ", Print(*clause.where));
    return out;
  }
  std::string operator()(const CallClause& call) const {
    std::string out = absl::StrCat("CALL ", call.procedure);
    if (call.has_arguments) absl::StrAppend(&out, "(", Join(call.arguments, PrintExpr), ")");
    if (!call.has_yield) return out;
    std::string yields = Join(call.yields, [](const YieldItem& item) {
      return absl::StrCat(PrintName(item.field), " AS ", PrintName(item.variable));
    });
    absl::StrAppend(&out, " YIELD ", call.yield_star ? "*" : (yields.empty() ? "-" : yields));
    if (call.where) absl::StrAppend(&out, " WHERE ", Print(*call.where));
    return out;
  }
  std::string operator()(const CreateClause& clause) const {
    return absl::StrCat("CREATE ", Join(clause.paths, PrintPath));
  }
  std::string operator()(const SetClause& clause) const {
    if (!clause.remove) return absl::StrCat("SET ", Join(clause.items, PrintSetItem));
    return absl::StrCat("REMOVE ", Join(clause.items, [](const SetItem& item) {
                          return item.kind == SetItem::Kind::kLabels ? PrintSetItem(item)
                                                                     : Print(item.target);
                        }));
  }
  std::string operator()(const MergeClause& clause) const {
    std::string out = absl::StrCat("MERGE ", Print(clause.path));
    if (!clause.on_create.empty()) {
      absl::StrAppend(&out, " ON CREATE SET ", Join(clause.on_create, PrintSetItem));
    }
    if (!clause.on_match.empty()) {
      absl::StrAppend(&out, " ON MATCH SET ", Join(clause.on_match, PrintSetItem));
    }
    return out;
  }
  std::string operator()(const DeleteClause& clause) const {
    return absl::StrCat(clause.detach ? "DETACH DELETE " : "DELETE ",
                        Join(clause.targets, PrintExpr));
  }
};

}  // namespace

std::string Print(const NodePattern& node) {
  return absl::StrCat("(", Filling(node.variable, node.labels, "", node.properties, node.where),
                      ")");
}

std::string Print(const RelationshipPattern& pattern) {
  if (pattern.group) {
    const std::string where =
        pattern.where ? absl::StrCat(" WHERE ", Print(*pattern.where)) : std::string();
    return absl::StrCat("(", Print(*pattern.group), where, "){", pattern.min.value_or(1), ",",
                        pattern.max.has_value() ? absl::StrCat(*pattern.max) : "", "}");
  }
  std::string inner =
      Filling(pattern.variable, pattern.types, Length(pattern), pattern.properties, pattern.where);
  std::string detail = inner.empty() ? "" : absl::StrCat("[", inner, "]");
  return absl::StrCat(pattern.direction == Direction::kIn ? "<-" : "-", detail,
                      pattern.direction == Direction::kOut ? "->" : "-");
}

std::string Print(const PathPattern& path) {
  std::string out;
  for (size_t i = 0; i < path.nodes.size(); ++i) {
    if (i > 0) out += Print(path.relationships[i - 1]);
    out += Print(path.nodes[i]);
  }
  if (path.restrictor == PathRestrictor::kAcyclic) out = absl::StrCat("ACYCLIC ", out);
  if (path.restrictor == PathRestrictor::kWalk && !path.repeatable)
    out = absl::StrCat("WALK ", out);
  if (path.chosen_first) {
    if (path.where) absl::StrAppend(&out, " WHERE ", Print(*path.where));
    out = absl::StrCat("SHORTEST ", path.count,
                       path.mode == PathMode::kAllShortest ? " GROUPS (" : " (", out, ")");
    return path.variable.empty() ? out : absl::StrCat(PrintName(path.variable), " = ", out);
  }
  if (path.mode == PathMode::kShortest) out = absl::StrCat("shortestPath(", out, ")");
  if (path.mode == PathMode::kAllShortest) out = absl::StrCat("allShortestPaths(", out, ")");
  return path.variable.empty() ? out : absl::StrCat(PrintName(path.variable), " = ", out);
}

std::string Print(const Query& query) {
  std::string out = query.mode == QueryMode::kExplain
                        ? "EXPLAIN "
                        : (query.mode == QueryMode::kProfile ? "PROFILE " : "");
  for (size_t i = 0; i < query.parts.size(); ++i) {
    if (i > 0) out += query.union_all ? " UNION ALL " : " UNION ";
    out += absl::StrJoin(query.parts[i].clauses, " ", [](std::string* text, const Clause& clause) {
      text->append(std::visit(ClausePrinter(), clause.body));
    });
  }
  return out;
}

}  // namespace norn::query
