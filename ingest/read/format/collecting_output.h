// Keeps what a format's reader finds: for tests.
//
//   CollectingOutput output = ReadBytes(RssFormat(), "feed.xml", "<rss>…");
//   EXPECT_EQ(output.articles[0].title(), "…");
#ifndef NORN_INGEST_READ_FORMAT_COLLECTING_OUTPUT_H_
#define NORN_INGEST_READ_FORMAT_COLLECTING_OUTPUT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/read/format/format.h"
#include "ingest/read/format/read_result.h"
#include "proto/article.pb.h"

namespace norn::ingest {

class CollectingOutput : public FormatOutput {
 public:
  void Add(proto::Article article) override;
  void AddProblem(std::string place, absl::Status problem) override;
  void AddNote(std::string place, std::string note) override;
  // Keeps what lies inside as an article of its bytes.
  void Read(Input& inner) override;

  // "place: message" of the only problem; empty: there is none.
  std::string Problem() const;

  std::vector<proto::Article> articles;
  std::vector<ReadProblem> problems;
  std::vector<ReadNote> notes;
};

// As a file "/n/NAME".
CollectingOutput ReadBytes(const Format& format, const std::string& name, const std::string& bytes,
                           const FormatOptions& options = {});

// Whether the format takes a file of that name and content for its own.
bool Fits(const Format& format, const std::string& name, const std::string& bytes);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMAT_COLLECTING_OUTPUT_H_
