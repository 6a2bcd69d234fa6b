// What follows IS: NULL, a type, a normal form, labels; and the names of types.
#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_split.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

namespace {

struct KnownType {
  const char* words;  // divided by blanks
  KindMask kinds;
};

// The longest first, so that the first that fits is the right one.
constexpr KnownType kTypes[] = {
    {"TIME WITHOUT TIME ZONE", kLocalTimeKind},
    {"TIME WITHOUT TIMEZONE", kLocalTimeKind},
    {"TIME WITH TIME ZONE", kTimeKind},
    {"TIME WITH TIMEZONE", kTimeKind},
    {"TIMESTAMP WITHOUT TIME ZONE", kLocalDateTimeKind},
    {"TIMESTAMP WITHOUT TIMEZONE", kLocalDateTimeKind},
    {"TIMESTAMP WITH TIME ZONE", kDateTimeKind},
    {"TIMESTAMP WITH TIMEZONE", kDateTimeKind},
    {"LOCAL TIME", kLocalTimeKind},
    {"ZONED TIME", kTimeKind},
    {"LOCAL DATETIME", kLocalDateTimeKind},
    {"ZONED DATETIME", kDateTimeKind},
    {"SIGNED INTEGER", kIntegerKind},
    {"ANY NODE", kNodeKind},
    {"ANY VERTEX", kNodeKind},
    {"ANY RELATIONSHIP", kRelationshipKind},
    {"ANY EDGE", kRelationshipKind},
    {"ANY MAP", kMapKind},
    {"ANY VALUE", kAnyKind},
    {"PROPERTY VALUE", kBoolKind | kNumberKinds | kStringKind | kTemporalKinds | kListKind},
    {"BOOLEAN", kBoolKind},
    {"BOOL", kBoolKind},
    {"STRING", kStringKind},
    {"VARCHAR", kStringKind},
    {"INTEGER64", kIntegerKind},
    {"INTEGER", kIntegerKind},
    {"INT64", kIntegerKind},
    {"INT", kIntegerKind},
    {"FLOAT64", kFloatKind},
    {"FLOAT", kFloatKind},
    {"DATE", kDateKind},
    {"DURATION", kDurationKind},
    {"NODE", kNodeKind},
    {"VERTEX", kNodeKind},
    {"RELATIONSHIP", kRelationshipKind},
    {"EDGE", kRelationshipKind},
    {"MAP", kMapKind},
    {"PATHS", kPathKind},
    {"PATH", kPathKind},
    {"POINT", 0},  // no value is one
    {"NOTHING", 0},
    {"NULL", 0},  // null is added to what is not NOT NULL
    {"ANY", kAnyKind},
};

Expr Normalized(Expr text, absl::string_view form) {
  Expr name;
  name.kind = ExprKind::kString;
  name.text = std::string(form);
  Expr call;
  call.kind = ExprKind::kFunction;
  call.text = "isNormalized";
  call.children.push_back(std::move(text));
  call.children.push_back(std::move(name));
  return call;
}

}  // namespace

// IS was read.
Expr Parser::ParseIs(Expr left, uint32_t begin) {
  if (TakeWord("NULL")) return Node(ExprKind::kIsNull, std::move(left), begin);
  if (TakeWords("NOT", "NULL")) return Node(ExprKind::kIsNotNull, std::move(left), begin);
  const size_t after = AtWord("NOT") ? 1 : 0;
  if (AtWord("TYPED", after) || (AtSymbol(":", after) && AtSymbol(":", after + 1))) {
    const bool negated = TakeWord("NOT");
    if (!TakeWord("TYPED")) {
      Take();
      Take();
    }
    return ParseTyped(std::move(left), negated, begin);
  }
  const bool has_form = AtWord("NFC", after) || AtWord("NFD", after) || AtWord("NFKC", after) ||
                        AtWord("NFKD", after);
  if (AtWord("NORMALIZED", after + (has_form ? 1 : 0))) {
    const bool negated = TakeWord("NOT");
    const std::string form = has_form ? Take().text : "NFC";
    Take();
    Expr normalized = Normalized(std::move(left), form);
    Seal(normalized, begin);
    return negated ? Node(ExprKind::kNot, std::move(normalized), begin) : normalized;
  }
  Box<LabelExpr> labels = ParseLabels(!pipe_ends_);
  Expr has = Node(ExprKind::kHasLabels, std::move(left), begin);
  has.labels = std::move(labels);
  return has;
}

// IS :: or IS TYPED was read.
Expr Parser::ParseTyped(Expr left, bool negated, uint32_t begin) {
  const uint32_t type = Begin();
  TypeName name = ParseTypeName();
  Expr typed = Node(ExprKind::kIsTyped, std::move(left), begin);
  typed.boolean = negated;
  typed.text = std::string(text_.substr(type, previous_end_ - std::min(type, previous_end_)));
  typed.type = std::move(name);
  return typed;
}

// INTEGER | STRING
TypeName Parser::ParseTypeName() {
  TypeName type = ParseOneType();
  while (!pipe_ends_ && TakeSymbol("|")) {
    TypeName other = ParseOneType();
    type.kinds |= other.kinds;
    for (TypeName& list : other.lists) type.lists.push_back(std::move(list));
  }
  return type;
}

TypeName Parser::ParseOneType() {
  Nested nested(*this);
  TypeName type;
  if (TakeWord("LIST") || TakeWord("ARRAY")) {
    if (TakeSymbol("<")) {
      const bool pipe_ends = std::exchange(pipe_ends_, false);
      type.lists.push_back(ParseTypeName());
      pipe_ends_ = pipe_ends;
      NeedSymbol(">", "after the type of the list's items");
    } else {
      type.kinds = kListKind;
    }
  } else {
    const auto fits = [this](const KnownType& known) {
      const std::vector<absl::string_view> words = absl::StrSplit(known.words, ' ');
      for (size_t i = 0; i < words.size(); ++i) {
        if (!AtWord(words[i], i)) return false;
      }
      for (size_t i = 0; i < words.size(); ++i) Take();
      return true;
    };
    const auto* known = std::find_if(std::begin(kTypes), std::end(kTypes), fits);
    if (known == std::end(kTypes)) {
      Unexpected("a type, such as INTEGER, STRING NOT NULL or LIST<DATE>");
      return type;
    }
    type.kinds = known->kinds;
  }
  auto take_null = [this, &type] {
    const bool not_null = TakeWords("NOT", "NULL") || TakeSymbol("!");
    type.kinds = not_null ? type.kinds & ~kNullKind : type.kinds | kNullKind;
  };
  take_null();
  while (!failed() && (TakeWord("LIST") || TakeWord("ARRAY"))) {
    TypeName list;
    list.lists.push_back(std::move(type));
    type = std::move(list);
    take_null();
  }
  return type;
}

}  // namespace norn::query
