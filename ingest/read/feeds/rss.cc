#include "ingest/read/feeds/rss.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/feeds/xml_format.h"
#include "ingest/read/syntax/xml_document.h"

namespace norn::ingest {
namespace {

// RSS's own element of that name: `media:title` and the like come with a prefix.
std::string OwnText(const xmlNode* node, const char* name) {
  for (const xmlNode* child : Children(node, name)) {
    if (child->ns == nullptr || child->ns->prefix == nullptr) return TextOf(child);
  }
  return "";
}

absl::Status ReadItem(const xmlNode* channel, const xmlNode* item, size_t number,
                      const InputName& input, size_t max_bytes, proto::Article& article) {
  article.set_title(OwnText(item, "title"));
  article.set_url(OwnText(item, "link"));
  article.set_source(OwnText(channel, "title"));
  article.set_section(OwnText(item, "category"));
  for (const char* name : {"creator", "author"}) {
    for (const xmlNode* author : Children(item, name)) article.add_author(TextOf(author));
  }
  for (const char* name : {"rights", "copyright"}) {
    if (article.rights().empty()) article.set_rights(TextOf(Child(item, name)));
    if (article.rights().empty()) article.set_rights(TextOf(Child(channel, name)));
  }
  for (const char* name : {"pubDate", "published", "date"}) {
    SetPublished(TextOf(Child(item, name)), article);
  }
  for (const char* name : {"updated", "modified"}) SetUpdated(TextOf(Child(item, name)), article);
  SetLanguage(TextOf(Child(item, "language")), article);
  SetLanguage(TextOf(Child(channel, "language")), article);
  NameArticle(TextOf(Child(item, "guid")), input, number, article);
  return SetBody(TextOf(Child(item, "encoded")), OwnText(item, "description"), max_bytes, article);
}

void ReadRss(const XmlDocument& document, const InputName& input, const FormatOptions& options,
             FormatOutput& output) {
  const xmlNode* const channel = Child(document.root(), "channel");
  // RSS 1.0 has the items beside the channel.
  ReadEach(Descendants(document.root(), "item"), "item", input, output,
           [&](const xmlNode* item, size_t number, proto::Article& article) {
             return ReadItem(channel, item, number, input, options.max_article_bytes, article);
           });
}

Fit Fits(const Input& input) { return FitsRoot(input, {"rss", "rdf", "channel"}); }

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  ReadXml(input, options, output, &ReadRss);
}

}  // namespace

const Format& RssFormat() {
  static constexpr Format kFormat = {"RSS", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kRss(RssFormat());

}  // namespace norn::ingest
