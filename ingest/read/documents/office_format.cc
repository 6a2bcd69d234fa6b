#include "ingest/read/documents/office_format.h"

#include <array>
#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "ingest/read/archives/archive_reader.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/format/only_article.h"
#include "ingest/read/syntax/xml_document.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

// The parts that are read: docx's, then odt's.
constexpr absl::string_view kDocxText = "word/document.xml";
constexpr absl::string_view kOdtText = "content.xml";
constexpr std::array<absl::string_view, 4> kParts = {kDocxText, "docProps/core.xml", kOdtText,
                                                     "meta.xml"};

using Parts = std::map<std::string, std::string, std::less<>>;

// A zip whose first member is one that only office documents begin with.
Fit Fits(const Input& input) {
  const absl::string_view first = FirstOfZip(input.head());
  for (const absl::string_view name :
       {"[Content_Types].xml", "_rels/.rels", "word/", "docProps/", "xl/", "ppt/"}) {
    if (absl::StartsWith(first, name)) return Fit::kInside;
  }
  // Behind the name there may be a few bytes more.
  constexpr size_t kSearched = 100;
  const bool is_open_document =
      absl::StartsWith(first, "mimetype") &&
      absl::StrContains(first.substr(0, kSearched), "application/vnd.oasis.opendocument.");
  return is_open_document ? Fit::kInside : Fit::kNone;
}

absl::StatusOr<Parts> ReadParts(Input& input, size_t max_bytes) {
  ArchiveReader archive(input.stream(), {});
  Parts parts;
  while (true) {
    NORN_ASSIGN_OR_RETURN(const bool more, archive.Next());
    if (!more) return parts;
    for (const absl::string_view part : kParts) {
      if (archive.path() != part) continue;
      Input member({archive.path(), archive.path(), ""}, archive.member());
      NORN_ASSIGN_OR_RETURN(parts[archive.path()], member.ReadAll(max_bytes));
      NORN_RETURN_IF_ERROR(archive.member_status());
    }
  }
}

void AddParagraph(const std::string& paragraph, std::string& text) {
  if (absl::StripAsciiWhitespace(paragraph).empty()) return;
  absl::StrAppend(&text, text.empty() ? "" : "\n\n", absl::StripAsciiWhitespace(paragraph));
}

// Runs of text; tabs and breaks are elements. Not what was deleted while changes are tracked.
std::string DocxParagraph(const xmlNode* paragraph) {
  std::string text;
  const auto visit = [&](const xmlNode* run) {
    for (const xmlNode* part = run->children; part != nullptr; part = part->next) {
      const absl::string_view name = NameOf(part);
      if (name == "t") text += TextWithBlanks(part);
      if (name == "tab" || name == "br" || name == "cr") text += ' ';
      if (name == "noBreakHyphen") text += '-';
    }
  };
  for (const xmlNode* run : Descendants(paragraph, "r")) visit(run);
  return text;
}

absl::StatusOr<std::string> DocxText(absl::string_view bytes) {
  NORN_ASSIGN_OR_RETURN(const XmlDocument document, XmlDocument::Parse(bytes));
  std::string text;
  for (const xmlNode* paragraph : Descendants(document.root(), "p")) {
    AddParagraph(DocxParagraph(paragraph), text);
  }
  return text;
}

absl::StatusOr<std::string> OdtText(absl::string_view bytes) {
  NORN_ASSIGN_OR_RETURN(const XmlDocument document, XmlDocument::Parse(bytes));
  std::string text;
  for (const xmlNode* paragraph :
       DescendantsOf(ChildAt(document.root(), {"body", "text"}),
                     [](absl::string_view name) { return name == "p" || name == "h"; })) {
    AddParagraph(TextWithBlanks(paragraph), text);
  }
  return text;
}

// Dublin Core, which both have; when it was made is the best that is known of its date.
void ReadMeta(const Parts& parts, proto::Article& article) {
  for (const char* part : {"docProps/core.xml", "meta.xml"}) {
    const auto bytes = parts.find(part);
    if (bytes == parts.end()) continue;
    const absl::StatusOr<XmlDocument> document = XmlDocument::Parse(bytes->second);
    if (!document.ok()) continue;
    const xmlNode* const root = document->root();
    const xmlNode* const meta = NameOf(root) == "document-meta" ? Child(root, "meta") : root;
    article.set_title(TextOf(Child(meta, "title")));
    for (const char* name : {"initial-creator", "creator"}) {
      const std::string author = TextOf(Child(meta, name));
      if (!author.empty() && article.author().empty()) article.add_author(author);
    }
    for (const char* name : {"created", "creation-date", "modified", "date"}) {
      SetPublished(TextOf(Child(meta, name)), article);
    }
    SetLanguage(TextOf(Child(meta, "language")), article);
  }
}

absl::StatusOr<proto::Article> ReadDocument(Input& input, const FormatOptions& options) {
  NORN_ASSIGN_OR_RETURN(const Parts parts, ReadParts(input, options.max_file_bytes));
  const auto docx = parts.find(kDocxText);
  const auto odt = parts.find(kOdtText);
  if (docx == parts.end() && odt == parts.end()) {
    return absl::InvalidArgumentError(
        "an office document without a text (a spreadsheet or slides); save it as plain text");
  }
  proto::Article article;
  NORN_ASSIGN_OR_RETURN(*article.mutable_text(),
                        docx != parts.end() ? DocxText(docx->second) : OdtText(odt->second));
  NORN_RETURN_IF_ERROR(CheckText(article.text(), options.max_article_bytes));
  article.set_format(docx != parts.end() ? "docx" : "odt");
  ReadMeta(parts, article);
  return article;
}

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  AddOnlyArticle(ReadDocument(input, options), input.name(), output);
}

}  // namespace

const Format& OfficeFormat() {
  static constexpr Format kFormat = {"office document", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kOffice(OfficeFormat());

}  // namespace norn::ingest
