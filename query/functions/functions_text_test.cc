#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsTextTest, WorksOnCharactersAndNotOnBytes) {
  ExpectValues({
      {"toUpper('Åse')", R"("ÅSE")"},
      {"toLower('ÅSE')", R"("åse")"},
      {"trim('  a b ')", R"("a b")"},
      {"ltrim('  a ')", R"("a ")"},
      {"rtrim('  a ')", R"("  a")"},
      {"substring('Tromsø', 4)", R"("sø")"},
      {"substring('Tromsø', 1, 3)", R"("rom")"},
      {"left('Bodø', 3)", R"("Bod")"},
      {"right('Bodø', 2)", R"("dø")"},
      {"replace('a-b-c', '-', '+')", R"("a+b+c")"},
      {"split('a,b,,c', ',')", R"(["a","b","","c"])"},
      {"reverse('abø')", R"("øba")"},
      {"size('Bodø')", "4"},
      {"toUpper(null)", "null"},
      {"substring('a', -1)", "NumberOutOfRange: substring() takes no negative number such as -1"},
      {"toUpper(1)", "InvalidArgumentType: the argument of toUpper() must be STRING, not INTEGER"},
      {"left('a', 9)", R"("a")"},
      {"normalize('A\\u030A') = '\\u00C5'", "true"},
      {"normalize('\\u00C5', 'NFD') = 'A\\u030A'", "true"},
      {"'A\\u030A' IS NORMALIZED", "false"},
      {"'A\\u030A' IS NOT NORMALIZED", "true"},
      {"'A\\u030A' IS NFD NORMALIZED", "true"},
      {"normalize('a', 'NFX')",
       "InvalidArgumentValue: normalize() knows NFC, NFD, NFKC and NFKD, not NFX"},
      {"char_length('Bodø')", "4"},
  });
}

}  // namespace
}  // namespace norn::query
