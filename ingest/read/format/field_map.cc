#include "ingest/read/format/field_map.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

using Names = std::map<std::string, std::vector<std::string>, std::less<>>;

// What programs that export news call their fields.
const Names& UsualNames() {
  static const auto* const kNames = new Names{
      {"text",
       {"text", "body", "body_text", "articleBody", "content", "content_text", "fulltext", "tekst",
        "brodtekst"}},
      {"id", {"id", "guid", "uri"}},
      {"url", {"url", "link", "canonical_url"}},
      {"title", {"title", "headline", "tittel", "titel", "rubrik"}},
      {"published",
       {"published", "date", "datePublished", "date_published", "pubDate", "published_at",
        "publish_date", "publication_date", "dato", "datum"}},
      {"updated", {"updated", "date_modified", "dateModified", "updated_at", "versioncreated"}},
      {"language", {"language", "lang", "inLanguage"}},
      {"source", {"source", "publisher", "site_name"}},
      {"author", {"author", "byline"}},
      {"section", {"section", "category"}},
      {"rights", {"rights", "copyright", "copyrightnotice", "usageterms"}},
  };
  return *kNames;
}

}  // namespace

std::vector<std::string> FieldMap::PathsOf(absl::string_view field) const {
  const std::string name(field);
  if (const auto path = paths_.find(name); path != paths_.end()) return {path->second};
  const auto usual = UsualNames().find(name);
  return usual == UsualNames().end() ? std::vector<std::string>() : usual->second;
}

absl::StatusOr<FieldMap> ParseFieldMap(absl::string_view text) {
  FieldMap map;
  for (const absl::string_view part : absl::StrSplit(text, ',', absl::SkipWhitespace())) {
    const std::pair<std::string, std::string> pair = absl::StrSplit(part, absl::MaxSplits('=', 1));
    const std::string field(absl::StripAsciiWhitespace(pair.first));
    const std::string path(absl::StripAsciiWhitespace(pair.second));
    if (field.empty() || path.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat("'", part, "' is no mapping; write FIELD=NAME, such as text=body"));
    }
    if (!UsualNames().contains(field)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "articles have no field '", field, "'; there are ",
          absl::StrJoin(UsualNames(), ", ",
                        [](std::string* out, const auto& usual) { out->append(usual.first); })));
    }
    map.Set(field, path);
  }
  return map;
}

}  // namespace norn::ingest
