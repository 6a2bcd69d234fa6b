#include "query/values/type_set.h"

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(TypeSetTest, NamesKindsForMessages) {
  EXPECT_EQ(NameOf(kIntegerKind), "INTEGER");
  EXPECT_EQ(NameOf(kNumberKinds | kNullKind), "INTEGER or FLOAT");
  EXPECT_EQ(NameOf(kNullKind), "NULL");
  EXPECT_EQ(NameOf(kNodeKind | kRelationshipKind | kMapKind), "MAP or NODE or RELATIONSHIP");
  EXPECT_EQ(NameOf(kAnyKind), "BOOLEAN, INTEGER or another value");
}

TEST(TypeSetTest, SaysWhatIsCertain) {
  const TypeSet number = TypeSet::Of(kNumberKinds | kNullKind);
  EXPECT_TRUE(number.CanBe(kIntegerKind));
  EXPECT_TRUE(number.CanBe(kStringKind)) << "null is of every kind";
  EXPECT_TRUE(number.IsOnly(kNumberKinds));
  EXPECT_FALSE(number.IsOnly(kIntegerKind));
  EXPECT_FALSE(TypeSet::Of(kStringKind).CanBe(kNumberKinds));
  EXPECT_FALSE(TypeSet::Of(kNullKind).IsOnly(kNumberKinds)) << "nothing says that it is one";
  EXPECT_FALSE(TypeSet::Any().IsOnly(kStringKind));
}

TEST(TypeSetTest, EitherOfTwoIsWhatBothCanBe) {
  const TypeSet either = TypeSet::ListOf(kNodeKind).Or(TypeSet::Of(kStringKind));
  EXPECT_EQ(either.kinds, kListKind | kStringKind);
  EXPECT_EQ(either.items, kNodeKind) << "a text has no items";
  EXPECT_EQ(TypeSet::ListOf(kNodeKind).Or(TypeSet::ListOf(kNullKind)).items, kNodeKind | kNullKind);
  EXPECT_EQ(TypeSet::Of(kStringKind).Or(TypeSet::Of(kNullKind)).items, kAnyKind);
}

}  // namespace
}  // namespace norn::query
