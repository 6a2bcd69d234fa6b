// A query as a tree of values, as the parser leaves it: copyable, comparable (places do not count).
//
//   Query
//     SingleQuery            one of UNION's sides
//       Clause               MATCH, WITH, …
//         PathPattern, Expr
#ifndef NORN_QUERY_SYNTAX_AST_H_
#define NORN_QUERY_SYNTAX_AST_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "query/diagnostics/diagnostic.h"
#include "query/values/type_set.h"

namespace norn::query {

// A T on the heap that copies and compares like a T: for trees that contain themselves.
template <typename T>
class Box {
 public:
  Box() = default;
  Box(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT: meant to be implicit
  Box(const Box& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(Box other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() const { return *value_; }
  T* operator->() const { return value_.get(); }
  bool operator==(const Box& other) const {
    return value_ && other.value_ ? *value_ == *other.value_ : !value_ == !other.value_;
  }

 private:
  std::unique_ptr<T> value_;
};

// A:B, A|B, A&!B, %.
struct LabelExpr {
  enum class Kind : uint8_t { kName, kAnd, kOr, kNot, kAny };
  Kind kind = Kind::kName;
  std::string name;
  std::vector<LabelExpr> children;
  Span span;
  bool operator==(const LabelExpr&) const = default;
};

// INTEGER, LIST<STRING NOT NULL>, …: which values are of it.
struct TypeName {
  KindMask kinds = 0;           // null is among them unless NOT NULL is written
  std::vector<TypeName> lists;  // of lists whose items are all of one of these
  bool operator==(const TypeName&) const = default;
};

enum class ExprKind : uint8_t {
  kNull,
  kBool,
  kInteger,
  kFloat,
  kString,     // literals
  kParameter,  // text
  kVariable,   // text
  kList,       // children
  kMap,        // names[i]: children[i]
  kProperty,   // children[0].text
  kIndex,      // children[0][children[1]]
  kSlice,      // children[0][children[1]..children[2]], kNull if left out
  kNot,
  kNegate,
  kPlus,  // of children[0]
  kAnd,
  kOr,
  kXor,  // of two children, as all that follow
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kPower,
  kConcat,
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kIn,
  kStartsWith,
  kEndsWith,
  kContains,
  kMatches,
  kIsNull,
  kIsNotNull,  // of children[0]
  kIsTyped,    // children[0] IS [NOT, if boolean] :: type, which text spells
  kHasLabels,  // children[0]:labels
  kCase,       // has_subject: children[0]; then (when, then) pairs; has_else: the last
  kFunction,   // text(distinct children)
  kCountStar,
  kListComprehension,     // [text IN children[0] WHERE children[1] | children[2]], kNull for none
  kPatternComprehension,  // [pattern WHERE children[0] | children[1]]
  kPatternPredicate,      // pattern
  kShortestPath,          // pattern, as an expression
  kExists,                // query
  kCountQuery,            // query
  kCollectQuery,          // query
  kAll,
  kAny,
  kNone,
  kSingle,         // all(text IN children[0] WHERE children[1])
  kReduce,         // reduce(names[0] = children[0], text IN children[1] | children[2])
  kMapProjection,  // children[0]{…}: names[i] with child i+1; "*" with child kNull: .*
};

// A name that no query can write, which the parser or the planner gave.
inline bool IsHidden(const std::string& name) {
  return !name.empty() && static_cast<unsigned char>(name[0]) < ' ';
}

struct PathPattern;
struct Query;
struct FunctionInfo;
struct AggregateInfo;

struct Expr {
  ExprKind kind = ExprKind::kNull;
  bool boolean = false;      // of kBool; DISTINCT of kFunction; NOT of kIsTyped
  bool has_subject = false;  // of kCase; of kSlice: the lower bound is written
  bool has_else = false;     // of kCase; of kSlice: the upper bound is written
  uint32_t depth = 1;        // of the tree from here on
  Span span;
  int64_t integer = 0;
  double real = 0;
  std::string text;
  std::vector<std::string> names;
  std::vector<Expr> children;
  Box<LabelExpr> labels;
  Box<TypeName> type;
  Box<PathPattern> pattern;
  Box<Query> query;
  // Of kFunction: what the name stands for, once calls are resolved (semantics/resolved_calls.h).
  const FunctionInfo* function = nullptr;
  const AggregateInfo* aggregate = nullptr;
  bool operator==(const Expr&) const = default;
};

struct NodePattern {
  std::string variable;  // empty: none
  Box<LabelExpr> labels;
  Box<Expr> properties;  // kMap or kParameter
  Box<Expr> where;
  Span span;
  bool operator==(const NodePattern&) const = default;
};

enum class Direction : uint8_t { kOut, kIn, kBoth };

// A relationship, or a group of a path's steps that is walked again and again:
// ((a)-[r]->(b) WHERE …){1,3}, of which `group` is the path and `where` its condition.
struct RelationshipPattern {
  std::string variable;
  Direction direction = Direction::kBoth;
  Box<LabelExpr> types;
  bool variable_length = false;
  std::optional<int64_t> min;  // of a variable length; none: 1
  std::optional<int64_t> max;  // none: no end
  Box<Expr> properties;
  Box<Expr> where;
  Box<PathPattern> group;
  Span span;
  bool operator==(const RelationshipPattern&) const = default;
};

enum class PathMode : uint8_t { kAll, kShortest, kAllShortest };

// What may recur on a path: in a trail no relationship (the language's rule), in an acyclic path no
// node either, in a walk both.
enum class PathRestrictor : uint8_t { kTrail, kAcyclic, kWalk };

// nodes[0] relationships[0] nodes[1] …
struct PathPattern {
  std::string variable;
  PathMode mode = PathMode::kAll;
  // Of a shortest path: how many of them, or of how many lengths all.
  int64_t count = 1;
  // SHORTEST …: WHERE looks at what was chosen. Of shortestPath(…) it takes part in the choice.
  bool chosen_first = false;
  Box<Expr> where;  // SHORTEST (… WHERE …), which takes part in the choice
  PathRestrictor restrictor = PathRestrictor::kTrail;
  bool repeatable = false;  // a walk with all others of its MATCH: REPEATABLE ELEMENTS
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
  Span span;
  bool operator==(const PathPattern&) const = default;
};

struct MatchClause {
  bool optional = false;
  std::vector<PathPattern> paths;
  Box<Expr> where;
  bool operator==(const MatchClause&) const = default;
};

struct UnwindClause {
  Expr list;
  std::string variable;
  bool operator==(const UnwindClause&) const = default;
};

struct ProjectionItem {
  Expr expr;
  std::string name;  // the alias, or else the expression's text
  bool has_alias = false;
  bool operator==(const ProjectionItem& other) const {
    return expr == other.expr && has_alias == other.has_alias && (!has_alias || name == other.name);
  }
};

struct SortItem {
  Expr expr;
  bool descending = false;
  bool operator==(const SortItem&) const = default;
};

// WITH or RETURN, and what is short for one: LET, FILTER, FINISH.
struct ProjectionClause {
  bool is_return = false;
  bool is_finish = false;  // a RETURN of no columns and no rows
  bool is_let = false;     // a WITH * that may not name again what there is
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  Box<Expr> skip;
  Box<Expr> limit;
  Box<Expr> where;  // of WITH
  bool operator==(const ProjectionClause&) const = default;
};

struct YieldItem {
  std::string field;
  std::string variable;
  Span span;
  bool operator==(const YieldItem&) const = default;
};

struct CallClause {
  std::string procedure;
  bool has_arguments = false;  // parentheses are there
  std::vector<Expr> arguments;
  bool has_yield = false;
  bool yield_star = false;
  std::vector<YieldItem> yields;
  Box<Expr> where;
  bool operator==(const CallClause&) const = default;
};

// CALL (a, b) { … }, CALL { … }.
struct SubqueryClause {
  bool optional = false;
  bool has_scope = false;  // parentheses are there; without them WITH imports
  bool scope_star = false;
  std::vector<std::string> scope;
  Box<Query> query;
  bool operator==(const SubqueryClause&) const = default;
};

struct CreateClause {
  std::vector<PathPattern> paths;
  bool operator==(const CreateClause&) const = default;
};

struct SetItem {
  enum class Kind : uint8_t { kProperty, kReplace, kMerge, kLabels };
  Kind kind = Kind::kProperty;
  Expr target;  // kProperty: an Expr of kind kProperty or kIndex; else the entity
  Expr value;
  std::vector<std::string> labels;
  bool operator==(const SetItem&) const = default;
};

// SET, or REMOVE (with `remove`: items have no value).
struct SetClause {
  bool remove = false;
  std::vector<SetItem> items;
  bool operator==(const SetClause&) const = default;
};

struct MergeClause {
  PathPattern path;
  std::vector<SetItem> on_create;
  std::vector<SetItem> on_match;
  bool operator==(const MergeClause&) const = default;
};

struct DeleteClause {
  bool detach = false;
  std::vector<Expr> targets;
  bool operator==(const DeleteClause&) const = default;
};

struct Clause {
  std::variant<MatchClause, UnwindClause, ProjectionClause, CallClause, CreateClause, SetClause,
               MergeClause, DeleteClause, SubqueryClause>
      body;
  Span span;
  bool operator==(const Clause&) const = default;
};

struct SingleQuery {
  std::vector<Clause> clauses;
  bool operator==(const SingleQuery&) const = default;
};

enum class QueryMode : uint8_t { kRun, kExplain, kProfile };

struct Query {
  QueryMode mode = QueryMode::kRun;
  std::vector<SingleQuery> parts;  // joined by UNION
  bool union_all = false;          // of all the UNIONs alike
  bool operator==(const Query&) const = default;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_AST_H_
