// Articles for benchmarks, as many as are asked for: made of the paragraphs of our example
// articles, mixed by a fixed seed.
//
//   const ArticleMaker maker(paths_of_examples);
//   const MadeArticle article = maker.Make(7);
#ifndef NORN_TESTS_SUPPORT_MADE_ARTICLES_H_
#define NORN_TESTS_SUPPORT_MADE_ARTICLES_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "absl/types/span.h"

namespace norn::tests {

struct MadeArticle {
  static constexpr char kPublished[] = "2025-07-04";

  std::string id;
  std::string language;
  std::vector<std::string> paragraphs;
};

class ArticleMaker {
 public:
  // Of tests/articles, whose names begin with their language.
  explicit ArticleMaker(absl::Span<const std::string> examples);

  // The same number gives the same article.
  MadeArticle Make(size_t number) const;

 private:
  std::map<std::string, std::vector<std::string>> paragraphs_;  // by language
};

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_MADE_ARTICLES_H_
