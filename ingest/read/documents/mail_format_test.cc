#include "ingest/read/documents/mail_format.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr char kMail[] =
    "From: Kari Moe <kari@example.org>\r\nTo: desk@example.org\r\n"
    "Subject: =?utf-8?q?M=C3=B8te_i_Bergen?=\r\nDate: Wed, 05 Mar 2025 09:30:00 +0100\r\n"
    "Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n"
    "--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nDahl m=F8tte Moe=\r\n i Bergen.\r\n"
    "--x\r\nContent-Type: text/html\r\n\r\n<p>Dahl</p>\r\n--x--\r\n";

TEST(MailFormatTest, ReadsAMail) {
  ASSERT_TRUE(Fits(MailFormat(), "a", kMail));
  const CollectingOutput output = ReadBytes(MailFormat(), "a.eml", kMail);
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  const proto::Article& article = output.articles[0];
  EXPECT_EQ(article.name(), "1@example.org");
  EXPECT_EQ(article.title(), "Møte i Bergen");
  EXPECT_THAT(article.text(), HasSubstr("Dahl møtte Moe i Bergen."));
  EXPECT_EQ(article.published(), "2025-03-05");
  EXPECT_THAT(article.author(), ElementsAre("Kari Moe"));
}

TEST(MailFormatTest, ReadsAMailbox) {
  const std::string one =
      "From kari Wed Mar  5 09:30:00 2025\nFrom: kari@example.org\nTo: a@example.org\n"
      "Subject: En\nDate: Wed, 05 Mar 2025 09:30:00 +0100\n\nDet regner.\n\n";
  const CollectingOutput output = ReadBytes(MailFormat(), "a.mbox", one + one);
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(2));
  EXPECT_EQ(output.articles[0].name(), "a.mbox:1");
  EXPECT_EQ(output.articles[1].origin(), "/n/a.mbox:2");
  EXPECT_THAT(output.articles[1].text(), HasSubstr("Det regner."));
}

TEST(MailFormatTest, ReadsASavedPage) {
  const CollectingOutput output =
      ReadBytes(MailFormat(), "a.mhtml",
                "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\n"
                "Subject: x\r\nDate: Thu, 06 Mar 2025 09:30:00 -0000\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\n"
                "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                "PG1ldGEgbmFtZT1kYXRlIGNvbnRlbnQ9MjAyNS0wMy0wNT48cD5EZXQgcmVnbmVyLjwvcD4=\r\n"
                "--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n");
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].name(), "https://example.org/1");
  EXPECT_EQ(output.articles[0].text(), "Det regner.");
  EXPECT_EQ(output.articles[0].published(), "2025-03-05");
  EXPECT_EQ(output.articles[0].format(), "MHTML");
}

TEST(MailFormatTest, SaysWhatHasNoText) {
  EXPECT_THAT(ReadBytes(MailFormat(), "a.eml",
                        "From: a@example.org\nTo: b@example.org\nSubject: x\n"
                        "Content-Type: image/png\n\nx\n")
                  .Problem(),
              HasSubstr("a.eml: there is no text"));
}

TEST(MailFormatTest, TakesNoOtherTextForMail) {
  for (const char* text : {"", "Date: 2025-03-05\nTitle: Regn\n\nDet regner.",
                           "From Bergen: Det regner.\nTo: alle\n", "Dahl: ja\nMoe: nei\n"}) {
    EXPECT_FALSE(Fits(MailFormat(), "a.eml", text)) << text;
  }
}

}  // namespace
}  // namespace norn::ingest
