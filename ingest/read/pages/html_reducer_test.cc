#include "ingest/read/pages/html_reducer.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

std::string Repeated(absl::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all.append(part.data(), part.size());
  return all;
}

TEST(HtmlReducerTest, KeepsWhatTheTextHangsOn) {
  struct Case {
    const char* html;
    const char* reduced;
  };
  for (const Case& c : std::vector<Case>{
           {"", ""},
           {"a < b <3 <", "a &lt; b &lt;3 &lt;"},
           {"<p>a <b>b</b>c<br>", "<p>a bc<br>"},
           {"<p title='a>b'>x", "<p title='a>b'>x"},
           {"a<a href='b'>c</a>d\uE000", "a\uE000c\uE001d"},
           {"<p x= \">\">y</p>", "<p x= \">\">y</p>"},
           {"<p x==\">y<b>", "<p x==\">y"},
           {"<p x='y'='>'<b>", "<p x='y'='>'"},
           {"<p x = '>'<b>", "<p x = '>'<b>"},
           {"a<script>if (a</b) '<p>'</script >b", "ab"},
           {"a<STYLE>x</style>b<script>", "ab"},
           {"a<!-- <p> -->b<!-->c<!---->d<!-- --!>e", "abcde"},
           {"<!doctype html><?x?></ x>a", "a"},
           {"<svg viewBox='0'><path d=''/></svg>a<svg/>b", "ab"},
           {"<title>a <b> </p></title>", "<title>a &lt;b> &lt;/p></title>"},
           {"<<b>p>", "&lt;p>"},
           {"<my-card>a</my-card>", "<my-card>a</my-card>"},
           {"<p <b>x", "<p <b>x"},
       }) {
    const auto reduced = ReduceHtml(c.html);
    ASSERT_TRUE(reduced.ok()) << c.html;
    EXPECT_EQ(*reduced, c.reduced) << c.html;
  }
}

TEST(HtmlReducerTest, DropsAttributesWhereThereAreTooMany) {
  const auto reduced = ReduceHtml("<p " + Repeated("a ", 100000) + ">x");
  ASSERT_TRUE(reduced.ok());
  EXPECT_EQ(*reduced, "<p>x");
}

TEST(HtmlReducerTest, RefusesDepthHoweverItIsMade) {
  for (const char* part :
       {"<div>", "<div><table></div>", "<form><div></form>", "<x><div></x>", "<div></div\v>",
        "<xxxxxxxxxxxxxxxxxxxxy></xxxxxxxxxxxxxxxxxxxxz>", "<div><? </div>", "<table><td>",
        "<div><select></div>", "<ul><li>", "<blockquote><p>"}) {
    EXPECT_EQ(ReduceHtml(Repeated(part, 100000)).status().code(),
              absl::StatusCode::kInvalidArgument)
        << part;
  }
}

TEST(HtmlReducerTest, AcceptsLongFlatPages) {
  for (const char* part : {"<div><p>a</div>", "<p>a", "<li>b", "<div><span></div>",
                           "<table><tr><td>x</table>", "<b><i><font>x"}) {
    EXPECT_TRUE(ReduceHtml(Repeated(part, 20000)).ok()) << part;
  }
}

TEST(HtmlReducerTest, RefusesEndlessTags) {
  EXPECT_FALSE(ReduceHtml(Repeated("<p>", 1000000)).ok());
}

}  // namespace
}  // namespace norn::ingest
