#include "tools/commands/manual.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;

std::vector<ManualText> Commands() {
  ManualText norn;
  norn.description = "A knowledge graph";
  norn.subcommands = {"query  Ask a graph"};
  ManualText query;
  query.name = "query";
  query.description = "Ask a graph: it's there";
  query.options = {{{"--format"}, "ONE OF", "How it is written", {"table", "csv"}},
                   {{"-o", "--output"}, "FILE", "The file", {}},
                   {{}, "QUERY", "The query", {}}};
  query.footer = "Example:\n  norn query 'x \\ y'\n.hidden";
  return {norn, query};
}

TEST(ManualTest, PagesNameEveryOption) {
  const std::string page = ManualPage(Commands()[1], "1.0");
  for (const char* expected :
       {".TH NORN-QUERY 1 \"\" \"norn 1.0\"", "norn\\-query \\- Ask a graph",
        "\\fB\\-\\-format\\fR \\fIONE OF\\fR\nHow it is written\nOne of table, csv.",
        "\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIFILE\\fR", "\n[OPTION]... QUERY", "x \\e y",
        "\n\\&.hidden\n"}) {
    EXPECT_THAT(page, HasSubstr(expected));
  }
  EXPECT_THAT(ManualPage(Commands()[0], "1.0"), HasSubstr("query  Ask a graph"));
}

TEST(ManualTest, ShellsCompleteSubcommandsOptionsAndChoices) {
  const std::string bash = BashCompletion(Commands());
  EXPECT_THAT(bash, HasSubstr("query) options='--format -o --output' ;;"));
  EXPECT_THAT(bash, HasSubstr("'query --format') choices='table csv' ;;"));
  const std::string zsh = ZshCompletion(Commands());
  EXPECT_THAT(zsh, HasSubstr("'query:Ask a graph\\: it'\\''s there'"));
  EXPECT_THAT(zsh, HasSubstr("--format) compadd -- table csv; return ;;"));
  const std::string fish = FishCompletion(Commands());
  EXPECT_THAT(fish, HasSubstr("-a query -d 'Ask a graph: it'\\''s there'"));
  EXPECT_THAT(fish, HasSubstr(" -s o -l output -r -d 'The file'"));
  EXPECT_THAT(fish, HasSubstr("-l format -r -f -a 'table csv'"));
}

}  // namespace
}  // namespace norn::tools
