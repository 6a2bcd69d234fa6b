#include "ingest/read/formats.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

std::string NameOf(const std::string& file, const std::string& bytes) {
  std::istringstream stream(bytes);
  const Input input({file, file, file}, stream);
  return std::string(FormatOf(input).name);
}

TEST(FormatsTest, TakesTheSurest) {
  struct Case {
    const char* format;
    const char* file;
    const char* bytes;
  };
  for (const Case& c : std::vector<Case>{
           {"plain text", "a.txt", "Det regner."},
           {"plain text", "a.xml", ""},
           {"HTML", "a.html", "Det regner."},
           {"HTML", "a.txt", "<!DOCTYPE html><html><p>Det regner."},
           {"RSS", "a.html", "<rss version='2.0'>"},
           {"Atom", "a", "<feed xmlns='http://www.w3.org/2005/Atom'>"},
           {"XML", "a", "<?xml version='1.0'?><urlset/>"},
           {"JSON", "a.html", "{\"text\": \"x\"}"},
           {"JSON", "a.jsonl", ""},
           {"table", "a.csv", "x"},
           {"table", "a.txt", "title,text,date\nx,y,z\n"},
           {"mail", "a.html", "From: a@b.example\nTo: c@d.example\nSubject: Regn\n\nx"},
           {"PDF", "a.txt", "%PDF-1.7"},
           {"archive", "a.txt", "BZh91"},
           {"WARC", "a.txt", "WARC/1.1\r\n"},
           {"unread", "a.txt", "\x89PNG\r\n"},
       }) {
    EXPECT_EQ(NameOf(c.file, c.bytes), c.format) << c.file << ": " << c.bytes;
  }
}

TEST(FormatsTest, HaveNamesOfTheirOwn) {
  std::set<std::string> names;
  for (const Format* format : AllFormats()) {
    EXPECT_TRUE(names.insert(std::string(format->name)).second) << format->name;
  }
  // One of each folder of formats: what registers itself is linked in.
  for (const char* name : {"RSS", "JSON", "EPUB", "mail", "HTML", "unread"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

// Of two formats that are equally sure the name would decide, which says nothing.
TEST(FormatsTest, OneIsSurestOfEachExample) {
  size_t examples = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/sources")) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string name = entry.path().filename().string();
    const Input input({name, name, name}, stream);
    std::map<Fit, int> counts;
    for (const Format* format : AllFormats()) ++counts[format->fits(input)];
    const auto [surest, count] = *counts.rbegin();
    EXPECT_TRUE(surest == Fit::kNone || count == 1) << name;
    ++examples;
  }
  EXPECT_GT(examples, 20);
}

}  // namespace
}  // namespace norn::ingest
