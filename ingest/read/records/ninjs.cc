#include "ingest/read/records/ninjs.h"

#include <initializer_list>
#include <string>

#include "absl/strings/numbers.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/dates/article_date.h"
#include "ingest/read/syntax/json_value.h"

namespace norn::ingest {
namespace {

using nlohmann::json;

// The first member that is there and is a string.
std::string FirstString(const json& object, std::initializer_list<const char*> paths) {
  for (const char* path : paths) {
    if (std::string text = StringAt(object, path); !text.empty()) return text;
  }
  return "";
}

// 2.x and 3.x: [{"role": "main", "contenttype": "text/html", "value": "…"}]; the main one, or the
// first.
std::string ValueOf(const json& object, const char* list_name) {
  const json* list = FindMember(object, list_name);
  std::string first;
  if (list == nullptr || !list->is_array()) return first;
  for (const json& item : *list) {
    std::string value = StringAt(item, "value");
    const std::string role = StringAt(item, "role");
    if (value.empty()) continue;
    if (role == "main" || role == "body") return value;
    if (first.empty()) first = std::move(value);
  }
  return first;
}

std::string BodyOf(const json& object) {
  std::string body = FirstString(object, {"body_xhtml", "body_html", "body_text"});
  return body.empty() ? ValueOf(object, "bodies") : body;
}

void ReadRights(const json& object, proto::Article& article) {
  std::string rights = FirstString(object, {"copyrightnotice", "rightsinfo.copyrightnotice"});
  const std::string terms = FirstString(object, {"usageterms", "rightsinfo.usageterms"});
  if (!rights.empty() && !terms.empty()) rights += "; ";
  article.set_rights(rights + terms);
}

void ReadSource(const json& object, proto::Article& article) {
  article.set_source(FirstString(object, {"source", "provider", "copyrightholder"}));
  const json* sources = FindMember(object, "infosources");
  if (!article.source().empty() || sources == nullptr || !sources->is_array()) return;
  for (const json& source : *sources) {
    if (article.source().empty()) article.set_source(StringAt(source, "name"));
  }
}

}  // namespace

bool IsNinjs(const json& object) {
  if (!object.is_object() || !object.contains("uri")) return false;
  for (const char* name : {"pubstatus", "versioncreated", "body_xhtml", "body_html", "bodies"}) {
    if (object.contains(name)) return true;
  }
  return false;
}

absl::StatusOr<proto::Article> ArticleOfNinjs(const json& object, const InputName& input,
                                              size_t number, size_t max_bytes) {
  proto::Article article;
  article.set_title(FirstString(object, {"headline", "title"}));
  if (article.title().empty()) article.set_title(ValueOf(object, "headlines"));
  article.set_url(FirstString(object, {"url", "altids.url"}));
  article.set_publication_status(StringAt(object, "pubstatus"));
  article.set_embargoed(ToUtcTimestamp(StringAt(object, "embargoed")));
  uint32_t version = 0;
  if (const json* member = FindMember(object, "version")) {
    const std::string text = member->is_string() ? member->get<std::string>() : member->dump();
    if (absl::SimpleAtoi(text, &version)) article.set_version(version);
  }
  SetUpdated(StringAt(object, "versioncreated"), article);
  for (const char* name : {"firstcreated", "contentcreated", "versioncreated"}) {
    SetPublished(StringAt(object, name), article);
  }
  SetLanguage(StringAt(object, "language"), article);
  if (const std::string by = FirstString(object, {"byline", "by"}); !by.empty()) {
    article.add_author(by);
  }
  ReadRights(object, article);
  ReadSource(object, article);
  NameArticle(StringAt(object, "uri"), input, number, article);
  const absl::Status status =
      SetBody(BodyOf(object), ValueOf(object, "descriptions"), max_bytes, article);
  // What is withdrawn may come without a word: its id is what counts.
  if (!status.ok() && article.publication_status() != "canceled") return status;
  return article;
}

}  // namespace norn::ingest
