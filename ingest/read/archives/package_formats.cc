#include "ingest/read/archives/package_formats.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "ingest/read/archives/archive_format.h"
#include "ingest/read/archives/archive_reader.h"

namespace norn::ingest {
namespace {

bool IsCrawl(absl::string_view path) {
  return absl::StartsWith(path, "archive/") &&
         (absl::EndsWith(path, ".warc") || absl::EndsWith(path, ".warc.gz"));
}

// Programs begin the archive with one or another of its parts.
Fit FitsWacz(const Input& input) {
  const absl::string_view first = FirstOfZip(input.head());
  if (first.empty()) return Fit::kNone;
  for (const absl::string_view part : {"datapackage", "pages/pages.jsonl", "indexes/index"}) {
    if (absl::StartsWith(first, part)) return Fit::kInside;
  }
  constexpr size_t kSearched = 300;
  const bool is_crawl =
      absl::StartsWith(first, "archive/") && absl::StrContains(first.substr(0, kSearched), ".warc");
  return is_crawl || absl::EndsWithIgnoreCase(input.name().name, ".wacz") ? Fit::kInside
                                                                          : Fit::kNone;
}

void ReadWacz(Input& input, const FormatOptions& /*options*/, FormatOutput& output) {
  ReadMembers(input, &IsCrawl, output);
}

bool IsPage(absl::string_view path) {
  for (const absl::string_view ending : {".xhtml", ".html", ".htm"}) {
    if (absl::EndsWithIgnoreCase(path, ending)) return !absl::StrContains(path, "nav.");
  }
  return false;
}

Fit FitsEpub(const Input& input) {
  constexpr size_t kSearched = 100;
  const absl::string_view first = FirstOfZip(input.head());
  const bool is_book = absl::StartsWith(first, "mimetype") &&
                       absl::StrContains(first.substr(0, kSearched), "application/epub+zip");
  return is_book ? Fit::kInside : Fit::kNone;
}

void ReadEpub(Input& input, const FormatOptions& /*options*/, FormatOutput& output) {
  ReadMembers(input, &IsPage, output);
}

}  // namespace

const Format& WaczFormat() {
  static constexpr Format kFormat = {"WACZ", &FitsWacz, &ReadWacz};
  return kFormat;
}

const RegisterFormat kWacz(WaczFormat());

const Format& EpubFormat() {
  static constexpr Format kFormat = {"EPUB", &FitsEpub, &ReadEpub};
  return kFormat;
}

const RegisterFormat kEpub(EpubFormat());

}  // namespace norn::ingest
