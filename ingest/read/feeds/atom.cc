#include "ingest/read/feeds/atom.h"

#include <string>
#include <utility>
#include <vector>

#include "ingest/read/articles/article_fields.h"
#include "ingest/read/feeds/xml_format.h"
#include "ingest/read/syntax/xml_document.h"

namespace norn::ingest {
namespace {

// A text construct: XHTML stands in it as elements, HTML and plain text as characters.
std::string ContentOf(const xmlNode* node) {
  return AttributeOf(node, "type") == "xhtml" ? MarkupOf(node) : TextOf(node);
}

// The page itself; a link without a relation is one to it.
std::string AddressOf(const xmlNode* entry) {
  for (const xmlNode* link : Children(entry, "link")) {
    const std::string relation = AttributeOf(link, "rel");
    if (relation.empty() || relation == "alternate") return AttributeOf(link, "href");
  }
  return "";
}

absl::Status ReadEntry(const xmlNode* feed, const xmlNode* entry, size_t number,
                       const InputName& input, size_t max_bytes, proto::Article& article) {
  article.set_title(TextOf(Child(entry, "title")));
  article.set_url(AddressOf(entry));
  article.set_source(TextOf(ChildAt(entry, {"source", "title"})));
  if (article.source().empty() && feed != entry) article.set_source(TextOf(Child(feed, "title")));
  article.set_section(AttributeOf(Child(entry, "category"), "term"));
  for (const xmlNode* author : Children(entry, "author")) {
    article.add_author(TextOf(Child(author, "name")));
  }
  article.set_rights(TextOf(Child(entry, "rights")));
  if (article.rights().empty()) article.set_rights(TextOf(Child(feed, "rights")));
  SetPublished(TextOf(Child(entry, "published")), article);
  SetPublished(TextOf(Child(entry, "updated")), article);
  SetUpdated(TextOf(Child(entry, "updated")), article);
  for (const xmlNode* node : {entry, feed}) SetLanguage(AttributeOf(node, "lang"), article);
  NameArticle(TextOf(Child(entry, "id")), input, number, article);
  return SetBody(ContentOf(Child(entry, "content")), ContentOf(Child(entry, "summary")), max_bytes,
                 article);
}

void ReadFeed(const XmlDocument& document, const InputName& input, const FormatOptions& options,
              FormatOutput& output) {
  const xmlNode* const feed = document.root();
  std::vector<const xmlNode*> entries = Children(feed, "entry");
  if (NameOf(feed) == "entry") entries.push_back(feed);
  ReadEach(entries, "entry", input, output,
           [&](const xmlNode* entry, size_t number, proto::Article& article) {
             return ReadEntry(feed, entry, number, input, options.max_article_bytes, article);
           });
}

Fit Fits(const Input& input) { return FitsRoot(input, {"feed", "entry"}); }

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  ReadXml(input, options, output, &ReadFeed);
}

}  // namespace

const Format& AtomFormat() {
  static constexpr Format kFormat = {"Atom", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kAtom(AtomFormat());

}  // namespace norn::ingest
