// Any bytes as an article, by the reader that the first byte chooses, in the language that the
// second one does: refused or read and extracted, and what comes of it can be resolved.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/article_preparation.h"
#include "ingest/extract/extractor.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/pipeline.h"
#include "ingest/read/html_page.h"
#include "ingest/read/json_lines.h"
#include "ingest/read/plain_text.h"
#include "proto/article.pb.h"

namespace {

constexpr size_t kMostBytes = 1 << 16;
constexpr size_t kReaders = 3;
constexpr const char* kLanguages[] = {"", "nb", "nn", "sv", "da", "en"};

absl::StatusOr<norn::proto::Article> Read(uint8_t reader, absl::string_view bytes) {
  switch (reader % kReaders) {
    case 0:
      return norn::ingest::ReadPlainText("a", std::string(bytes), kMostBytes);
    case 1:
      return norn::ingest::ReadHtmlPage("a", bytes, kMostBytes);
    default:
      return norn::ingest::ParseJsonArticle(bytes, "a", kMostBytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const absl::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  absl::StatusOr<norn::proto::Article> article = Read(data[0], bytes);
  if (!article.ok()) return 0;
  if (const char* language = kLanguages[data[1] % std::size(kLanguages)]; *language != '\0') {
    article->set_language(language);
  }
  static auto* const preparation =
      new norn::ingest::ArticlePreparation(norn::ingest::LexiconSet::BuiltIn());
  preparation->Prepare(*article);
  static const auto* const extractor = new norn::ingest::Extractor();
  if (!norn::ingest::BuildGraph({*article}, *extractor, {}).ok()) std::abort();
  return 0;
}
