#include "ingest/read/reader.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "base/digest.h"
#include "base/status_macros.h"
#include "ingest/read/html_page.h"
#include "ingest/read/json_lines.h"
#include "ingest/read/judgements_file.h"
#include "ingest/read/normal_form.h"
#include "ingest/read/plain_text.h"
#include "ingest/read/source_files.h"
#include "ingest/read/text_checks.h"
#include "ingest/read/unique_names.h"

namespace norn::ingest {
namespace {

constexpr char kStandardInput[] = "-";
constexpr char kStandardInputName[] = "stdin";

// The same however the user writes the path.
std::string OriginOf(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  return (error ? std::filesystem::path(path) : absolute).lexically_normal().string();
}

std::string EndingOf(const std::string& path) {
  return absl::AsciiStrToLower(std::filesystem::path(path).extension().string());
}

class Reader {
 public:
  Reader(const ReadOptions& options, ReadResult& result)
      : options_(options),
        // Offsets in articles are 32 bits wide.
        max_bytes_(
            std::min<size_t>(options.max_article_bytes, std::numeric_limits<int32_t>::max())),
        result_(result) {}

  void ReadSource(const std::string& source) {
    if (source == kStandardInput) {
      ReadStream(options_.standard_input == nullptr ? std::cin : *options_.standard_input);
      return;
    }
    const size_t first_problem = result_.problems.size();
    for (const std::string& path : ListSource(source, result_.problems, options_.skip))
      ReadFile(path);
    std::stable_sort(result_.problems.begin() + static_cast<std::ptrdiff_t>(first_problem),
                     result_.problems.end(), [](const ReadProblem& a, const ReadProblem& b) {
                       return FileOf(a.place) < FileOf(b.place);
                     });
  }

 private:
  // Without the line, so that a stable sort leaves a file's lines in their order.
  static absl::string_view FileOf(absl::string_view place) {
    const size_t colon = place.find_last_not_of("0123456789");
    return colon != absl::string_view::npos && place[colon] == ':' ? place.substr(0, colon) : place;
  }

  void ReadFile(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    const std::string ending = EndingOf(path);
    if (ending == ".jsonl" || ending == ".ndjson") {
      ReadLinesOf(path, name);
      return;
    }
    absl::StatusOr<std::string> bytes = ReadWholeFile(path, max_bytes_);
    if (!bytes.ok()) {
      result_.problems.push_back({path, bytes.status()});
    } else if (ending == kJudgementsEnding) {
      AddFile(path, JudgementsFile(name, *std::move(bytes)));
    } else if (ending == ".html" || ending == ".htm") {
      AddFile(path, ReadHtmlPage(name, *bytes, max_bytes_));
    } else {
      AddFile(path, ReadPlainText(name, *std::move(bytes), max_bytes_));
    }
  }

  // Not news, but kept like it; resolution reads it.
  static absl::StatusOr<proto::Article> JudgementsFile(const std::string& name, std::string bytes) {
    proto::Article article;
    article.set_name(name);
    article.set_language(kJudgementsLanguage);
    article.set_sha256(base::Sha256Hex(bytes));
    article.set_text(std::move(bytes));
    return article;
  }

  void ReadLinesOf(const std::string& path, const std::string& name) {
    std::error_code error;
    std::ifstream in(path, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(path, error)) {
      result_.problems.push_back(
          {path, absl::UnavailableError("cannot be opened; check that it is a file you may read")});
      return;
    }
    ReadJsonLines(in, {path, name, OriginOf(path)}, max_bytes_, result_);
  }

  // JSON Lines begin with a bracket; all else is one plain text.
  void ReadStream(std::istream& in) {
    if (in.peek() == '{') {
      ReadJsonLines(in, {kStandardInput, kStandardInputName, kStandardInputOrigin}, max_bytes_,
                    result_);
      return;
    }
    std::string bytes;
    for (int c = in.get(); in.good() && bytes.size() <= max_bytes_; c = in.get()) {
      bytes.push_back(static_cast<char>(c));
    }
    Add(kStandardInput, kStandardInputOrigin,
        ReadPlainText(kStandardInputName, std::move(bytes), max_bytes_));
  }

  void AddFile(const std::string& path, absl::StatusOr<proto::Article> article) {
    Add(path, OriginOf(path), std::move(article));
  }

  void Add(const std::string& place, const std::string& origin,
           absl::StatusOr<proto::Article> article) {
    if (article.ok()) {
      article->set_origin(origin);
      result_.articles.push_back(*std::move(article));
    } else {
      result_.problems.push_back({place, article.status()});
    }
  }

  const ReadOptions& options_;
  const size_t max_bytes_;
  ReadResult& result_;
};

}  // namespace

ReadResult ReadSources(absl::Span<const std::string> sources, const ReadOptions& options) {
  ReadResult result;
  Reader reader(options, result);
  for (const std::string& source : sources) reader.ReadSource(source);
  for (proto::Article& article : result.articles) {
    if (!IsJudgements(article)) {
      article.set_text(ToNormalForm(article.text()));
      article.set_title(ToNormalForm(article.title()));
    }
    article.set_name(ToNormalForm(article.name()));
    article.set_origin(ToNormalForm(article.origin()));
    article.set_sha256(base::Sha256Hex(article.text()));
  }
  result.replaced = MakeNamesUnique(result.articles);
  return result;
}

}  // namespace norn::ingest
