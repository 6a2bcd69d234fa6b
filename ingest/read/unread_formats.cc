#include "ingest/read/unread_formats.h"

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "ingest/read/syntax/xml_document.h"

namespace norn::ingest {
namespace {

struct Signature {
  absl::string_view kind;
  absl::string_view bytes;
  size_t at = 0;
  absl::string_view mend = "leave it out";
};

constexpr absl::string_view kAsText = "save it as plain text, docx, odt or PDF";

// NOLINTNEXTLINE(bugprone-string-literal-with-embedded-nul): the bytes are what they are.
const Signature kSignatures[] = {
    {"a PNG picture", "\x89PNG\r\n"},
    {"a JPEG picture", "\xFF\xD8\xFF"},
    {"a GIF picture", "GIF8"},
    {"a TIFF picture", absl::string_view("II*\0", 4)},
    {"a TIFF picture", absl::string_view("MM\0*", 4)},
    {"a WebP picture", "WEBP", 8},
    {"a WAV recording", "WAVE", 8},
    {"an MP3 recording", "ID3"},
    {"an Ogg recording", "OggS"},
    {"a FLAC recording", "fLaC"},
    {"an MP4 recording", "ftyp", 4},
    {"a Matroska recording", "\x1A\x45\xDF\xA3"},
    {"an RTF document", "{\\rtf", 0, kAsText},
    {"an office file of before 2007 (doc, xls, ppt, msg)", "\xD0\xCF\x11\xE0", 0, kAsText},
    {"a PostScript document", "%!PS", 0, kAsText},
    {"a program",
     "\x7F"
     "ELF"},
    {"a program", absl::string_view("MZ\x90\0", 4)},
    {"an SQLite database", "SQLite format 3"},
    {"a 7z archive", "7z\xBC\xAF", 0, "unpack it"},
    {"a RAR archive", "Rar!\x1A", 0, "unpack it"},
};

Fit FitsUnread(const Input& input) {
  return UnreadKind(input.head()).empty() ? Fit::kNone : Fit::kSignature;
}

void RefuseUnread(Input& input, const FormatOptions& /*options*/, FormatOutput& output) {
  output.AddProblem(input.name().place, absl::InvalidArgumentError(UnreadKind(input.head())));
}

// Weaker than a format that knows the element.
Fit FitsOtherXml(const Input& input) {
  absl::string_view head = input.head();
  absl::ConsumePrefix(&head, "\xEF\xBB\xBF");
  if (RootElement(head).empty()) return Fit::kNone;
  if (absl::StartsWith(head, "<?xml")) return Fit::kLikely;
  const size_t at = head.find('<');
  const absl::string_view tag = head.substr(at, head.find('>', at) - at);
  return absl::StrContains(tag, "xmlns") ? Fit::kLikely : Fit::kNone;
}

void RefuseOtherXml(Input& input, const FormatOptions& /*options*/, FormatOutput& output) {
  output.AddProblem(
      input.name().place,
      absl::InvalidArgumentError(absl::StrCat(
          "XML of a kind that is not read: its outermost element is <", RootElement(input.head()),
          ">; feeds (RSS, Atom), agencies' formats and XHTML are")));
}

}  // namespace

std::string UnreadKind(absl::string_view head) {
  for (const Signature& signature : kSignatures) {
    if (head.size() >= signature.at &&
        absl::StartsWith(head.substr(signature.at), signature.bytes)) {
      return absl::StrCat("it is ", signature.kind, ", which is not read: ", signature.mend);
    }
  }
  return "";
}

const Format& UnreadFormat() {
  static constexpr Format kFormat = {"unread", &FitsUnread, &RefuseUnread};
  return kFormat;
}

const RegisterFormat kUnread(UnreadFormat());

const Format& OtherXmlFormat() {
  static constexpr Format kFormat = {"XML", &FitsOtherXml, &RefuseOtherXml};
  return kFormat;
}

const RegisterFormat kOtherXml(OtherXmlFormat());

}  // namespace norn::ingest
