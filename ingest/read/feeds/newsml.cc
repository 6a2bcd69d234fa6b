#include "ingest/read/feeds/newsml.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/dates/article_date.h"
#include "ingest/read/feeds/nitf.h"
#include "ingest/read/feeds/xml_format.h"
#include "ingest/read/syntax/xml_document.h"

namespace norn::ingest {
namespace {

// "stat:canceled" is IPTC's `canceled`.
std::string WithoutScheme(const std::string& code) { return code.substr(code.rfind(':') + 1); }

// The text, as NITF, as HTML or as characters; of several renditions the first that has one.
std::string BodyOf(const xmlNode* content) {
  for (const xmlNode* xml : Children(content, "inlineXML")) {
    for (const xmlNode* nitf : Descendants(xml, "nitf")) {
      if (std::string body = NitfBody(nitf); !body.empty()) return body;
    }
    const std::vector<const xmlNode*> bodies = Descendants(xml, "body");
    if (std::string body = MarkupOf(bodies.empty() ? xml : bodies[0]); !body.empty()) return body;
  }
  for (const xmlNode* data : Children(content, "inlineData")) {
    if (std::string body = TextOf(data); !body.empty()) return body;
  }
  return "";
}

void ReadItemMeta(const xmlNode* item, proto::Article& article) {
  const xmlNode* const meta = Child(item, "itemMeta");
  uint32_t version = 0;
  if (absl::SimpleAtoi(AttributeOf(item, "version"), &version)) article.set_version(version);
  article.set_publication_status(WithoutScheme(AttributeOf(Child(meta, "pubStatus"), "qcode")));
  article.set_embargoed(ToUtcTimestamp(TextOf(Child(meta, "embargoed"))));
  const xmlNode* const provider = Child(meta, "provider");
  article.set_source(TextOf(Child(provider, "name")));
  if (article.source().empty()) article.set_source(AttributeOf(provider, "literal"));
  if (article.source().empty()) {
    article.set_source(WithoutScheme(AttributeOf(provider, "qcode")));
  }
  SetUpdated(TextOf(Child(meta, "versionCreated")), article);
  SetPublished(TextOf(Child(meta, "firstCreated")), article);
  SetPublished(TextOf(Child(meta, "versionCreated")), article);
  article.set_title(TextOf(Child(meta, "title")));
}

void ReadContentMeta(const xmlNode* item, proto::Article& article) {
  const xmlNode* const meta = Child(item, "contentMeta");
  if (const std::string headline = TextOf(Child(meta, "headline")); !headline.empty()) {
    article.set_title(headline);
  }
  for (const xmlNode* by : Children(meta, "by")) article.add_author(TextOf(by));
  article.set_section(TextOf(ChildAt(meta, {"subject", "name"})));
  SetLanguage(AttributeOf(Child(meta, "language"), "tag"), article);
  SetPublished(TextOf(Child(meta, "contentCreated")), article);
  for (const xmlNode* node : {Child(item, "contentSet"), item}) {
    SetLanguage(AttributeOf(node, "lang"), article);
  }
}

void ReadRights(const xmlNode* item, proto::Article& article) {
  const xmlNode* const rights = Child(item, "rightsInfo");
  for (const char* name : {"copyrightNotice", "usageTerms"}) {
    const std::string text = TextOf(Child(rights, name));
    if (text.empty()) continue;
    if (!article.rights().empty()) article.mutable_rights()->append("; ");
    article.mutable_rights()->append(text);
  }
}

absl::Status ReadItem(const xmlNode* item, size_t number, const InputName& input, size_t max_bytes,
                      proto::Article& article) {
  ReadItemMeta(item, article);
  ReadContentMeta(item, article);
  ReadRights(item, article);
  NameArticle(AttributeOf(item, "guid"), input, number, article);
  const absl::Status status = SetBody(BodyOf(Child(item, "contentSet")), "", max_bytes, article);
  // What is withdrawn may come without a word: its id is what counts.
  return article.publication_status() == "canceled" ? absl::OkStatus() : status;
}

void ReadNewsml(const XmlDocument& document, const InputName& input, const FormatOptions& options,
                FormatOutput& output) {
  std::vector<const xmlNode*> items = Descendants(document.root(), "newsItem");
  if (NameOf(document.root()) == "newsItem") items.push_back(document.root());
  ReadEach(items, "newsItem with a text", input, output,
           [&](const xmlNode* item, size_t number, proto::Article& article) {
             return ReadItem(item, number, input, options.max_article_bytes, article);
           });
}

Fit Fits(const Input& input) { return FitsRoot(input, {"newsitem", "newsmessage", "packageitem"}); }

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  ReadXml(input, options, output, &ReadNewsml);
}

}  // namespace

const Format& NewsmlFormat() {
  static constexpr Format kFormat = {"NewsML-G2", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kNewsml(NewsmlFormat());

}  // namespace norn::ingest
