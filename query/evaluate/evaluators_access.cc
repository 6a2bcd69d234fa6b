// What lies inside of a value: properties, items, slices, labels.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/evaluate/evaluators.h"
#include "query/evaluate/label_match.h"
#include "query/values/temporal.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

Value Deleted(Execution& execution, Span span) {
  return execution.Fail(ErrorCode::kDeletedEntityAccess, span,
                        "this node or relationship was deleted by this query");
}

// Everything but a node in the view, which the evaluators treat first.
Value PropertyOf(Execution& execution, const Value& owner, const std::string& name,
                 std::optional<graph::KeyId> key, Span span) {
  switch (owner.kind()) {
    case Kind::kNull:
      return Value();
    case Kind::kNode:
      if (owner.is_detached()) return Deleted(execution, span);
      return key.has_value() ? execution.graph().NodeProperty(owner.index(), *key) : Value();
    case Kind::kRelationship:
      if (owner.is_detached()) return Deleted(execution, span);
      return key.has_value() ? execution.graph().EdgeProperty(owner.index(), *key) : Value();
    case Kind::kMap: {
      const Value* found = owner.Find(name);
      return found != nullptr ? *found : Value();
    }
    default:
      if (owner.is_temporal()) return TemporalPart(owner, name);
      return execution.Fail(ErrorCode::kTypeMismatch, span,
                            absl::StrCat(KindName(owner.kind()), " has no properties"));
  }
}

// n.name, for a variable: the hot path. Remembers the node's group, as neighbours mostly share it.
class SlotProperty : public Evaluator {
 public:
  SlotProperty(uint32_t slot, std::string name, std::optional<graph::KeyId> key, Span span)
      : slot_(slot), name_(std::move(name)), key_(key), span_(span) {}

  Value Eval(Execution& execution) const override {
    const Value& owner = execution.slot(slot_);
    if (!owner.is(Kind::kNode) || owner.is_detached() || !key_.has_value()) {
      return PropertyOf(execution, owner, name_, key_, span_);
    }
    uint32_t node = owner.index();
    if (node - first_ >= count_) {
      const graph::View& view = execution.view();
      uint32_t group = view.GroupOf(node);
      first_ = view.node_groups()[group].first;
      count_ = view.node_groups()[group].count;
      column_ = &view.NodeColumn(group, *key_);
    }
    return execution.graph().CellOf(*column_, node - first_);
  }

 private:
  uint32_t slot_;
  std::string name_;
  std::optional<graph::KeyId> key_;
  Span span_;
  mutable uint32_t first_ = 0;
  mutable uint32_t count_ = 0;
  mutable const graph::Column* column_ = nullptr;
};

// The item at `index`, counted from the end if it is negative.
Value ItemAt(const Value::Items& items, int64_t index) {
  auto size = static_cast<int64_t>(items.size());
  if (index < 0) index += size;
  return index < 0 || index >= size ? Value() : items[static_cast<size_t>(index)];
}

Value IndexInto(Execution& execution, const Value& base, const Value& index, Span span) {
  if (base.is_null() || index.is_null()) return Value();
  if (base.is(Kind::kList)) {
    if (index.is(Kind::kInteger)) return ItemAt(base.list(), index.integer());
    return execution.Fail(
        ErrorCode::kTypeMismatch, span,
        absl::StrCat("a list's index must be INTEGER, not ", KindName(index.kind())));
  }
  bool keyed = base.is(Kind::kMap) || base.is(Kind::kNode) || base.is(Kind::kRelationship);
  if (!keyed) {
    return execution.Fail(ErrorCode::kTypeMismatch, span,
                          absl::StrCat(KindName(base.kind()), " has no items"));
  }
  if (!index.is(Kind::kString)) {
    return execution.Fail(ErrorCode::kMapElementAccessByNonString, span,
                          absl::StrCat("a key must be STRING, not ", KindName(index.kind())));
  }
  std::string name(index.text());
  return PropertyOf(execution, base, name, execution.graph().FindKey(name), span);
}

// A slice's bound as a place in the list.
size_t Bound(int64_t bound, size_t size) {
  auto count = static_cast<int64_t>(size);
  if (bound < 0) bound += count;
  return static_cast<size_t>(std::clamp<int64_t>(bound, 0, count));
}

Value SliceOf(Execution& execution, const Value& base, const Value& from, const Value& to,
              Span span) {
  if (base.is_null() || from.is_null() || to.is_null()) return Value();
  if (!base.is(Kind::kList) || !from.is(Kind::kInteger) || !to.is(Kind::kInteger)) {
    return execution.Fail(ErrorCode::kTypeMismatch, span,
                          "a slice needs a LIST and INTEGER bounds");
  }
  const Value::Items& items = base.list();
  size_t begin = Bound(from.integer(), items.size());
  size_t end = Bound(to.integer(), items.size());
  if (begin >= end) return Value::List({});
  return Value::List(Value::Items(items.begin() + static_cast<std::ptrdiff_t>(begin),
                                  items.begin() + static_cast<std::ptrdiff_t>(end)));
}

}  // namespace

EvaluatorPtr EvalSlotProperty(uint32_t slot, std::string name, const GraphAccess& graph,
                              Span span) {
  std::optional<graph::KeyId> key = graph.FindKey(name);
  return std::make_unique<SlotProperty>(slot, std::move(name), key, span);
}

EvaluatorPtr EvalProperty(EvaluatorPtr base, std::string name, const GraphAccess& graph,
                          Span span) {
  std::optional<graph::KeyId> key = graph.FindKey(name);
  return MakeEvaluator(
      [base = std::move(base), name = std::move(name), key, span](Execution& execution) {
        return PropertyOf(execution, base->Eval(execution), name, key, span);
      });
}

EvaluatorPtr EvalIndex(EvaluatorPtr base, EvaluatorPtr index, Span span) {
  return MakeEvaluator(
      [base = std::move(base), index = std::move(index), span](Execution& execution) {
        Value owner = base->Eval(execution);
        return IndexInto(execution, owner, index->Eval(execution), span);
      });
}

EvaluatorPtr EvalSlice(EvaluatorPtr base, EvaluatorPtr from, EvaluatorPtr to, Span span) {
  return MakeEvaluator([base = std::move(base), from = std::move(from), to = std::move(to),
                        span](Execution& execution) {
    Value owner = base->Eval(execution);
    Value begin = from->Eval(execution);
    return SliceOf(execution, owner, begin, to->Eval(execution), span);
  });
}

EvaluatorPtr EvalHasLabels(EvaluatorPtr base, const LabelExpr& labels, const GraphAccess& graph,
                           Span span) {
  std::vector<graph::EdgeTypeId> types = TypesMatching(graph.view(), labels);
  return MakeEvaluator([base = std::move(base), groups = GroupsMatching(graph.view(), labels),
                        types = std::move(types), span](Execution& execution) {
    Value entity = base->Eval(execution);
    if (entity.is_null()) return Value();
    if (!entity.is(Kind::kNode) && !entity.is(Kind::kRelationship)) {
      return execution.Fail(ErrorCode::kTypeMismatch, span,
                            absl::StrCat(KindName(entity.kind()), " has no labels"));
    }
    if (entity.is_detached()) return Deleted(execution, span);
    if (entity.is(Kind::kNode)) {
      return Value::Bool(groups[execution.view().GroupOf(entity.index())] != 0);
    }
    graph::EdgeTypeId type = execution.view().TypeOf(entity.index());
    return Value::Bool(std::binary_search(types.begin(), types.end(), type));
  });
}

}  // namespace norn::query
