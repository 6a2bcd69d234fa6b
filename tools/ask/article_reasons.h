// Why the events of a stored graph's articles are stated. Nothing of that is stored: the kept
// articles are read anew, each once.
//
//   ArticleReasons reasons(options.graph);
//   absl::StatusOr<ReportReasons> why = reasons.Of({"a.txt", "call", 120, "ringte"});
#ifndef NORN_TOOLS_ASK_ARTICLE_REASONS_H_
#define NORN_TOOLS_ASK_ARTICLE_REASONS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "graph/store/store.h"
#include "ingest/extract/reasons/event_reasons.h"
#include "ingest/reading_tools.h"

namespace norn::tools {

// A report as the graph has it.
struct ReportPlace {
  std::string article;  // its name
  std::string type;     // of the event
  uint32_t start = 0;   // of the sentence, in bytes
  std::string words;    // that made the event known; empty: not kept
};

struct ReportReasons {
  ingest::EventReasons::Evocation evocation;
  // Of the whole event as this article tells it.
  double confidence = 0;
  std::vector<ingest::Reason> whole;
};

class ArticleReasons {
 public:
  // Of the current generation, or of the one given; the articles are read with the built-in
  // lexicons and with these. Nothing is opened yet.
  explicit ArticleReasons(std::string graph, std::optional<uint64_t> generation = {},
                          std::vector<std::string> lexicons = {});
  ~ArticleReasons();

  // kNotFound where the graph does not keep the article, as one that was imported, or where this
  // norn does not find the event there.
  absl::StatusOr<ReportReasons> Of(const ReportPlace& report);

  // What is wrong with the lexicons.
  absl::Status ReadLexicons();

  // Whether the graph was made by another norn, or with other lexicons, than these, which may read
  // otherwise.
  bool WasMadeByAnother() const { return made_by_another_; }

 private:
  absl::Status Open();

  const std::string graph_;
  const std::optional<uint64_t> generation_;
  const std::vector<std::string> lexicons_;
  std::optional<ingest::ReadingTools> tools_;
  std::optional<graph::Store> store_;
  bool made_by_another_ = false;
  struct Read {
    std::string text;
    std::vector<ingest::EventReasons> events;
  };
  std::map<std::string, Read> read_;  // by article
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_ARTICLE_REASONS_H_
