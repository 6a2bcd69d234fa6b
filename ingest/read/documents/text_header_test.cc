#include "ingest/read/documents/text_header.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(TextHeaderTest, FindsTheDateAndWhereTheTextBegins) {
  struct Case {
    const char* text;
    const char* published;
    const char* body;
  };
  for (const Case& c : std::vector<Case>{
           {"---\ntitle: \"Møte\"\ndate: 2025-03-05\nlayout: x\n---\n\nDahl "
            "kom.",
            "2025-03-05", "Dahl kom."},
           {"Dato: 5. mars 2025\nTittel: Møte\n\nDahl kom.", "2025-03-05", "Dahl kom."},
           {"Title: Rain\r\nDate: Wed, 05 Mar 2025 09:30:00 +0100\r\n\r\nIt "
            "rains.",
            "2025-03-05", "It rains."},
           {"Publicerad: 2025-03-05\nDet regnar.", "2025-03-05", "Det regnar."},
           {"05.03.2025\nDahl kom.", "2025-03-05", "Dahl kom."},
           {"\xEF\xBB\xBFonsdag 5. mars 2025\n\nDahl kom.", "2025-03-05", "Dahl kom."},
           {"Dahl kom 5. mars 2025\nHan gikk.", "", "Dahl kom 5. mars 2025\nHan gikk."},
           {"5. mars 2025.\nDa kom han.", "", "5. mars 2025.\nDa kom han."},
           {"I 2025\nDahl kom.", "", "I 2025\nDahl kom."},
           {"Tittel: Møte\nDahl kom.", "", "Tittel: Møte\nDahl kom."},
           {"Dato: ukjent\nDahl kom.", "", "Dato: ukjent\nDahl kom."},
           {"---\nuten slutt", "", "---\nuten slutt"},
           {"", "", ""},
       }) {
    const TextHeader header = FindTextHeader(c.text);
    EXPECT_EQ(header.published, c.published) << c.text;
    EXPECT_EQ(std::string(c.text).substr(header.end), c.body) << c.text;
  }
}

TEST(TextHeaderTest, ReadsTheOtherFields) {
  const TextHeader header = FindTextHeader(
      "---\ntitle: 'Møte'\nurl: https://example.org/1\nKilde: "
      "Nordlys\nauthor: Kari Moe\nlang: nb\n"
      "date: 2025\n---\nDahl kom.");
  EXPECT_EQ(header.title, "Møte");
  EXPECT_EQ(header.url, "https://example.org/1");
  EXPECT_EQ(header.source, "Nordlys");
  EXPECT_EQ(header.author, "Kari Moe");
  EXPECT_EQ(header.language, "nb");
  EXPECT_EQ(header.published, "2025");
}

}  // namespace
}  // namespace norn::ingest
