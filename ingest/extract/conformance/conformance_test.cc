// Runs one language's table: `nb_test nb.txt`. A case that fails prints its sentences with what was
// recognised in them, and all that came out.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "gtest/gtest.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/conformance/facts.h"
#include "ingest/extract/conformance/table.h"
#include "ingest/extract/extractor.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"

namespace norn::ingest {
namespace {

class CaseTest : public testing::Test {
 public:
  CaseTest(const Extractor& extractor, std::string language, ConformanceCase tested)
      : extractor_(extractor), language_(std::move(language)), case_(std::move(tested)) {}

  void TestBody() override {
    proto::Article article;
    article.set_name(case_.label);
    article.set_language(language_);
    article.set_published(case_.published);
    article.set_text(case_.text);
    const proto::Extraction record = extractor_.Extract(article);
    const auto problems = Mismatches(case_.expected, record);
    EXPECT_TRUE(problems.empty()) << language_ << ".txt:" << case_.line << ": " << case_.label
                                  << "\n  " << Annotated(case_.text, record) << "\n  "
                                  << absl::StrJoin(problems, "\n  ") << "\n  came out:\n    => "
                                  << absl::StrJoin(FactsOf(record), "\n    => ") << "\n  parse:\n"
                                  << Parse();
  }

 private:
  // A line a token: number, form, part of speech, head and relation.
  std::string Parse() const {
    static const auto& analyzer = *new PatternAnalyzer(LexiconSet::BuiltIn());
    const AnnotatedText text = analyzer.Analyze(case_.text, 0, language_);
    std::string parse;
    for (size_t i = 0; i < text.tokens.size(); ++i) {
      const Token& token = text.tokens[i];
      absl::StrAppend(&parse, "    ", i, "\t", text.Form(token), "\t", token.upos, "\t", token.head,
                      "\t", token.deprel, "\n");
    }
    return parse;
  }

  const Extractor& extractor_;
  const std::string language_;
  const ConformanceCase case_;
};

std::string Language(absl::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return std::string(absl::StripSuffix(path, ".txt"));
}

// Each case is a test of its own, named after its line.
int RunTable(const std::string& path) {
  std::ifstream file(path);
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  const auto cases = ParseConformanceTable(content);
  if (!file || !cases.ok() || cases->empty()) {
    std::cerr << path << ": " << (cases.ok() ? "no cases" : cases.status().ToString()) << "\n";
    return 1;
  }
  static const Extractor& extractor = *new Extractor();
  for (const ConformanceCase& tested : *cases) {
    testing::RegisterTest("Conformance", absl::StrCat("Line", tested.line).c_str(), nullptr,
                          nullptr, path.c_str(), tested.line, [=]() -> testing::Test* {
                            return new CaseTest(extractor, Language(path), tested);
                          });
  }
  return RUN_ALL_TESTS();
}

}  // namespace
}  // namespace norn::ingest

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " TABLE\n";
    return 2;
  }
  return norn::ingest::RunTable(argv[1]);
}
