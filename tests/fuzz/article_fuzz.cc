// Any bytes as a file, of the name that the first byte chooses, in the language that the second one
// does: refused, or read by whatever format recognises it and extracted, and what comes of it can
// be resolved.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/extract/extractor.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/pipeline.h"
#include "ingest/prepare/article_preparation.h"
#include "ingest/read/format/collecting_output.h"
#include "ingest/read/format/input.h"
#include "ingest/read/formats.h"
#include "proto/article.pb.h"

namespace {

constexpr size_t kMostBytes = 1 << 16;
constexpr const char* kLanguages[] = {"", "nb", "nn", "sv", "da", "en"};
// Names that a format is recognised by; the bytes do the rest.
constexpr const char* kNames[] = {"a", "a.jsonl", "a.html", "a.csv"};

std::vector<norn::proto::Article> Read(uint8_t name, absl::string_view bytes) {
  std::istringstream stream{std::string(bytes)};
  norn::ingest::FormatOptions options;
  options.max_article_bytes = kMostBytes;
  options.max_file_bytes = kMostBytes;
  norn::ingest::Input input({"a", kNames[name % std::size(kNames)], "/a"}, stream);
  norn::ingest::CollectingOutput output;
  norn::ingest::FormatOf(input).read(input, options, output);
  return std::move(output.articles);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const absl::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  std::vector<norn::proto::Article> articles = Read(data[0], bytes);
  static auto* const preparation =
      new norn::ingest::ArticlePreparation(norn::ingest::LexiconSet::BuiltIn());
  for (norn::proto::Article& article : articles) {
    const char* const language = kLanguages[data[1] % std::size(kLanguages)];
    if (*language != '\0') article.set_language(language);
    preparation->Prepare(article);
  }
  static const auto* const extractor = new norn::ingest::Extractor();
  if (!norn::ingest::BuildGraph(articles, *extractor, {}).ok()) std::abort();
  return 0;
}
