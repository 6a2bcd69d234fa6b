// Writing clauses.
#include "absl/strings/str_cat.h"
#include "query/semantics/checker_impl.h"

namespace norn::query {

void Checker::CheckCreate(const CreateClause& create) {
  // Properties can look at what stands in an earlier path, not at their own.
  for (const PathPattern& path : create.paths) {
    CheckPathExprs(path, Use::kCreate);
    DeclarePath(path, Use::kCreate, false);
  }
}

void Checker::CheckMerge(const MergeClause& merge) {
  CheckPathExprs(merge.path, Use::kMerge);
  DeclarePath(merge.path, Use::kMerge, false);
  CheckSetItems(merge.on_create, false);
  CheckSetItems(merge.on_match, false);
}

void Checker::CheckSetItems(const std::vector<SetItem>& items, bool remove) {
  for (const SetItem& item : items) {
    bool property = item.kind == SetItem::Kind::kProperty;
    const Expr& owner = property ? item.target.children[0] : item.target;
    TypeSet type = Infer(owner, {});
    KindMask accepted =
        item.kind == SetItem::Kind::kLabels ? kNodeKind : kNodeKind | kRelationshipKind;
    Need(owner, type, accepted, remove ? "REMOVE's owner" : "SET's owner");
    if (property && item.target.kind == ExprKind::kIndex) Infer(item.target.children[1], {});
    if (!remove && item.kind != SetItem::Kind::kLabels) Infer(item.value, {});
  }
}

void Checker::CheckDelete(const DeleteClause& clause) {
  for (const Expr& target : clause.targets) {
    if (target.kind == ExprKind::kHasLabels) {
      Fail(ErrorCode::kInvalidDelete, target.span, "DELETE deletes no labels",
           "REMOVE takes a label away");
      return;
    }
    TypeSet type = Infer(target, {});
    Need(target, type, kNodeKind | kRelationshipKind | kPathKind, "what is deleted");
  }
}

}  // namespace norn::query
