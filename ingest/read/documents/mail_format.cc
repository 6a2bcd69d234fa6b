#include "ingest/read/documents/mail_format.h"

#include <gmime/gmime.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/pages/html_page.h"
#include "ingest/read/text/text_checks.h"
#include "ingest/read/text/text_encoding.h"

namespace norn::ingest {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

// How deep parts may stand in parts.
constexpr int kMaxDepth = 16;

absl::string_view ViewOf(const char* text) {
  return text == nullptr ? absl::string_view() : absl::string_view(text);
}

// The name of a header at the beginning of a line: "Subject".
absl::string_view HeaderName(absl::string_view line) {
  const size_t colon = line.find(':');
  if (colon == absl::string_view::npos || colon == 0) return "";
  for (const char c : line.substr(0, colon)) {
    if (!absl::ascii_isalnum(c) && c != '-') return "";
  }
  return line.substr(0, colon);
}

// Lines of headers, two of them such as only mail has.
Fit Fits(const Input& input) {
  static constexpr std::array<absl::string_view, 10> kMailHeaders = {
      "from",     "to",   "subject", "message-id",  "mime-version",
      "received", "date", "sender",  "return-path", "content-type"};
  absl::string_view head = input.head();
  int known = 0;
  bool is_first = true;
  while (!head.empty()) {
    const size_t end = head.find('\n');
    absl::string_view line = head.substr(0, end);
    head = end == absl::string_view::npos ? absl::string_view() : head.substr(end + 1);
    line = absl::StripTrailingAsciiWhitespace(line);
    const bool is_postmark = is_first && absl::StartsWith(line, "From ");
    const bool goes_on = !is_first && !line.empty() && absl::ascii_isspace(line[0]);
    is_first = false;
    if (is_postmark || goes_on) continue;
    const std::string name = absl::AsciiStrToLower(HeaderName(line));
    if (name.empty()) break;
    for (const absl::string_view header : kMailHeaders) known += name == header ? 1 : 0;
  }
  constexpr int kEnough = 3;
  return known >= kEnough ? Fit::kContent : Fit::kNone;
}

// Decoded from base64 or quoted-printable, in whatever encoding.
std::string BytesOf(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return "";
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  if (bytes == nullptr || bytes->len == 0) return "";
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// The first parts that are text: a mail often has its text twice, plain and as HTML.
struct TextParts {
  GMimePart* plain = nullptr;
  GMimePart* html = nullptr;
};

void FindTextParts(GMimeObject* object, int depth, TextParts& parts) {
  if (object == nullptr || depth > kMaxDepth) return;
  if (GMIME_IS_MULTIPART(object)) {
    auto* const multipart = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
      FindTextParts(g_mime_multipart_get_part(multipart, i), depth + 1, parts);
    }
    return;
  }
  if (!GMIME_IS_PART(object) || ViewOf(g_mime_object_get_disposition(object)) == "attachment") {
    return;
  }
  GMimeContentType* const type = g_mime_object_get_content_type(object);
  if (type == nullptr || g_mime_content_type_is_type(type, "text", "plain") != 0) {
    if (parts.plain == nullptr) parts.plain = GMIME_PART(object);
  } else if (g_mime_content_type_is_type(type, "text", "html") != 0) {
    if (parts.html == nullptr) parts.html = GMIME_PART(object);
  }
}

absl::StatusOr<std::string> TextOfPart(GMimePart* part, const std::string& encoding) {
  const char* const charset =
      g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  NORN_ASSIGN_OR_RETURN(DecodedText decoded, ToUtf8(BytesOf(part), encoding, ViewOf(charset)));
  return std::move(decoded.text);
}

class MailReader {
 public:
  MailReader(InputName input, const FormatOptions& options, FormatOutput& output)
      : input_(std::move(input)), options_(options), output_(output) {}

  void ReadAll(const std::string& bytes, bool is_mailbox) {
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), is_mailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    size_t number = 0;
    do {
      const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
      if (message == nullptr) break;
      ++number;
      absl::StatusOr<proto::Article> article = ReadMessage(message.get(), number);
      if (article.ok()) {
        output_.Add(*std::move(article));
      } else {
        output_.AddProblem(is_mailbox ? absl::StrCat(input_.place, ":", number) : input_.place,
                           article.status());
      }
    } while (is_mailbox && g_mime_parser_eos(parser.get()) == 0);
    if (number == 0) {
      output_.AddProblem(input_.place, absl::InvalidArgumentError("there is no mail in it"));
    }
  }

 private:
  absl::StatusOr<proto::Article> ReadMessage(GMimeMessage* message, size_t number) const {
    TextParts parts;
    FindTextParts(g_mime_message_get_mime_part(message), 0, parts);
    const absl::string_view location =
        ViewOf(g_mime_object_get_header(GMIME_OBJECT(message), "Snapshot-Content-Location"));
    const bool is_page = parts.html != nullptr && (!location.empty() || parts.plain == nullptr);
    proto::Article article;
    if (is_page) {
      NORN_ASSIGN_OR_RETURN(const std::string html, TextOfPart(parts.html, options_.encoding));
      NORN_ASSIGN_OR_RETURN(article, ReadHtmlPage(input_.name, html, options_.max_article_bytes));
    } else if (parts.plain != nullptr) {
      NORN_ASSIGN_OR_RETURN(*article.mutable_text(), TextOfPart(parts.plain, options_.encoding));
    } else {
      return absl::InvalidArgumentError("there is no text in the mail");
    }
    NORN_RETURN_IF_ERROR(CheckText(article.text(), options_.max_article_bytes));
    ReadHeaders(message, location, article);
    article.set_format(location.empty() ? "mail" : "MHTML");
    NameArticle(location.empty() ? ViewOf(g_mime_message_get_message_id(message)) : location,
                input_, number, article);
    return article;
  }

  static void ReadHeaders(GMimeMessage* message, absl::string_view location,
                          proto::Article& article) {
    if (article.title().empty()) {
      article.set_title(std::string(ViewOf(g_mime_message_get_subject(message))));
    }
    if (article.url().empty()) article.set_url(std::string(location));
    // Of a saved page it is the day on which it was saved.
    if (location.empty()) {
      SetPublished(ViewOf(g_mime_object_get_header(GMIME_OBJECT(message), "Date")), article);
    }
    InternetAddressList* const from = g_mime_message_get_from(message);
    const bool has_sender = from != nullptr && internet_address_list_length(from) > 0;
    if (has_sender && location.empty()) {
      const absl::string_view sender =
          ViewOf(internet_address_get_name(internet_address_list_get_address(from, 0)));
      if (!sender.empty()) article.add_author(std::string(sender));
    }
  }

  const InputName input_;
  const FormatOptions& options_;
  FormatOutput& output_;
};

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  static const bool kIsReady = [] {
    g_mime_init();
    return true;
  }();
  const bool is_mailbox = kIsReady && absl::StartsWith(input.head(), "From ");
  const InputName name = input.name();
  const absl::StatusOr<std::string> bytes = input.ReadAll(options.max_file_bytes);
  if (!bytes.ok()) return output.AddProblem(name.place, bytes.status());
  MailReader(name, options, output).ReadAll(*bytes, is_mailbox);
}

}  // namespace

const Format& MailFormat() {
  static constexpr Format kFormat = {"mail", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kMail(MailFormat());

}  // namespace norn::ingest
