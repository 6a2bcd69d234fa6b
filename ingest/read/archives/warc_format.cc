#include "ingest/read/archives/warc_format.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <map>
#include <sstream>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "ingest/read/text/line_reader.h"

// libarchive reads WARC, too, but passes over answers whose address ends with a slash, as those of
// many articles do, and over the second of two with one name.
namespace norn::ingest {
namespace {

constexpr size_t kLongestLine = size_t{64} << 10;
constexpr size_t kMostHeaders = 1000;

using Headers = std::map<std::string, std::string>;  // by name in small letters

// The lines "Name: value" up to the blank one. False: the stream ends within them, or they are
// none.
bool ReadHeaders(std::istream& in, Headers& headers) {
  LineReader lines(in, kLongestLine);
  for (size_t i = 0; i < kMostHeaders && lines.Next(); ++i) {
    const absl::string_view line = absl::StripTrailingAsciiWhitespace(lines.line());
    if (line.empty()) return true;
    const size_t colon = line.find(':');
    if (colon == absl::string_view::npos) continue;
    headers[absl::AsciiStrToLower(line.substr(0, colon))] =
        std::string(absl::StripAsciiWhitespace(line.substr(colon + 1)));
  }
  return false;
}

const std::string& At(const Headers& headers, const char* name) {
  static const auto* const kNone = new std::string();
  const auto found = headers.find(name);
  return found == headers.end() ? *kNone : found->second;
}

// "Transfer-Encoding: chunked": pieces with their lengths in front. What is damaged ends the text.
std::string WithoutChunks(absl::string_view body) {
  std::string text;
  while (true) {
    const size_t end = body.find("\r\n");
    if (end == absl::string_view::npos) return text;
    const absl::string_view length = body.substr(0, std::min(end, body.find(';')));
    uint64_t size = 0;
    if (!absl::SimpleHexAtoi(length, &size) || size == 0) return text;
    body.remove_prefix(end + 2);
    absl::StrAppend(&text, body.substr(0, size));
    if (size + 2 > body.size()) return text;
    body.remove_prefix(size + 2);
  }
}

bool IsRead(absl::string_view type) {
  const std::string kind = absl::AsciiStrToLower(type);
  if (absl::StrContains(kind, "css") || absl::StrContains(kind, "javascript")) return false;
  for (const char* read : {"text/", "html", "xml", "json", "pdf"}) {
    if (absl::StrContains(kind, read)) return !absl::StrContains(kind, "svg");
  }
  return kind.empty();
}

// The body of an answer in HTTP; empty: it is none, an error, or of a kind that is no text.
std::string BodyOfAnswer(const std::string& answer) {
  std::istringstream in(answer);
  std::string status;
  std::getline(in, status);
  const size_t code = status.find(' ');
  if (code == std::string::npos || status.substr(code + 1, 1) != "2") return "";
  Headers headers;
  if (!ReadHeaders(in, headers) || !IsRead(At(headers, "content-type"))) return "";
  std::string body = answer.substr(static_cast<size_t>(in.tellg()));
  const bool is_chunked =
      absl::StrContains(absl::AsciiStrToLower(At(headers, "transfer-encoding")), "chunked");
  return is_chunked ? WithoutChunks(body) : body;
}

class WarcReader {
 public:
  WarcReader(Input& input, const FormatOptions& options, FormatOutput& output)
      : input_(input), max_bytes_(options.max_file_bytes), output_(output) {}

  void Read() {
    size_t answers = 0;
    std::string version;
    while (NextVersion(version)) {
      ++number_;
      Headers headers;
      uint64_t size = 0;
      if (!absl::StartsWith(version, "WARC/") || !ReadHeaders(input_.stream(), headers) ||
          !absl::SimpleAtoi(At(headers, "content-length"), &size)) {
        return Refuse("the WARC archive is damaged; what stands behind is lost");
      }
      const std::string& type = At(headers, "warc-type");
      const bool is_page = type == "response" || type == "resource";
      if (!is_page || size > max_bytes_) {
        if (is_page) Refuse(absl::StrCat("a page of more than ", max_bytes_ >> 20, " MiB"));
        input_.stream().ignore(static_cast<std::streamsize>(size));
        continue;
      }
      std::string block(size, '\0');
      input_.stream().read(block.data(), static_cast<std::streamsize>(size));
      if (static_cast<uint64_t>(input_.stream().gcount()) < size) {
        return Refuse("the WARC archive ends early; get it anew");
      }
      const bool is_answer = absl::StrContains(At(headers, "content-type"), "http");
      if (!is_answer && !IsRead(At(headers, "content-type"))) continue;
      ReadPage(At(headers, "warc-target-uri"), is_answer ? BodyOfAnswer(block) : std::move(block));
      ++answers;
    }
    if (answers == 0) Refuse("there is no page in the WARC archive");
  }

 private:
  // The next line that is not blank.
  bool NextVersion(std::string& version) {
    LineReader lines(input_.stream(), kLongestLine);
    while (lines.Next()) {
      version = std::string(absl::StripTrailingAsciiWhitespace(lines.line()));
      if (!version.empty()) return true;
    }
    return false;
  }

  void ReadPage(absl::string_view address, std::string bytes) {
    if (bytes.empty()) return;
    absl::ConsumePrefix(&address, "<");
    absl::ConsumeSuffix(&address, ">");
    InputName name = {Place(), std::string(address), ""};
    if (address.empty())
      name = {Place(), Place(), absl::StrCat(input_.name().origin, ":", number_)};
    std::istringstream stream(std::move(bytes));
    Input page(std::move(name), stream);
    output_.Read(page);
  }

  std::string Place() const { return absl::StrCat(input_.name().place, ":", number_); }

  void Refuse(const std::string& why) {
    output_.AddProblem(Place(), absl::InvalidArgumentError(why));
  }

  Input& input_;
  size_t max_bytes_;
  FormatOutput& output_;
  size_t number_ = 0;
};

Fit Fits(const Input& input) {
  return absl::StartsWith(input.head(), "WARC/") ? Fit::kSignature : Fit::kNone;
}

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  WarcReader(input, options, output).Read();
}

}  // namespace

const Format& WarcFormat() {
  static constexpr Format kFormat = {"WARC", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kWarc(WarcFormat());

}  // namespace norn::ingest
