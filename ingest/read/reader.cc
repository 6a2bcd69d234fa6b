#include "ingest/read/reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <istream>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "base/digest.h"
#include "ingest/read/articles/unique_names.h"
#include "ingest/read/dates/article_date.h"
#include "ingest/read/format/format.h"
#include "ingest/read/format/input.h"
#include "ingest/read/formats.h"
#include "ingest/read/judgements_file.h"
#include "ingest/read/source_files.h"
#include "ingest/read/text/normal_form.h"
#include "ingest/read/text/text_encoding.h"

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

// The day in UTC, as ISO date; empty where the system does not tell it.
std::string LastChanged(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return "";
  return absl::FormatTime("%Y-%m-%d", absl::FromUnixSeconds(status.st_mtime), absl::UTCTimeZone());
}

std::string EndingOf(const std::string& path) {
  return absl::AsciiStrToLower(std::filesystem::path(path).extension().string());
}

class Reader : public FormatOutput {
 public:
  Reader(const ReadOptions& options, ReadResult& result) : read_options_(options), result_(result) {
    // Offsets in articles are 32 bits wide.
    options_.max_article_bytes =
        std::min<size_t>(options.max_article_bytes, std::numeric_limits<int32_t>::max());
    options_.fields = options.fields;
    options_.encoding = options.encoding;
  }

  void ReadSource(const std::string& source) {
    if (source == kStandardInput) {
      std::istream* const in = read_options_.standard_input;
      Input input({kStandardInput, kStandardInputName, kStandardInputOrigin},
                  in == nullptr ? std::cin : *in);
      Read(input);
      return;
    }
    const size_t first_problem = result_.problems.size();
    for (const std::string& path : ListSource(source, result_.problems, read_options_.skip))
      ReadFile(path);
    std::stable_sort(result_.problems.begin() + static_cast<std::ptrdiff_t>(first_problem),
                     result_.problems.end(), [](const ReadProblem& a, const ReadProblem& b) {
                       return FileOf(a.place) < FileOf(b.place);
                     });
  }

  void Add(proto::Article article) override {
    if (article.format().empty()) article.set_format(std::string(format_));
    if (!IsJudgements(article)) {
      Normalize(article);
      if (IsMojibake(article.text())) {
        AddNote(article.name(),
                "its letters look garbled (\"Ã¸\" for \"ø\"): UTF-8 that was read as another "
                "encoding before it was saved; save it anew from the source");
      }
    }
    if (article.published().empty()) article.set_published(DateOfFileName(article.name()));
    if (article.published().empty()) article.set_published(last_changed_);
    result_.articles.push_back(std::move(article));
  }

  void AddProblem(std::string place, absl::Status problem) override {
    result_.problems.push_back({std::move(place), std::move(problem)});
  }

  void AddNote(std::string place, std::string note) override {
    result_.notes.push_back({std::move(place), std::move(note)});
  }

  void Read(Input& input) override {
    // Archives in archives in archives are made to do harm.
    constexpr int kMaxDepth = 6;
    if (depth_ == kMaxDepth) {
      AddProblem(input.name().place,
                 absl::InvalidArgumentError(absl::StrCat(
                     "more than ", kMaxDepth, " archives in each other; unpack the outer ones")));
      return;
    }
    const absl::string_view outer = format_;
    const Format& format = FormatOf(input);
    format_ = format.name;
    ++depth_;
    format.read(input, options_, *this);
    --depth_;
    format_ = outer;
  }

 private:
  // Without the line, so that a stable sort leaves a file's lines in their order.
  static absl::string_view FileOf(absl::string_view place) {
    const size_t colon = place.find_last_not_of("0123456789");
    return colon != absl::string_view::npos && place[colon] == ':' ? place.substr(0, colon) : place;
  }

  static void Normalize(proto::Article& article) {
    for (std::string* text :
         {article.mutable_text(), article.mutable_title(), article.mutable_source(),
          article.mutable_section(), article.mutable_rights(), article.mutable_name(),
          article.mutable_origin()}) {
      *text = ToNormalForm(*text);
    }
  }

  void ReadFile(const std::string& path) {
    const absl::StatusOr<std::unique_ptr<std::istream>> file = OpenFile(path);
    if (!file.ok()) return AddProblem(path, file.status());
    const std::string name = std::filesystem::path(path).filename().string();
    Input input({path, name, OriginOf(path)}, **file);
    if (EndingOf(path) == kJudgementsEnding) return ReadJudgements(input);
    last_changed_ = read_options_.published_from_mtime ? LastChanged(path) : "";
    Read(input);
  }

  // Not news, but kept like it; resolution reads it.
  void ReadJudgements(Input& input) {
    absl::StatusOr<std::string> bytes = input.ReadAll(options_.max_article_bytes);
    if (!bytes.ok()) return AddProblem(input.name().place, bytes.status());
    proto::Article article;
    article.set_name(input.name().name);
    article.set_origin(input.name().origin);
    article.set_language(kJudgementsLanguage);
    article.set_format(kJudgementsLanguage);
    article.set_text(*std::move(bytes));
    Add(std::move(article));
  }

  const ReadOptions& read_options_;
  FormatOptions options_;
  ReadResult& result_;
  absl::string_view format_;
  std::string last_changed_;  // the day of the file that is read, where it is asked for
  int depth_ = 0;
};

}  // namespace

ReadResult ReadSources(absl::Span<const std::string> sources, const ReadOptions& options) {
  ReadResult result;
  Reader reader(options, result);
  for (const std::string& source : sources) reader.ReadSource(source);
  for (proto::Article& article : result.articles) {
    article.set_sha256(base::Sha256Hex(article.text()));
    if (article.origin().empty()) article.set_origin(absl::StrCat(kIdOrigin, article.name()));
  }
  result.replaced = MakeNamesUnique(result.articles);
  return result;
}

}  // namespace norn::ingest
