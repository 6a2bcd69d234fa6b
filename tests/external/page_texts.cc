// Holds the reading of saved web pages against texts that persons took for the article, by the
// measure of the set they come with: precision and recall over shingles of four tokens, each page
// alike.
//
//   page_texts ground-truth.json FOLDER     a score, and with --list one line a page
//
// FOLDER has ID.html for each ID of the JSON file: {"ID": {"articleBody": "…"}, …}.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "absl/status/statusor.h"
#include "ingest/read/pages/html_page.h"
#include "proto/article.pb.h"
#include "tests/support/shingles.h"

namespace {

constexpr size_t kMostBytes = size_t{1} << 26;
std::string ReadFile(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// Without the captions of pictures, which are no running text.
std::string RunningText(const norn::proto::Article& article) {
  std::string text = article.text();
  for (int i = article.passage_size(); i-- > 0;) {
    const auto& passage = article.passage(i);
    if (passage.kind() != norn::proto::Article::Passage::CAPTION) continue;
    text.erase(passage.start(), passage.end() - passage.start());
  }
  return text;
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
  norn::tests::ShingleScore sum;
  for (const auto& [id, page] : truth.items()) {
    const std::string html =
        ReadFile((std::filesystem::path(argv[argc - 1]) / (id + ".html")).string());
    const auto article = norn::ingest::ReadHtmlPage(id, html, kMostBytes);
    const norn::tests::ShingleScore score = norn::tests::CompareShingles(
        page.value("articleBody", ""), article.ok() ? RunningText(*article) : std::string());
    sum.precision += score.precision;
    sum.recall += score.recall;
    if (lists) std::printf("%.3f %.3f %s\n", score.precision, score.recall, id.c_str());
  }
  const auto pages = static_cast<double>(truth.size());
  const norn::tests::ShingleScore mean = {sum.precision / pages, sum.recall / pages};
  std::printf("%zu pages: precision %.3f, recall %.3f, F1 %.3f\n", truth.size(), mean.precision,
              mean.recall, norn::tests::F1(mean));
  return 0;
}
