// Any bytes to one format's reader, whether or not it takes them for its own. Which one, the target
// says: NORN_FUZZED_FORMAT is a format's name. What it gives are articles of sound text within the
// limit, and problems that say where they are.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/read/format/collecting_output.h"
#include "ingest/read/format/input.h"
#include "ingest/read/formats.h"
#include "ingest/read/text/text_checks.h"
#include "proto/article.pb.h"

namespace {

constexpr size_t kMostBytes = 1 << 16;

const norn::ingest::Format& FuzzedFormat() {
  for (const norn::ingest::Format* format : norn::ingest::AllFormats()) {
    if (format->name == NORN_FUZZED_FORMAT) return *format;
  }
  std::abort();  // no format is called so
}

// Bytes that lie inside are no article yet: a format of theirs reads them.
class ArticlesOnly : public norn::ingest::CollectingOutput {
 public:
  void Read(norn::ingest::Input& inner) override {
    static_cast<void>(inner.ReadAll(kMostBytes));
    static_cast<void>(norn::ingest::FormatOf(inner));
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const norn::ingest::Format& format = FuzzedFormat();
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  norn::ingest::FormatOptions options;
  options.max_article_bytes = kMostBytes;
  options.max_file_bytes = kMostBytes;
  norn::ingest::Input input({"a", "a", "/a"}, stream);
  static_cast<void>(format.fits(input));
  ArticlesOnly output;
  format.read(input, options, output);
  for (const norn::proto::Article& article : output.articles) {
    if (!norn::ingest::CheckText(article.text(), kMostBytes).ok()) std::abort();
  }
  for (const norn::ingest::ReadProblem& problem : output.problems) {
    if (problem.place.empty() || problem.status.ok() || problem.status.message().empty()) {
      std::abort();
    }
  }
  return 0;
}
