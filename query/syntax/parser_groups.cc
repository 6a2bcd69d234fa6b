// Groups of a path's steps: ((a)-[r]->(b) WHERE …){1,3}; and a whole path in parentheses.
#include <algorithm>
#include <utility>

#include "query/syntax/parser_impl.h"

namespace norn::query {

// ((a)-…, (p = (a)-…: a path in parentheses, where a node could stand.
bool Parser::AtGroup() const {
  if (!AtSymbol("(")) return false;
  return AtSymbol("(", 1) || (AtName(1) && AtSymbol("=", 2) && AtSymbol("(", 3));
}

// As ParsePathElements, with groups among the elements.
void Parser::ParsePathParts(PathPattern& path) {
  if (!AtGroup()) {
    path.nodes.push_back(ParseNode());
  } else if (TakeWholeGroup(path)) {
    return;
  }
  while (!failed()) {
    if (AtGroup()) {
      ParseGroup(path, false);
    } else if (AtRelationship()) {
      path.relationships.push_back(ParseRelationship());
      path.nodes.push_back(ParseNode());
    } else {
      break;
    }
  }
}

// A path that is all in parentheses, (path WHERE …), is the path. Otherwise the group is the first
// of several elements, and stands behind a node without a name.
bool Parser::TakeWholeGroup(PathPattern& path) {
  path.nodes.emplace_back();
  ParseGroup(path, true);
  RelationshipPattern& group = path.relationships.back();
  if (failed() || group.variable_length) return failed();
  if (path.relationships.size() > 1 || AtGroup() || AtRelationship() || AtSymbol("(") ||
      !group.group->variable.empty()) {
    Unexpected("a quantifier after the group, such as + or {1,3}");
    return true;
  }
  PathPattern whole = *group.group;
  if (whole.where && group.where) {
    Fail(ErrorCode::kUnexpectedSyntax, group.span, "a path has one WHERE within its parentheses",
         "join the conditions with AND");
  }
  if (group.where) whole.where = group.where;
  path = std::move(whole);
  return true;
}

// The group, its quantifier and the node behind it, which may be left out; the quantifier too where
// the group may be the whole path.
void Parser::ParseGroup(PathPattern& path, bool may_be_whole) {
  Nested nested(*this);
  RelationshipPattern group;
  uint32_t begin = Begin();
  Take();
  PathPattern steps;
  if (AtName()) {
    steps.variable = Take().text;
    Take();
  }
  if (may_be_whole) {
    ParsePathParts(steps);
  } else {
    ParsePathElements(steps);
  }
  const bool has_group =
      std::any_of(steps.relationships.begin(), steps.relationships.end(),
                  [](const RelationshipPattern& step) { return bool{step.group}; });
  steps.span = From(begin);
  if (TakeWord("WHERE")) group.where = ParseExpr();
  NeedSymbol(")", "after the group");
  group.direction = Direction::kOut;
  group.group = std::move(steps);
  if (AtQuantifier()) {
    ParseQuantifier(group);
    if (!group.min.has_value()) group.min = 1;
  } else if (!may_be_whole) {
    Unexpected("a quantifier after the group, such as + or {1,3}");
  }
  group.span = From(begin);
  if (group.variable_length && (has_group || group.group->where)) {
    Fail(ErrorCode::kUnexpectedSyntax, group.span, "groups of steps do not stand within each other",
         "write the inner steps once more behind them");
  }
  if (group.variable_length && !group.group->variable.empty()) {
    Fail(ErrorCode::kUnexpectedSyntax, group.span, "a group that is repeated has no name",
         "name the whole path");
  }
  path.relationships.push_back(std::move(group));
  if (path.relationships.back().variable_length && AtSymbol("(") && !AtGroup()) {
    path.nodes.push_back(ParseNode());
  } else {
    path.nodes.emplace_back();
  }
}

}  // namespace norn::query
