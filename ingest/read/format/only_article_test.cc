#include "ingest/read/format/only_article.h"

#include <utility>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const InputName& Name() {
  static const auto* const name = new InputName{"news/a.pdf", "a.pdf", "/home/news/a.pdf"};
  return *name;
}

TEST(OnlyArticleTest, IsCalledAsItsFile) {
  proto::Article article;
  article.set_text("Dahl møtte Moe.");
  CollectingOutput output;
  AddOnlyArticle(std::move(article), Name(), output);
  EXPECT_THAT(output.problems, IsEmpty());
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].name(), "a.pdf");
  EXPECT_EQ(output.articles[0].origin(), "/home/news/a.pdf");
  EXPECT_EQ(output.articles[0].text(), "Dahl møtte Moe.");
}

TEST(OnlyArticleTest, IsAProblemWhereItCouldNotBeRead) {
  CollectingOutput output;
  AddOnlyArticle(absl::InvalidArgumentError("damaged; save it anew"), Name(), output);
  EXPECT_THAT(output.articles, IsEmpty());
  EXPECT_EQ(output.Problem(), "news/a.pdf: damaged; save it anew");
}

}  // namespace
}  // namespace norn::ingest
