// Holds the reading of saved web pages against texts that persons took for the article, by the
// measure of the set they come with: precision and recall over shingles of four tokens, each page
// alike.
//
//   page_texts ground-truth.json FOLDER     a score, and with --list one line a page
//
// FOLDER has ID.html for each ID of the JSON file: {"ID": {"articleBody": "…"}, …}.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "ingest/read/pages/html_page.h"

namespace {

constexpr size_t kMostBytes = size_t{1} << 26;
constexpr size_t kShingle = 4;

using Shingles = std::map<std::vector<std::string>, int>;

std::string ReadFile(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// Runs of letters and digits; what is no ASCII is a letter.
std::vector<std::string> Tokens(const std::string& text) {
  std::vector<std::string> tokens;
  std::string token;
  for (const char c : text + " ") {
    const bool is_part =
        absl::ascii_isalnum(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (is_part) token += c;
    if (!is_part && !token.empty()) tokens.push_back(std::exchange(token, ""));
  }
  return tokens;
}

Shingles ShinglesOf(const std::string& text) {
  const std::vector<std::string> tokens = Tokens(text);
  Shingles shingles;
  const size_t size = std::min(kShingle, tokens.size());
  for (size_t i = 0; size > 0 && i + size <= tokens.size(); ++i) {
    ++shingles[{tokens.begin() + static_cast<std::ptrdiff_t>(i),
                tokens.begin() + static_cast<std::ptrdiff_t>(i + size)}];
  }
  return shingles;
}

struct Score {
  double precision = 0;
  double recall = 0;
};

Score Compare(const std::string& wanted_text, const std::string& found_text) {
  const Shingles wanted = ShinglesOf(wanted_text);
  const Shingles found = ShinglesOf(found_text);
  double both = 0;
  double only_found = 0;
  double only_wanted = 0;
  for (const auto& [shingle, count] : found) {
    const auto other = wanted.find(shingle);
    const int shared = other == wanted.end() ? 0 : std::min(count, other->second);
    both += shared;
    only_found += count - shared;
  }
  for (const auto& [shingle, count] : wanted) {
    const auto other = found.find(shingle);
    only_wanted += count - (other == found.end() ? 0 : std::min(count, other->second));
  }
  const auto share = [&](double others) { return both + others > 0 ? both / (both + others) : 1; };
  return {share(only_found), share(only_wanted)};
}

}  // namespace

int main(int argc, char** argv) {
  const bool lists = argc == 4 && std::string(argv[1]) == "--list";
  if (argc != (lists ? 4 : 3)) {
    std::fprintf(stderr, "usage: page_texts [--list] GROUND-TRUTH.json FOLDER\n");
    return 64;
  }
  const nlohmann::json truth =
      nlohmann::json::parse(ReadFile(argv[argc - 2]), nullptr, /*allow_exceptions=*/false);
  if (!truth.is_object() || truth.empty()) {
    std::fprintf(stderr, "page_texts: %s is no JSON object of pages\n", argv[argc - 2]);
    return 65;
  }
  Score sum;
  for (const auto& [id, page] : truth.items()) {
    const std::string html =
        ReadFile((std::filesystem::path(argv[argc - 1]) / (id + ".html")).string());
    const auto article = norn::ingest::ReadHtmlPage(id, html, kMostBytes);
    const Score score =
        Compare(page.value("articleBody", ""), article.ok() ? article->text() : std::string());
    sum.precision += score.precision;
    sum.recall += score.recall;
    if (lists) std::printf("%.3f %.3f %s\n", score.precision, score.recall, id.c_str());
  }
  const auto pages = static_cast<double>(truth.size());
  const double precision = sum.precision / pages;
  const double recall = sum.recall / pages;
  std::printf("%zu pages: precision %.3f, recall %.3f, F1 %.3f\n", truth.size(), precision, recall,
              2 * precision * recall / std::max(precision + recall, 1e-9));
  return 0;
}
