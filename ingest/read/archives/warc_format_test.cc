#include "ingest/read/archives/warc_format.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Record(const std::string& type, const std::string& kind, const std::string& address,
                   const std::string& block) {
  return absl::StrCat("WARC/1.0\r\nWARC-Type: ", type, "\r\nWARC-Target-URI: ", address,
                      "\r\nContent-Type: ", kind, "\r\nContent-Length: ", block.size(), "\r\n\r\n",
                      block, "\r\n\r\n");
}

std::string Answer(const std::string& headers, const std::string& body) {
  return Record("response", "application/http; msgtype=response", "https://a.example/sak/",
                absl::StrCat("HTTP/1.1 ", headers, "\r\n\r\n", body));
}

TEST(WarcFormatTest, ReadsAnswersThatAreText) {
  const CollectingOutput output = ReadBytes(
      WarcFormat(), "a.warc",
      absl::StrCat(Record("warcinfo", "application/warc-fields", "", "software: x\r\n"),
                   Record("request", "application/http", "https://a.example/", "GET /\r\n"),
                   Answer("200 OK\r\nContent-Type: text/html", "<p>En</p>"),
                   Answer("200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
                          "5\r\n<p>To\r\n4;x=y\r\n</p>\r\n0\r\n\r\n"),
                   Answer("404 Not Found\r\nContent-Type: text/html", "<p>Borte</p>"),
                   Answer("200 OK\r\nContent-Type: text/css", "p { }"),
                   Answer("200 OK\r\nContent-Type: image/png", "PNG"),
                   Record("resource", "text/plain", "<https://a.example/c>", "Tre")));
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(3));
  EXPECT_EQ(output.articles[0].name(), "https://a.example/sak/");
  EXPECT_EQ(output.articles[0].text(), "<p>En</p>");
  EXPECT_EQ(output.articles[1].text(), "<p>To</p>");
  EXPECT_EQ(output.articles[2].name(), "https://a.example/c");
  EXPECT_EQ(output.articles[2].text(), "Tre");
}

TEST(WarcFormatTest, SaysWhatIsDamaged) {
  const std::string whole = Answer("200 OK\r\nContent-Type: text/html", "<p>En</p>");
  struct Case {
    std::string bytes;
    const char* problem;
  };
  for (const Case& c : {
           Case{whole.substr(0, whole.size() - 8), "a.warc:1: the WARC archive ends early"},
           Case{whole + "rest", "a.warc:2: the WARC archive is damaged"},
           Case{"WARC/1.0\r\n\r\n", "damaged"},
           Case{"WARC/1.0\r\nContent-Length: -1\r\n\r\n", "damaged"},
           Case{Record("metadata", "text/plain", "", "x"), "no page in the WARC archive"},
       }) {
    EXPECT_THAT(ReadBytes(WarcFormat(), "a.warc", c.bytes).Problem(), HasSubstr(c.problem));
  }
  // A length that nothing stands behind costs nothing.
  const CollectingOutput large =
      ReadBytes(WarcFormat(), "a.warc",
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nx");
  EXPECT_THAT(large.articles, IsEmpty());
  EXPECT_THAT(large.Problem(), HasSubstr("more than 256 MiB"));
}

TEST(WarcFormatTest, EndsChunksWhereTheyAreDamaged) {
  for (const char* body : {"zz\r\nx", "FFFFFFFFFFFFFFFF\r\nx", "5\r\nab", "", "\r\n"}) {
    ReadBytes(WarcFormat(), "a.warc",
              Answer("200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", body));
  }
}

}  // namespace
}  // namespace norn::ingest
