#include "ingest/read/feeds/nitf.h"

#include <string>
#include <utility>

#include "ingest/read/articles/article_fields.h"
#include "ingest/read/feeds/xml_format.h"

namespace norn::ingest {
namespace {

void ReadHead(const xmlNode* nitf, proto::Article& article) {
  const xmlNode* const head = ChildAt(nitf, {"body", "body.head"});
  const xmlNode* const docdata = ChildAt(nitf, {"head", "docdata"});
  article.set_title(TextOf(ChildAt(head, {"hedline", "hl1"})));
  if (article.title().empty()) article.set_title(TextOf(ChildAt(nitf, {"head", "title"})));
  for (const xmlNode* byline : Children(head, "byline")) {
    const std::string person = TextOf(Child(byline, "person"));
    article.add_author(person.empty() ? TextOf(byline) : person);
  }
  article.set_section(AttributeOf(ChildAt(nitf, {"head", "pubdata"}), "position.section"));
  article.set_source(AttributeOf(ChildAt(nitf, {"head", "pubdata"}), "name"));
  const xmlNode* const copyright = Child(docdata, "doc.copyright");
  article.set_rights(AttributeOf(copyright, "holder"));
  article.set_url(AttributeOf(ChildAt(nitf, {"head", "pubdata"}), "ex-ref"));
  SetPublished(AttributeOf(Child(docdata, "date.issue"), "norm"), article);
  SetPublished(AttributeOf(Child(docdata, "date.release"), "norm"), article);
  SetPublished(AttributeOf(ChildAt(nitf, {"head", "pubdata"}), "date.publication"), article);
  SetPublished(AttributeOf(ChildAt(head, {"dateline", "story.date"}), "norm"), article);
  SetUpdated(AttributeOf(Child(docdata, "date.issue"), "norm"), article);
  if (AttributeOf(Child(docdata, "doc-id"), "management-status") == "canceled" ||
      AttributeOf(docdata, "management-status") == "canceled") {
    article.set_publication_status("canceled");
  }
  SetLanguage(AttributeOf(nitf, "lang"), article);
  SetLanguage(AttributeOf(Child(nitf, "body"), "lang"), article);
}

void ReadNitf(const XmlDocument& document, const InputName& input, const FormatOptions& options,
              FormatOutput& output) {
  const xmlNode* const nitf = document.root();
  proto::Article article;
  ReadHead(nitf, article);
  NameArticle(AttributeOf(ChildAt(nitf, {"head", "docdata", "doc-id"}), "id-string"), input, 1,
              article);
  const std::string standfirst = MarkupOf(ChildAt(nitf, {"body", "body.head", "abstract"}));
  const absl::Status status =
      SetBody(NitfBody(nitf), standfirst, options.max_article_bytes, article);
  AddOrRefuse(status, std::move(article), input, 1, output);
}

Fit Fits(const Input& input) { return FitsRoot(input, {"nitf"}); }

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  ReadXml(input, options, output, &ReadNitf);
}

}  // namespace

std::string NitfBody(const xmlNode* nitf) {
  // Captions, pictures and tables stand in <media> and <table>; what is left is read like HTML.
  std::string markup;
  const auto append = [&](const xmlNode* node) {
    const absl::string_view name = NameOf(node);
    if (name == "media" || name == "table" || name == "nitf-table" || name.empty()) return;
    markup += "<p>";
    markup += MarkupOf(node);
    markup += "</p>";
  };
  const xmlNode* const content = ChildAt(nitf, {"body", "body.content"});
  for (const xmlNode* child = content == nullptr ? nullptr : content->children; child != nullptr;
       child = child->next) {
    if (NameOf(child) != "block") {
      append(child);
      continue;
    }
    for (const xmlNode* inner = child->children; inner != nullptr; inner = inner->next) {
      append(inner);
    }
  }
  return markup;
}

const Format& NitfFormat() {
  static constexpr Format kFormat = {"NITF", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kNitf(NitfFormat());

}  // namespace norn::ingest
