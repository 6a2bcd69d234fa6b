#include "ingest/read/records/table_format.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "base/status_macros.h"
#include "ingest/read/articles/article_fields.h"
#include "ingest/read/dates/iso_date.h"
#include "ingest/read/syntax/table_rows.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

absl::string_view FirstLine(const Input& input) {
  absl::string_view head = input.head();
  absl::ConsumePrefix(&head, kByteOrderMark);
  return head.substr(0, head.find('\n'));
}

// The one that cuts the first line into most columns.
char DelimiterOf(absl::string_view line) {
  char best = ',';
  for (const char delimiter : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), delimiter) >
        std::count(line.begin(), line.end(), best)) {
      best = delimiter;
    }
  }
  return best;
}

class Columns {
 public:
  Columns(const std::vector<std::string>& names, const FieldMap& fields) : fields_(fields) {
    for (size_t i = 0; i < names.size(); ++i) {
      absl::string_view name = names[i];
      if (i == 0) absl::ConsumePrefix(&name, kByteOrderMark);
      places_.emplace(absl::AsciiStrToLower(absl::StripAsciiWhitespace(name)), i);
    }
  }

  // The place of the field's column; npos: it has none.
  size_t PlaceOf(absl::string_view field) const {
    for (const std::string& name : fields_.PathsOf(field)) {
      const auto place = places_.find(absl::AsciiStrToLower(name));
      if (place != places_.end()) return place->second;
    }
    return std::string::npos;
  }

  std::string ValueOf(absl::string_view field, const std::vector<std::string>& row) const {
    const size_t place = PlaceOf(field);
    return place < row.size() ? row[place] : "";
  }

  size_t size() const { return places_.size(); }

  std::string Names() const {
    return absl::StrJoin(places_, ", ",
                         [](std::string* out, const auto& place) { out->append(place.first); });
  }

 private:
  const FieldMap& fields_;
  std::map<std::string, size_t> places_;
};

absl::StatusOr<proto::Article> ArticleOfRow(const Columns& columns,
                                            const std::vector<std::string>& row,
                                            const InputName& input, size_t number,
                                            size_t max_bytes) {
  proto::Article article;
  const std::string text = columns.ValueOf("text", row);
  NORN_RETURN_IF_ERROR(CheckText(absl::StrJoin(row, "\n"), max_bytes * 2));
  NORN_RETURN_IF_ERROR(SetText(text, max_bytes, article));
  article.set_url(columns.ValueOf("url", row));
  article.set_title(columns.ValueOf("title", row));
  article.set_source(columns.ValueOf("source", row));
  article.set_section(columns.ValueOf("section", row));
  article.set_rights(columns.ValueOf("rights", row));
  if (const std::string author = columns.ValueOf("author", row); !author.empty()) {
    article.add_author(author);
  }
  SetLanguage(columns.ValueOf("language", row), article);
  SetUpdated(columns.ValueOf("updated", row), article);
  const std::string published = columns.ValueOf("published", row);
  SetPublished(published, article);
  if (!published.empty() && article.published().empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("the column of dates: ", CheckIsoDate(published).message()));
  }
  NameArticle(columns.ValueOf("id", row), input, number, article);
  return article;
}

bool HasTableName(const Input& input) {
  const std::string name = absl::AsciiStrToLower(input.name().name);
  return absl::EndsWith(name, ".csv") || absl::EndsWith(name, ".tsv") ||
         absl::EndsWith(name, ".tab");
}

// By its name, or by a first line that is a row of columns, one of them called like a text.
Fit Fits(const Input& input) {
  const Fit by_name = HasTableName(input) ? Fit::kName : Fit::kNone;
  std::istringstream line{std::string(FirstLine(input))};
  TableRows rows(line, DelimiterOf(FirstLine(input)), size_t{1} << 16);
  constexpr size_t kFewest = 3;
  if (!rows.Next() || rows.fields().size() < kFewest) return by_name;
  const FieldMap usual;
  const Columns columns(rows.fields(), usual);
  const bool has_both =
      columns.PlaceOf("text") != std::string::npos && columns.PlaceOf("title") != std::string::npos;
  return has_both ? Fit::kLikely : by_name;
}

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  const InputName& name = input.name();
  const size_t max_bytes = options.max_article_bytes;
  TableRows rows(input.stream(), DelimiterOf(FirstLine(input)), max_bytes * 2);
  if (!rows.Next()) {
    return output.AddProblem(name.place,
                             absl::InvalidArgumentError("empty: there is no row in the table"));
  }
  const Columns columns(rows.fields(), options.fields);
  if (columns.PlaceOf("text") == std::string::npos) {
    return output.AddProblem(name.place,
                             absl::InvalidArgumentError(absl::StrCat(
                                 "a table without a column for the text: it has ", columns.Names(),
                                 "; say with --map text=NAME which one it is")));
  }
  while (rows.Next()) {
    // The first article is row 1: the columns' names are none.
    const size_t number = rows.number() - 1;
    absl::StatusOr<proto::Article> article =
        rows.is_too_long() ? TooLarge(max_bytes)
                           : ArticleOfRow(columns, rows.fields(), name, number, max_bytes);
    if (article.ok()) {
      output.Add(*std::move(article));
    } else {
      output.AddProblem(absl::StrCat(name.place, ":", number), article.status());
    }
  }
}

}  // namespace

const Format& TableFormat() {
  static constexpr Format kFormat = {"table", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kTable(TableFormat());

}  // namespace norn::ingest
