// Running text as sentences of the tokens that treebanks have, paragraph by paragraph, in an order
// that mixes languages and sources.
//
//   absl::StatusOr<RunningText> text = RunningText::Open({"nb.txt", "sv.txt"}, 0.3, seed);
//   while (text->Next(paragraph)) { paragraph.language; paragraph.sentences[0][2]; }
//
// A file is UTF-8, a paragraph a line, and named for its language.
#ifndef NORN_TOOLS_TRAIN_PRETRAINING_RUNNING_TEXT_H_
#define NORN_TOOLS_TRAIN_PRETRAINING_RUNNING_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/analysis/pattern_analyzer.h"

namespace norn::train {

struct RawParagraph {
  std::string language;
  std::vector<std::vector<std::string>> sentences;  // forms
};

class RunningText {
 public:
  // `share` of the paragraphs, drawn at random, are read. kNotFound for a file that cannot be
  // opened, kInvalidArgument for bytes that are not UTF-8, with file and line.
  static absl::StatusOr<RunningText> Open(const std::vector<std::string>& paths, double share,
                                          uint64_t seed);

  // False at the end.
  bool Next(RawParagraph& paragraph);

  size_t size() const { return order_.size(); }
  // How many paragraphs were read; SkipTo goes on behind as many.
  size_t position() const { return position_; }
  void SkipTo(size_t position) { position_ = position; }

 private:
  struct File {
    std::string language;
    std::string text;
  };
  struct Line {
    uint32_t file = 0;
    uint32_t begin = 0;
    uint32_t end = 0;
  };

  std::unique_ptr<ingest::PatternAnalyzer> analyzer_;
  std::vector<File> files_;
  std::vector<Line> order_;
  size_t position_ = 0;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_PRETRAINING_RUNNING_TEXT_H_
