#include "ingest/analysis/web_addresses.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

// The address at the text's start; empty: none begins there.
std::string Address(const std::string& text) {
  const ParagraphPieces pieces(text, {0, static_cast<uint32_t>(text.size())});
  if (!BeginsAddress(pieces, 0)) return "";
  return text.substr(0, pieces[EndOfAddress(pieces, 0) - 1].bytes.end);
}

TEST(WebAddressesTest, EndAtABlankWithoutTheSentencesPunctuation) {
  struct Case {
    const char* text;
    const char* address;
  };
  for (const Case& c : std::vector<Case>{
           {"https://avis.example/a?b=1&c=2#d og", "https://avis.example/a?b=1&c=2#d"},
           {"http://avis.example.", "http://avis.example"},
           {"www.avis.example), sier", "www.avis.example"},
           {"https://avis.example/a\" target", "https://avis.example/a"},
           {"https://avis.example/a/", "https://avis.example/a/"},
           {"https og http", ""},
           {"wwww.avis.example", ""},
           {"avis.example/a", ""},
       }) {
    EXPECT_EQ(Address(c.text), c.address) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
