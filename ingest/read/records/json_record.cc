#include "ingest/read/records/json_record.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/dates/iso_date.h"

namespace norn::ingest {
namespace {

using nlohmann::json;

// The first of the field's members that is there; null: none is.
const json* FindField(const json& object, const FieldMap& fields, absl::string_view field,
                      std::string& path) {
  for (std::string& candidate : fields.PathsOf(field)) {
    if (const json* member = FindMember(object, candidate)) {
      path = std::move(candidate);
      return member;
    }
  }
  return nullptr;
}

// The member's string, or empty where there is none.
absl::StatusOr<std::string> StringField(const json& object, const FieldMap& fields,
                                        absl::string_view field) {
  std::string path;
  const json* member = FindField(object, fields, field, path);
  if (member == nullptr) return std::string();
  // {"name": "Nordlys"} is how schema.org has publishers and authors.
  if (member->is_object()) {
    if (const json* name = FindMember(*member, "name")) member = name;
  }
  if (!member->is_string()) {
    return absl::InvalidArgumentError(
        absl::StrCat("`", path, "` is not a string; put it in quotes"));
  }
  return member->get<std::string>();
}

absl::StatusOr<std::string> IdOf(const json& object, const FieldMap& fields) {
  std::string path;
  const json* member = FindField(object, fields, "id", path);
  if (member == nullptr) return std::string();
  if (member->is_string()) return member->get<std::string>();
  if (member->is_number()) return member->dump();
  return absl::InvalidArgumentError(absl::StrCat("`", path, "` is neither a string nor a number"));
}

void AddAuthors(const json& object, const FieldMap& fields, proto::Article& article) {
  std::string path;
  const json* member = FindField(object, fields, "author", path);
  if (member == nullptr) return;
  const auto add = [&](const json& author) {
    const std::string name =
        author.is_string() ? author.get<std::string>() : StringAt(author, "name");
    if (!name.empty()) article.add_author(name);
  };
  if (member->is_array()) {
    std::for_each(member->begin(), member->end(), add);
  } else {
    add(*member);
  }
}

absl::Status SetDate(const json& object, const FieldMap& fields, proto::Article& article) {
  NORN_ASSIGN_OR_RETURN(const std::string published, StringField(object, fields, "published"));
  SetPublished(published, article);
  if (published.empty() || !article.published().empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("`published`: ", CheckIsoDate(published).message()));
}

}  // namespace

bool HasText(const json& object, const FieldMap& fields) {
  std::string path;
  return object.is_object() && FindField(object, fields, "text", path) != nullptr;
}

absl::StatusOr<proto::Article> ArticleOfRecord(const json& object, const FieldMap& fields,
                                               const InputName& input, size_t number,
                                               size_t max_bytes) {
  if (!object.is_object()) {
    return absl::InvalidArgumentError("not a JSON object; write {\"text\": \"…\"}");
  }
  if (!HasText(object, fields)) {
    return absl::InvalidArgumentError(
        "there is no `text`; put the article's words there, or say with --map text=NAME which "
        "member has them");
  }
  proto::Article article;
  NORN_ASSIGN_OR_RETURN(const std::string text, StringField(object, fields, "text"));
  NORN_RETURN_IF_ERROR(SetText(text, max_bytes, article));
  NORN_ASSIGN_OR_RETURN(*article.mutable_url(), StringField(object, fields, "url"));
  NORN_ASSIGN_OR_RETURN(const std::string id, IdOf(object, fields));
  NameArticle(id, input, number, article);
  NORN_ASSIGN_OR_RETURN(*article.mutable_title(), StringField(object, fields, "title"));
  NORN_ASSIGN_OR_RETURN(*article.mutable_source(), StringField(object, fields, "source"));
  NORN_ASSIGN_OR_RETURN(*article.mutable_section(), StringField(object, fields, "section"));
  NORN_ASSIGN_OR_RETURN(*article.mutable_rights(), StringField(object, fields, "rights"));
  NORN_ASSIGN_OR_RETURN(const std::string language, StringField(object, fields, "language"));
  SetLanguage(language, article);
  NORN_RETURN_IF_ERROR(SetDate(object, fields, article));
  std::string path;
  if (const json* updated = FindField(object, fields, "updated", path)) {
    if (updated->is_string()) SetUpdated(updated->get<std::string>(), article);
  }
  AddAuthors(object, fields, article);
  return article;
}

}  // namespace norn::ingest
