#include "tools/build/reading_gaps.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include "absl/strings/str_join.h"
#include "ingest/extract/text_limit.h"
#include "ingest/prepare/passages.h"
#include "ingest/read/judgements_file.h"

namespace norn::tools {

using proto::Article;

// An article that nothing can be found in is kept, and named: its absence from the answers must not
// be taken for news without events.
void ReportUnreadLanguages(const std::vector<Article>& articles, const ingest::LexiconSet& lexicons,
                           Streams& streams) {
  const std::vector<std::string> languages = lexicons.languages();
  const auto is_read = [&](const std::string& language) {
    return std::binary_search(languages.begin(), languages.end(), language);
  };
  std::map<std::string, size_t> unread;
  size_t passages = 0;
  const ingest::PassageFinder finder(lexicons);
  for (const Article& article : articles) {
    if (ingest::IsJudgements(article)) continue;
    for (const ingest::LanguagePassage& passage : finder.Find(article)) {
      passages += is_read(passage.language) ? 0 : 1;
    }
    if (is_read(article.language())) continue;
    ++unread[article.language()];
    streams.err << article.name() << ": no facts are read from it: its language ("
                << article.language() << ") is none of " << absl::StrJoin(languages, ", ")
                << "; in JSON Lines the field `language` can say otherwise\n";
  }
  if (passages > 0) unread["passages within others"] = passages;
  if (unread.empty()) return;
  streams.err << "norn: no facts are read from other languages: "
              << absl::StrJoin(unread, ", ", absl::PairFormatter(" ")) << "\n";
}

// Dates such as "on Tuesday" stay open in an article that nobody has dated, and what stands behind
// the limit is in no answer: both must not be taken for what the articles say.
void ReportGaps(const std::vector<Article>& articles, Streams& streams) {
  constexpr size_t kNamed = 5;
  size_t undated = 0;
  for (const Article& article : articles) {
    if (ingest::IsJudgements(article)) continue;
    if (article.text().size() > ingest::kMaxReadBytes) {
      streams.err << article.name() << ": only its first " << ingest::kMaxReadBytes / 1024
                  << " KiB are read for facts\n";
    }
    if (!article.published().empty()) continue;
    if (++undated <= kNamed) {
      streams.err
          << article.name()
          << ": no date of publication is known; days such as \"Tuesday\" stay open in it\n";
    }
  }
  if (undated > kNamed) streams.err << "norn: " << undated << " articles without a date\n";
}

}  // namespace norn::tools
