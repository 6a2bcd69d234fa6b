#include "ingest/read/archives/archive_format.h"

#include <array>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "ingest/read/archives/archive_reader.h"
#include "ingest/read/articles/unique_names.h"

namespace norn::ingest {
namespace {

Fit Fits(const Input& input) {
  const absl::string_view head = input.head();
  static constexpr std::array<absl::string_view, 6> kSignatures = {"\x1F\x8B",
                                                                   absl::string_view("\xFD"
                                                                                     "7zXZ\0",
                                                                                     6),
                                                                   "\x28\xB5\x2F\xFD",
                                                                   "BZh",
                                                                   "PK\x03\x04",
                                                                   "PK\x05\x06"};
  for (const absl::string_view signature : kSignatures) {
    if (absl::StartsWith(head, signature)) return Fit::kSignature;
  }
  constexpr size_t kTarSignature = 257;
  const bool is_tar =
      head.size() > kTarSignature && absl::StartsWith(head.substr(kTarSignature), "ustar");
  return is_tar ? Fit::kSignature : Fit::kNone;
}

// "feed.xml" for "feed.xml.gz".
std::string WithoutEnding(absl::string_view name) {
  for (const absl::string_view ending : {".gz", ".xz", ".zst", ".bz2"}) {
    if (absl::EndsWithIgnoreCase(name, ending)) {
      return std::string(name.substr(0, name.size() - ending.size()));
    }
  }
  return std::string(name);
}

// What a member is called: its own name in the archive, and its place as a path below the
// archive's.
InputName NameOfMember(const InputName& input, const ArchiveReader& archive) {
  const bool is_piped = input.origin == kStandardInputOrigin;
  if (archive.is_single()) {
    return {input.place, WithoutEnding(input.name),
            is_piped ? input.origin : WithoutEnding(input.origin)};
  }
  const absl::string_view path = archive.path();
  const std::string name(path.substr(path.rfind('/') + 1));
  return {absl::StrCat(input.place, "/", path), name,
          is_piped ? input.origin : absl::StrCat(input.origin, "/", path)};
}

// What systems put into archives beside the files that one meant.
bool IsHidden(absl::string_view path) {
  return absl::StartsWith(path, "__MACOSX/") || absl::StartsWith(path, ".") ||
         absl::StrContains(path, "/.");
}

bool IsNews(absl::string_view path) {
  absl::ConsumePrefix(&path, "./");
  return !IsHidden(path);
}

void Read(Input& input, const FormatOptions& /*options*/, FormatOutput& output) {
  ReadMembers(input, &IsNews, output);
}

}  // namespace

void ReadMembers(Input& input, absl::FunctionRef<bool(absl::string_view path)> is_read,
                 FormatOutput& output) {
  ArchiveReader archive(input.stream(), {});
  size_t members = 0;
  while (true) {
    const absl::StatusOr<bool> more = archive.Next();
    if (!more.ok()) return output.AddProblem(input.name().place, more.status());
    if (!*more) break;
    ++members;
    if (!archive.is_single() && !is_read(archive.path())) continue;
    const InputName name = NameOfMember(input.name(), archive);
    Input member(name, archive.member());
    output.Read(member);
    if (!archive.member_status().ok()) {
      return output.AddProblem(name.place, archive.member_status());
    }
  }
  if (members == 0) {
    output.AddProblem(input.name().place,
                      absl::InvalidArgumentError("there is no file in the archive"));
  }
}

const Format& ArchiveFormat() {
  static constexpr Format kFormat = {"archive", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kArchive(ArchiveFormat());

}  // namespace norn::ingest
