// The README's examples are run against tests/articles and print what it says. They are the blocks
// that are fenced with ```console (tests/support/console_examples.h); of these the commands that
// begin with `norn` or a path to it. They run in one folder, one after the other, as a reader
// would; tests/articles/*.txt is expanded.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/support/console_examples.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;

TEST(ReadmeTest, ExamplesPrintWhatItSays) {
  const std::vector<ConsoleExample> examples = ConsoleExamples(ReadFile("README.md"));
  TempFolder folder;
  fs::create_directories(folder.Path("tests"));
  fs::create_directory_symlink(fs::absolute("tests/articles"), folder.Path("tests/articles"));
  const fs::path before = fs::current_path();
  fs::current_path(folder.Path());
  int queries = 0;
  for (const ConsoleExample& example : examples) {
    const std::vector<std::string> words = SplitCommand(example.command);
    if (words.empty() || fs::path(words[0]).filename() != "norn") continue;
    const Ran ran = RunNorn({words.begin() + 1, words.end()});
    EXPECT_EQ(ran.code, 0) << "README.md:" << example.line << ": " << ran.err;
    // An example may leave out what norn only tells the reader on standard error.
    EXPECT_TRUE(OutputFits(example.output, ran.out) || OutputFits(example.output, ran.both))
        << "README.md:" << example.line << ": $ " << example.command << "\nprints\n"
        << ran.both << "and the README says\n"
        << example.output;
    queries += std::count(words.begin(), words.end(), "query");
  }
  fs::current_path(before);
  EXPECT_GE(queries, 1) << "the README shows no query in a ```console block";
}

}  // namespace
}  // namespace norn::tests
